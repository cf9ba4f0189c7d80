// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes to a text as form builders send them: hunks of kept, taken and added pieces in the notation of diff-match-patch. The text is
 * known to be the one that the changes were made to, so every piece must be where it is said to be.
 */
public final class SourcePatch {
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@");

    private SourcePatch() {}

    /** The text after the changes. */
    public static String apply(String text, String patch) throws BadChange {
        StringBuilder changed = new StringBuilder(text);
        int at = -1;
        for (String line : patch.split("\n", -1)) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                at = start(hunk);
            } else if (!line.isEmpty()) {
                at = piece(changed, at, line);
            }
        }
        return changed.toString();
    }

    /** Positions count from one, but one of nothing is that before it. */
    private static int start(Matcher hunk) {
        int from = Integer.parseInt(hunk.group(1));
        return "0".equals(hunk.group(2)) ? from : from - 1;
    }

    private static int piece(StringBuilder text, int at, String line) throws BadChange {
        String piece = decoded(line.substring(1));
        int end = at + piece.length();
        boolean isThere =
                at >= 0 && end <= text.length() && text.substring(at, end).equals(piece);
        return switch (line.charAt(0)) {
            case '+' -> {
                if (at < 0 || at > text.length()) {
                    throw bad();
                }
                text.insert(at, piece);
                yield end;
            }
            case '-' -> {
                if (!isThere) {
                    throw bad();
                }
                text.delete(at, end);
                yield at;
            }
            case ' ' -> {
                if (!isThere) {
                    throw bad();
                }
                yield end;
            }
            default -> throw bad();
        };
    }

    /** A plus sign stands for itself, unlike in the parameters of an address. */
    private static String decoded(String piece) throws BadChange {
        try {
            return URLDecoder.decode(piece.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw bad();
        }
    }

    private static BadChange bad() {
        return new BadChange("PATCH_INVALID", "The patch does not fit the form that it was made to.");
    }
}

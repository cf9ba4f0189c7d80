// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells crashes at the same place from others: by what was thrown and from where, without line numbers, which change with
 * every version, and without the words, which hold values.
 */
final class CrashSignature {
    private static final Pattern FRAME = Pattern.compile("^\\s*at ([\\w.$<>/-]{1,300})\\(", Pattern.MULTILINE);
    private static final Pattern THROWN =
            Pattern.compile("^(?:Caused by: )?([\\w$]+(?:\\.[\\w$]+)+)(?=[:\\s]|$)", Pattern.MULTILINE);
    /** What compilers number afresh in every version. */
    private static final Pattern NUMBERED = Pattern.compile("\\$\\d+|\\$\\$Lambda\\S*|\\$\\$ExternalSynthetic\\S*");

    private static final Pattern VALUES = Pattern.compile("[0-9]+|'[^']*'|\"[^\"]*\"");
    private static final int FRAMES = 12;
    private static final int THROWABLES = 4;
    private static final int BYTES = 8;
    private static final int LONGEST_READ = 20_000;

    private CrashSignature() {}

    /** Of a stack trace; empty when the text is none. */
    static Optional<String> ofTrace(String text) {
        List<String> frames = all(FRAME, text, FRAMES);
        return frames.size() < 2 ? Optional.empty() : Optional.of(digest(thrown(text), frames));
    }

    /** Of a crash, by its first line where there is no trace. */
    static String ofCrash(String text) {
        return ofTrace(text)
                .orElseGet(() -> digest(List.of(VALUES.matcher(firstLine(text)).replaceAll("#")), List.of()));
    }

    /** A line for people: what was thrown, and the first place in it that is the app's rather than the system's. */
    static String title(String text) {
        List<String> frames = all(FRAME, text, FRAMES);
        String what = thrown(text).stream().findFirst().orElseGet(() -> firstLine(text));
        return frames.stream()
                .filter(frame -> frame.startsWith("org.commcare") || frame.startsWith("org.javarosa"))
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> what + " at " + frame)
                .orElse(what);
    }

    private static List<String> thrown(String text) {
        return all(THROWN, text, THROWABLES);
    }

    private static List<String> all(Pattern pattern, String text, int most) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_READ)));
        while (found.size() < most && matcher.find()) {
            found.add(NUMBERED.matcher(matcher.group(1)).replaceAll(""));
        }
        return found;
    }

    private static String firstLine(String text) {
        return text.strip()
                .lines()
                .findFirst()
                .orElse("")
                .transform(line -> line.substring(0, Math.min(200, line.length())));
    }

    private static String digest(List<String> thrown, List<String> frames) {
        String place = thrown.stream().collect(joining("\n")) + "\n\n"
                + frames.stream().collect(joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

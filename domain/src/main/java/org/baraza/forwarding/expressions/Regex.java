// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of an expression: it looks for what it means only as long as there is time. */
final class Regex extends JFunction {
    private final Pattern pattern;
    private final Bounds bounds;

    Regex(Pattern pattern, Bounds bounds) {
        super((input, arguments) -> first(pattern, bounds, arguments), "<s-:o>");
        this.pattern = pattern;
        this.bounds = bounds;
    }

    private static @Nullable Object first(Pattern pattern, Bounds bounds, List<?> arguments) {
        if (!(arguments.getFirst() instanceof String text)) {
            return null;
        }
        Matcher matcher = pattern.matcher(new Watched(text, bounds));
        return matcher.find() ? match(matcher) : null;
    }

    Matcher matcher(String text) {
        return pattern.matcher(new Watched(text, bounds));
    }

    /** What it found, as expressions see it. */
    static Map<String, Object> match(MatchResult found) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", found.group());
        match.put("index", found.start());
        List<@Nullable Object> groups = new ArrayList<>();
        for (int group = 1; group <= found.groupCount(); group++) {
            groups.add(found.group(group));
        }
        match.put("groups", groups);
        return match;
    }

    /** A text of which every letter costs time. */
    private record Watched(String text, Bounds bounds) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            bounds.check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

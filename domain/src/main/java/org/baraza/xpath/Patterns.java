// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns that were compiled, the ones used last. */
final class Patterns {

    private static final int KEPT = 200;
    private static final int LONGEST = 2_000;

    private final Map<String, Pattern> compiled = new LinkedHashMap<>(16, 0.75f, true);

    Pattern get(String text) {
        synchronized (compiled) {
            Pattern known = compiled.get(text);
            if (known != null) {
                return known;
            }
            Pattern pattern = compile(text);
            compiled.put(text, pattern);
            if (compiled.size() > KEPT) {
                compiled.remove(compiled.keySet().iterator().next());
            }
            return pattern;
        }
    }

    private static Pattern compile(String text) {
        if (text.length() > LONGEST) {
            throw new EvaluationFailed("The pattern is longer than " + LONGEST + " characters.");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            throw new EvaluationFailed("The pattern " + text + " is malformed: " + malformed.getDescription() + ".");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** Texts and their parts. */
final class TextFunctions {

    /** No function makes a longer text, so that expressions cannot fill the memory. */
    private static final int LONGEST = 5_000_000;

    private TextFunctions() {}

    static final Map<String, Body> ALL = Map.ofEntries(
            Map.entry("string", in -> Value.of(in.text(0))),
            Map.entry("concat", in -> Value.of(joined("", in.all(0)))),
            Map.entry("string-length", in -> Value.of(in.text(0).length())),
            Map.entry("contains", in -> Value.of(in.text(0).contains(in.text(1)))),
            Map.entry("starts-with", in -> Value.of(in.text(0).startsWith(in.text(1)))),
            Map.entry("ends-with", in -> Value.of(in.text(0).endsWith(in.text(1)))),
            Map.entry("substr", TextFunctions::part),
            Map.entry("substring-before", TextFunctions::before),
            Map.entry("substring-after", TextFunctions::after),
            Map.entry("translate", TextFunctions::translate),
            Map.entry("replace", TextFunctions::replace),
            Map.entry("regex", in -> Value.of(found(matcher(in)))),
            Map.entry("upper-case", in -> Value.of(in.text(0).toUpperCase(Locale.ROOT))),
            Map.entry("lower-case", in -> Value.of(in.text(0).toLowerCase(Locale.ROOT))),
            Map.entry("join", in -> Value.of(joined(in.text(0), in.all(1)))),
            Map.entry("join-chunked", TextFunctions::chunked));

    private static String joined(String separator, List<Value> values) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            joined.append(i == 0 ? "" : separator).append(values.get(i).text());
            bounded(joined.length());
        }
        return joined.toString();
    }

    /** Negative places count from the end; an end beyond the text gives nothing, as on devices. */
    private static Value part(Arguments in) {
        String text = in.text(0);
        int length = text.length();
        int start = fromEnd(in.number(1), length);
        int end = in.count() == 3 ? fromEnd(in.number(2), length) : length;
        start = Math.min(Math.max(0, start), end);
        return start < 0 || end > length ? Value.BLANK : Value.of(text.substring(start, end));
    }

    /** What is no number is taken for 0. */
    private static int fromEnd(double place, int length) {
        return place < 0 ? length + (int) place : (int) place;
    }

    private static Value before(Arguments in) {
        String text = in.text(0);
        return Value.of(text.substring(0, Math.max(0, text.indexOf(in.text(1)))));
    }

    private static Value after(Arguments in) {
        String text = in.text(0);
        String mark = in.text(1);
        int at = text.indexOf(mark);
        return at < 0 ? Value.BLANK : Value.of(text.substring(at + mark.length()));
    }

    /** Each character that is listed becomes the one at its place in the other list, or nothing if there is none. */
    private static Value translate(Arguments in) {
        String text = in.text(0);
        String from = in.text(1);
        String to = in.text(2);
        StringBuilder translated = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int listed = from.indexOf(text.charAt(i));
            if (listed < 0) {
                translated.append(text.charAt(i));
            } else if (listed < to.length()) {
                translated.append(to.charAt(listed));
            }
        }
        return Value.of(translated.toString());
    }

    private static Matcher matcher(Arguments in) {
        return in.pattern(in.text(1)).matcher(in.counted(in.text(0)));
    }

    /** Patterns with choices in repetitions go one level deeper for each character. */
    private static boolean found(Matcher matcher) {
        try {
            return matcher.find();
        } catch (StackOverflowError tooDeep) {
            throw new EvaluationFailed("The text is too long for the pattern.");
        }
    }

    /** The replacement is taken as it is; it cannot name groups of the pattern. */
    private static Value replace(Arguments in) {
        Matcher matcher = matcher(in);
        String replacement = in.text(2);
        String text = in.text(0);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (found(matcher)) {
            replaced.append(text, from, matcher.start()).append(replacement);
            bounded(replaced.length());
            from = matcher.end();
        }
        return Value.of(replaced.append(text, from, text.length()).toString());
    }

    private static Value chunked(Arguments in) {
        String separator = in.text(0);
        int size = in.whole(1);
        if (size < 1) {
            throw new EvaluationFailed("The size of a chunk must be 1 or more, and this is " + size + ".");
        }
        String text = joined("", in.all(2));
        StringBuilder chunked = new StringBuilder();
        for (int from = 0; from < text.length(); from += size) {
            chunked.append(from == 0 ? "" : separator).append(text, from, Math.min(text.length(), from + size));
            bounded(chunked.length());
        }
        return Value.of(chunked.toString());
    }

    private static void bounded(int length) {
        if (length > LONGEST) {
            throw new EvaluationFailed("A text grows longer than " + LONGEST + " characters.");
        }
    }
}

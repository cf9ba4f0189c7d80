// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import static com.dashjoin.jsonata.Functions.dateTimeFromMillis;
import static com.dashjoin.jsonata.Functions.dateTimeToMillis;
import static com.dashjoin.jsonata.Functions.formatInteger;
import static com.dashjoin.jsonata.Functions.formatNumber;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of JSONata that could take long or make something large of little, in place of the library's own. */
final class Functions {
    private static final int WIDEST = 10_000;
    private static final int MOST_DIGITS = 20;
    private static final int MOST_COMPARED = 2_000;
    private static final int LONGEST_PICTURE = 100;
    private static final Pattern WIDE = Pattern.compile("[,\\-]\\s*\\d{4,}");

    private Functions() {}

    static void bind(Frame frame, Bounds bounds) {
        Texts texts = new Texts(bounds);
        bind(
                frame,
                "match",
                "<s-f<s:o>n?:a<o>>",
                arguments -> texts.matches(text(arguments, 0), at(arguments, 1), number(arguments, 2)));
        bind(frame, "contains", "<s-(sf):b>", arguments -> texts.contains(text(arguments, 0), at(arguments, 1)));
        bind(
                frame,
                "split",
                "<s-(sf)n?:a<s>>",
                arguments -> texts.split(text(arguments, 0), at(arguments, 1), number(arguments, 2)));
        bind(
                frame,
                "replace",
                "<s-(sf)(sf)n?:s>",
                arguments ->
                        texts.replace(text(arguments, 0), at(arguments, 1), at(arguments, 2), number(arguments, 3)));
        bind(frame, "join", "<a<s>s?:s>", arguments -> texts.join(at(arguments, 0), text(arguments, 1)));
        bind(
                frame,
                "pad",
                "<s-ns?:s>",
                arguments -> com.dashjoin.jsonata.Functions.pad(
                        text(arguments, 0), within(number(arguments, 1), WIDEST), text(arguments, 2)));
        bind(
                frame,
                "round",
                "<n-n?:n>",
                arguments -> com.dashjoin.jsonata.Functions.round(
                        number(arguments, 0), within(number(arguments, 1), MOST_DIGITS)));
        bind(frame, "distinct", "<x:x>", arguments -> com.dashjoin.jsonata.Functions.distinct(few(at(arguments, 0))));
        bind(
                frame,
                "formatNumber",
                "<n-so?:s>",
                arguments -> formatNumber(
                        number(arguments, 0),
                        picture(arguments, 1),
                        at(arguments, 2) instanceof Map<?, ?> map ? map : null));
        bind(
                frame,
                "formatInteger",
                "<n-s:s>",
                arguments -> formatInteger(number(arguments, 0), picture(arguments, 1)));
        bind(frame, "toMillis", "<s-s?:n>", arguments -> dateTimeToMillis(text(arguments, 0), picture(arguments, 1)));
        bind(
                frame,
                "fromMillis",
                "<n-s?s?:s>",
                arguments -> dateTimeFromMillis(number(arguments, 0), picture(arguments, 1), text(arguments, 2)));
        // It could make expressions that nobody watches.
        frame.bind("eval", (Object) null);
    }

    /** What a function makes of its arguments. */
    private interface Body {
        @Nullable
        Object of(List<?> arguments) throws Exception;
    }

    private static void bind(Frame frame, String name, String signature, Body body) {
        JFunctionCallable call = (input, arguments) -> body.of(arguments);
        frame.bind(name, new JFunction(call, signature));
    }

    private static @Nullable Object at(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static @Nullable String text(List<?> arguments, int index) {
        return at(arguments, index) instanceof String text ? text : null;
    }

    private static @Nullable Number number(List<?> arguments, int index) {
        return at(arguments, index) instanceof Number number ? number : null;
    }

    private static @Nullable Number within(@Nullable Number number, int most) {
        if (number != null && Math.abs(number.doubleValue()) > most) {
            throw new JException("A number is too large: " + most + " at most.", -1);
        }
        return number;
    }

    private static @Nullable Object few(@Nullable Object list) {
        if (list instanceof List<?> many && many.size() > MOST_COMPARED) {
            throw new IllegalStateException("$distinct takes " + MOST_COMPARED + " things at most.");
        }
        return list;
    }

    private static @Nullable String picture(List<?> arguments, int index) {
        String picture = text(arguments, index);
        if (picture != null
                && (picture.length() > LONGEST_PICTURE || WIDE.matcher(picture).find())) {
            throw new IllegalStateException("A picture is too long or too wide.");
        }
        return picture;
    }
}

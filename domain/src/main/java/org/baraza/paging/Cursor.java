// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The place of an item in an ordered list: the values that it is ordered by. As text it is opaque and fits only the list
 * and order that it was made for.
 */
public record Cursor(List<String> key) {
    private static final String SEPARATOR = "\0";

    public Cursor {
        key = List.copyOf(key);
    }

    /**
     * The text of a place.
     *
     * @param list name of the list and its order
     * @param key what the item is ordered by; the last value is unique in the list
     */
    public static String of(String list, Object... key) {
        StringBuilder text = new StringBuilder(list);
        for (Object value : key) {
            text.append(SEPARATOR).append(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a text that {@link #of} made for the same list with that many values; refuses any other. */
    public static Cursor read(String text, String list, int values) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == values + 1 && parts.getFirst().equals(list)) {
                return new Cursor(parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** A value as text. */
    public String text(int place) {
        return key.get(place);
    }

    /** A value as a whole number. */
    public int number(int place) {
        return as(place, Integer::valueOf);
    }

    /** A value as a whole number that may be large. */
    public long largeNumber(int place) {
        return as(place, Long::valueOf);
    }

    /** A value as an id. */
    public UUID id(int place) {
        return as(place, UUID::fromString);
    }

    /** A value as a moment. */
    public Instant instant(int place) {
        return as(place, Instant::parse);
    }

    private <T> T as(int place, Function<String, T> parse) {
        try {
            return parse.apply(key.get(place));
        } catch (RuntimeException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return new Refused(Problem.Invalid.field("after", "CURSOR_INVALID", "This is no cursor of this list."));
    }
}

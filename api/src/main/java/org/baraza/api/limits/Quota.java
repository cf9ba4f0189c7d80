// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many requests each window has room for. All windows that are named must have room.
 *
 * @param most none is below one
 */
record Quota(Map<Window, Long> most) {

    Quota {
        most = Map.copyOf(most);
        if (most.isEmpty() || most.values().stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("a quota has windows, each with room for one request or more");
        }
    }

    static Quota of(Window window, long most) {
        return new Quota(Map.of(window, most));
    }

    /**
     * Reads {@code 60/minute,1000/hour}.
     *
     * @throws IllegalArgumentException when it is not written like that
     */
    static Quota read(String text) {
        Map<Window, Long> most = new EnumMap<>(Window.class);
        for (String part : text.split(",")) {
            int slash = part.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException("a limit is written like 60/minute");
            }
            Window window = Window.valueOf(part.substring(slash + 1).strip().toUpperCase(Locale.ROOT));
            most.put(window, Long.parseLong(part.substring(0, slash).strip()));
        }
        return new Quota(most);
    }

    /** For the policy that answers tell: {@code 60;w=60, 1000;w=3600}. */
    String policy() {
        return new EnumMap<>(most)
                .entrySet().stream()
                        .map(limit -> limit.getValue() + ";w="
                                + limit.getKey().length().toSeconds())
                        .collect(Collectors.joining(", "));
    }
}

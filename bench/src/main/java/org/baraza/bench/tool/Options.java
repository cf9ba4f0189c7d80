// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code --name value} pairs of a command line. */
record Options(Map<String, String> values) {
    static Options of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("options come as --name value; what is " + words.get(i) + "?");
            }
            values.put(words.get(i).substring(2), words.get(i + 1));
        }
        return new Options(values);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    long seed() {
        return Long.parseLong(text("seed", Long.toString(System.nanoTime() % 1_000_000)));
    }

    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}

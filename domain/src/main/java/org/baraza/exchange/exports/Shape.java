// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What is known of forms of a kind or cases of a type: it comes from the data, and only grows.
 *
 * @param repeats paths of the repeat groups
 * @param values everything that has a value, in order
 */
record Shape(List<String> repeats, List<Value> values) {
    static final Shape NOTHING = new Shape(List.of(), List.of());

    Shape {
        repeats = List.copyOf(repeats);
        values = List.copyOf(values);
    }

    /**
     * Something that has a value.
     *
     * @param options of questions that seem to have several answers
     */
    record Value(String path, List<String> options) {
        Value {
            options = List.copyOf(options);
        }
    }

    /** The shape of both, in the order of this one; what is new stands behind what it follows in the other. */
    Shape and(Shape other) {
        SequencedSet<String> all = new LinkedHashSet<>(repeats);
        all.addAll(other.repeats);
        SequencedMap<String, SequencedSet<String>> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value.path, new LinkedHashSet<>(value.options)));
        List<String> order = new ArrayList<>(options.sequencedKeySet());
        int place = 0;
        for (Value value : other.values) {
            SequencedSet<String> known = options.get(value.path);
            if (known == null) {
                order.add(place++, value.path);
                options.put(value.path, new LinkedHashSet<>(value.options));
            } else {
                place = order.indexOf(value.path) + 1;
                known.addAll(value.options);
            }
        }
        return new Shape(
                List.copyOf(all),
                order.stream()
                        .map(path -> new Value(path, List.copyOf(options.getOrDefault(path, new LinkedHashSet<>()))))
                        .toList());
    }

    boolean has(String path) {
        return values.stream().anyMatch(value -> value.path.equals(path));
    }

    /** The innermost repeat group that the path lies in; empty for what lies in none. */
    Optional<String> groupOf(String path) {
        return repeats.stream()
                .filter(group -> path.startsWith(group + "."))
                .max((one, two) -> Integer.compare(one.length(), two.length()));
    }

    /** Of nested groups, how deep one lies: 1 for those that lie in no other. */
    int depth(String group) {
        return 1
                + (int) repeats.stream()
                        .filter(other -> group.startsWith(other + "."))
                        .count();
    }
}

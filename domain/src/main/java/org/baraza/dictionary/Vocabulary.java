// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Types of cases and the names of their properties, as something uses them. */
public final class Vocabulary {
    private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

    /** Adds a type, and properties of it; what no dictionary can hold is left out. */
    public void add(String caseType, Collection<String> properties) {
        if (!DictionaryRules.isTypeName(caseType)) {
            return;
        }
        SortedSet<String> names = types.computeIfAbsent(caseType, _ -> new TreeSet<>());
        properties.stream().filter(DictionaryRules::isPropertyName).forEach(names::add);
    }

    /** By type, both in the order of their names. */
    public Map<String, SortedSet<String>> types() {
        return Collections.unmodifiableMap(types);
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** What this one has and the other has not. */
    public Vocabulary without(Vocabulary other) {
        Vocabulary rest = new Vocabulary();
        types.forEach((type, names) -> {
            SortedSet<String> known = other.types.get(type);
            SortedSet<String> fresh = new TreeSet<>(names);
            if (known != null) {
                fresh.removeAll(known);
            }
            if (known == null || !fresh.isEmpty()) {
                rest.types.put(type, fresh);
            }
        });
        return rest;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.baraza.cases.CaseState;

/** Learns from cases of a type which properties and links they have. */
final class CaseShape {
    private static final int MOST_VALUES = 2_000;

    private final SequencedMap<String, AnswerTally> properties = new LinkedHashMap<>();
    private final SequencedSet<String> links = new LinkedHashSet<>();

    void saw(CaseState state) {
        state.properties().forEach((name, value) -> {
            if (properties.size() < MOST_VALUES || properties.containsKey(name)) {
                properties.computeIfAbsent(name, _ -> new AnswerTally()).saw(value);
            }
        });
        state.liveIndices().forEach(link -> links.add(CasePaths.INDICES + link.caseType()));
    }

    Shape shape() {
        List<Shape.Value> values = new ArrayList<>();
        properties.forEach(
                (name, answers) -> values.add(new Shape.Value(CasePaths.PROPERTIES + name, answers.options())));
        links.forEach(link -> values.add(new Shape.Value(link, List.of())));
        return new Shape(List.of(), values);
    }
}

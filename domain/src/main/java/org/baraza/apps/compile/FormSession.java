// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the session holds when a form opens.
 *
 * @param renamed the names that variables have because of the menus above, by the names they have by themselves
 * @param requirements what must be true besides
 * @param placeholders ids of variables that only the menus above have put in; they say nothing to where the form leads
 */
record FormSession(
        List<Datum> datums, Map<String, String> renamed, List<Requirement> requirements, Set<String> placeholders) {
    FormSession {
        datums = List.copyOf(datums);
        renamed = Map.copyOf(renamed);
        requirements = List.copyOf(requirements);
        placeholders = Set.copyOf(placeholders);
    }

    /** Of a form by itself. */
    FormSession(List<Datum> datums, Map<String, String> renamed, List<Requirement> requirements) {
        this(datums, renamed, requirements, Set.of());
    }

    /**
     * A condition and what is said if it does not hold.
     *
     * @param textKey the key of the text
     * @param about what the text puts in
     */
    record Requirement(String test, String textKey, Optional<String> about) {
        Requirement(String test, String textKey) {
            this(test, textKey, Optional.empty());
        }

        Requirement withTest(String newTest) {
            return new Requirement(newTest, textKey, about);
        }
    }

    /** The variable that a form by itself calls so. */
    String variable(String ownName) {
        return renamed.getOrDefault(ownName, ownName);
    }

    /** What the form hands on to where it leads. */
    List<Datum> handedOn() {
        return datums.stream()
                .filter(datum -> !placeholders.contains(datum.id()))
                .toList();
    }

    /** The case at hand: what was chosen last. */
    Optional<Datum> lastSelection() {
        for (int i = datums.size() - 1; i >= 0; i--) {
            if (datums.get(i).isChosenCase()) {
                return Optional.of(datums.get(i));
            }
        }
        return Optional.empty();
    }
}

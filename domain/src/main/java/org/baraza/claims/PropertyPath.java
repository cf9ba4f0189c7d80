// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.Arrays;
import java.util.List;

/**
 * Where a value stands: in the case itself, or in one that links lead to.
 *
 * @param links names of the links to follow, in order; none for the case itself
 * @param property name of the property there
 */
record PropertyPath(List<String> links, String property) {

    /** Reads {@code parent/name}. */
    static PropertyPath of(String text) {
        List<String> steps = Arrays.asList(text.split("/", -1));
        return new PropertyPath(List.copyOf(steps.subList(0, steps.size() - 1)), steps.getLast());
    }

    boolean isWhole() {
        return !property.isEmpty() && links.stream().noneMatch(String::isEmpty);
    }
}

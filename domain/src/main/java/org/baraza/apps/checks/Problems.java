// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each once. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Problem problem) {
        found.add(problem);
    }

    void error(String type, Place place, String sentence) {
        found.add(new Problem(type, place, sentence, Severity.ERROR));
    }

    void warning(String type, Place place, String sentence) {
        found.add(new Problem(type, place, sentence, Severity.WARNING));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<Problem> all() {
        return new ArrayList<>(found);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps that lead to a menu or a form: commands that are taken and variables that are found. */
record Way(List<Step> steps) {
    Way {
        steps = List.copyOf(steps);
    }

    /** One step. */
    sealed interface Step {}

    /** A command is taken. */
    record Command(String id) implements Step {}

    /** A variable is found. */
    record Variable(Datum datum) implements Step {}

    Way then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Way(longer);
    }

    /** Further variables, those left out that were found on the way. */
    Way then(List<Datum> datums) {
        List<Step> longer = new ArrayList<>(steps);
        for (Datum datum : datums) {
            if (longer.stream()
                    .noneMatch(step ->
                            step instanceof Variable known && known.datum().id().equals(datum.id()))) {
                longer.add(new Variable(datum));
            }
        }
        return new Way(longer);
    }

    List<Datum> datums() {
        return steps.stream()
                .filter(Variable.class::isInstance)
                .map(step -> ((Variable) step).datum())
                .toList();
    }

    /** The screen before: without what is computed at the end, and without the step after it. */
    Way before() {
        int end = steps.size();
        while (end > 0
                && steps.get(end - 1) instanceof Variable variable
                && !variable.datum().isSelection()) {
            end--;
        }
        return new Way(steps.subList(0, Math.max(end - 1, 0)));
    }

    /** The way without what is chosen at its very end. */
    Way beforeChoice() {
        boolean choice = !steps.isEmpty()
                && steps.getLast() instanceof Variable variable
                && variable.datum().isSelection();
        return choice ? new Way(steps.subList(0, steps.size() - 1)) : this;
    }

    /** The commands, and those of the variables. */
    Way only(Set<String> variables) {
        return new Way(steps.stream()
                .filter(step -> !(step instanceof Variable variable)
                        || variables.contains(variable.datum().id()))
                .toList());
    }

    /** The way up to a variable, all of it if the variable is not on it. */
    Way upTo(String variableId) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Variable variable
                    && variable.datum().id().equals(variableId)) {
                return new Way(steps.subList(0, i));
            }
        }
        return this;
    }
}

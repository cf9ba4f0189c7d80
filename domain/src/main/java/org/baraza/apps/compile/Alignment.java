// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the variables of a form fit those that were found on the way through the menus above it, which are those of the
 * upper menu's first form (generated build, section 7, child modules).
 */
final class Alignment {
    private final List<Datum> datums;
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<String> placeholders = new HashSet<>();

    private Alignment(FormSession own) {
        this.datums = new ArrayList<>(own.datums());
    }

    static FormSession of(FormSession own, List<Datum> above) {
        Alignment alignment = new Alignment(own);
        alignment.walk(own.datums(), above);
        return alignment.session(own);
    }

    /** Both lists are walked side by side as they were, whatever is put in meanwhile. */
    private void walk(List<Datum> own, List<Datum> above) {
        for (int i = 0; i < above.size(); i++) {
            Datum upper = above.get(i);
            if (i < own.size() && own.get(i).id().equals(upper.id())) {
                continue;
            }
            if (!upper.isSelection()) {
                if (datums.stream().noneMatch(datum -> datum.id().equals(upper.id()))) {
                    datums.add(Math.min(i, datums.size()), upper);
                    placeholders.add(upper.id());
                }
            } else if (i < own.size() && selectSameType(own.get(i), upper)) {
                take(own.get(i), upper.id());
            }
        }
    }

    private static boolean selectSameType(Datum own, Datum upper) {
        return own.isSelection() && own.caseType().isPresent() && own.caseType().equals(upper.caseType());
    }

    private void take(Datum own, String id) {
        int at = position(own.id());
        for (int i = 0; i < datums.size(); i++) {
            Datum other = datums.get(i);
            if (i != at && other.id().equals(id)) {
                String free = id + "_" + other.caseType().orElse("");
                renamed.put(id, free);
                datums.set(i, other.withId(free));
            }
        }
        renamed.put(own.id(), id);
        datums.set(at, datums.get(at).withId(id));
    }

    private int position(String id) {
        for (int i = 0; i < datums.size(); i++) {
            if (datums.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("the form has no variable " + id);
    }

    private FormSession session(FormSession own) {
        List<Datum> rewritten = datums.stream()
                .map(datum -> datum.withExpression(Variables.rename(datum.expression(), renamed)))
                .toList();
        List<FormSession.Requirement> requirements = own.requirements().stream()
                .map(requirement -> requirement.withTest(Variables.rename(requirement.test(), renamed)))
                .toList();
        return new FormSession(rewritten, renamed, requirements, placeholders);
    }
}

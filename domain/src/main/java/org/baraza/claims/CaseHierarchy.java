// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What cases hang together with: all that is below them, and all that is above any of those. */
final class CaseHierarchy {
    private static final int MOST_CASES = 5_000;

    private final CaseHierarchyStore store = new CaseHierarchyStore();

    /** Ids of the cases and of all that belongs to them; some may be deleted. */
    Set<String> around(Tx tx, Collection<String> caseIds) {
        Set<String> known = new LinkedHashSet<>(caseIds);
        spread(known, ids -> store.below(tx, ids));
        spread(known, ids -> store.above(tx, ids));
        return known;
    }

    private static void spread(Set<String> known, Function<Collection<String>, Set<String>> next) {
        Collection<String> frontier = Set.copyOf(known);
        while (!frontier.isEmpty()) {
            Set<String> found = next.apply(frontier);
            found.removeAll(known);
            known.addAll(found);
            if (known.size() > MOST_CASES) {
                throw new Refused(Problem.Invalid.field(
                        "case_id", "TOO_MANY", "More than " + MOST_CASES + " cases hang together with these."));
            }
            frontier = found;
        }
    }
}

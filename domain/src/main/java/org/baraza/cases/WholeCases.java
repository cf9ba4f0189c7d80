// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Cases as exports read them: a part at a time, each in a short transaction. Deleted ones are not there. Which of them somebody
 * may export, exports know.
 */
public final class WholeCases {
    private final Transactions transactions;
    private final WholeCaseStore store = new WholeCaseStore();

    public WholeCases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The next cases of a run. */
    public List<CaseState> next(ProjectAccess access, CaseRun run, Optional<CaseRun.Place> after, int most) {
        access.requireSome();
        return transactions.read(tx -> store.next(tx, run, after, most));
    }

    /**
     * The next cases of a run in the order in which they came: for whoever asks for a part at a time and keeps nothing between.
     *
     * @param after number of the case before; -1 for the beginning
     */
    public List<CaseState> byNumber(ProjectAccess access, CaseRun run, int after, int most) {
        access.requireSome();
        return transactions.read(tx -> store.byNumber(tx, run, after, most));
    }

    /** The steps of the cases, oldest first. */
    public Map<String, List<CaseStep>> steps(ProjectAccess access, Collection<String> caseIds) {
        access.requireSome();
        return transactions.read(tx -> store.steps(tx, caseIds));
    }

    /** Some of the cases of a type that changed last, and of those that changed first. */
    public List<CaseState> sample(ProjectAccess access, String type, int mostOfEach) {
        access.requireSome();
        return transactions.read(tx -> store.sample(tx, type, mostOfEach));
    }

    public int count(ProjectAccess access, CaseRun run) {
        access.requireSome();
        return transactions.read(tx -> store.count(tx, run));
    }
}

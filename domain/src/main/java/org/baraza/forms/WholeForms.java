// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.List;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Forms with their content, as exports read them: a part at a time, each in a short transaction, by a key that does not move.
 * Which of them somebody may export, exports know.
 */
public final class WholeForms {
    private final Transactions transactions;
    private final WholeFormStore store = new WholeFormStore();

    public WholeForms(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The next forms of a run. */
    public List<WholeForm> next(ProjectAccess access, FormRun run, Optional<FormRun.Place> after, int most) {
        access.requireSome();
        return transactions.read(tx -> store.next(tx, run, after, most));
    }

    /** Some of the latest and of the oldest normal forms of a kind. */
    public List<WholeForm> sample(ProjectAccess access, String xmlns, int mostOfEach) {
        access.requireSome();
        return transactions.read(tx -> store.sample(tx, xmlns, mostOfEach));
    }

    public int count(ProjectAccess access, FormRun run) {
        access.requireSome();
        return transactions.read(tx -> store.count(tx, run));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.changes.ProjectChanges;
import org.baraza.persistence.tenancy.Tx;

/** What a phone has, for those who wonder whether it must sync before it goes on. */
public final class PhoneHoldings {
    private static final Duration TOKEN_LIFE = Duration.ofDays(63);

    private final SyncLogStore logs = new SyncLogStore();
    private final CaseBodyStore bodies = new CaseBodyStore();
    private final ProjectChanges changes = new ProjectChanges();

    /**
     * Whether the phone that had this sync has all of the cases, as they are now: nothing changed them since but the phone
     * itself. A phone that names no sync of this person has nothing.
     *
     * @param caseNumbers cases that it must have
     * @param mayNotChange other cases, which only must not have changed
     */
    public boolean areCurrent(
            Tx tx,
            String syncToken,
            String userId,
            Instant now,
            Collection<Integer> caseNumbers,
            Collection<Integer> mayNotChange) {
        boolean known = SyncToken.isWellFormed(syncToken) && logs.isKnown(tx, syncToken, userId, now.minus(TOKEN_LIFE));
        return known
                && logs.find(tx, syncToken)
                        .filter(sync -> has(tx, sync, caseNumbers))
                        .filter(sync -> isUnchanged(tx, sync, caseNumbers, mayNotChange))
                        .isPresent();
    }

    private boolean has(Tx tx, KnownSync sync, Collection<Integer> caseNumbers) {
        PhoneState state = Standing.afterForms(sync, ids -> bodies.numbers(tx, ids));
        Optional<PhoneState> purged = state.purged(sync.ownerIds(), numbers -> bodies.ids(tx, numbers));
        Shadow shadow = purged.orElse(state).shadow();
        return caseNumbers.stream().allMatch(shadow::has);
    }

    private boolean isUnchanged(
            Tx tx, KnownSync sync, Collection<Integer> caseNumbers, Collection<Integer> mayNotChange) {
        Set<Integer> watched = new HashSet<>(caseNumbers);
        watched.addAll(mayNotChange);
        BitSet changed = new BitSet();
        changes.since(tx, sync.seen(), (numbers, syncLogId) -> {
            if (!sync.id().equals(syncLogId)) {
                for (int number : numbers) {
                    changed.set(number);
                }
            }
        });
        return watched.stream().noneMatch(changed::get);
    }
}

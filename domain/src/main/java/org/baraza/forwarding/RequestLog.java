// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** What was sent from the project in scope, and what came back, as long as it is kept. Needs {@code edit_motech}. */
public final class RequestLog {
    private static final Set<RecordState> ARRIVED = EnumSet.of(RecordState.SUCCEEDED, RecordState.EMPTY);
    private static final Set<RecordState> GIVEN_UP = EnumSet.of(RecordState.CANCELLED, RecordState.INVALID);

    private final Transactions transactions;
    private final Lifecycle lifecycle;
    private final Clock clock;
    private final RequestStore store = new RequestStore();
    private final RecordStore records = new RecordStore();
    private final LaneStore lanes = new LaneStore();
    private final ConnectionStore connections;
    private final TallyStore tallies = new TallyStore();

    public RequestLog(Transactions transactions, ConnectionStore connections, Lifecycle lifecycle, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    public Page<SentRequest> list(ProjectAccess who, RequestQuery query) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.page(tx, query));
    }

    public Optional<SentRequest> find(ProjectAccess who, String requestId) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.find(tx, RecordStore.id(requestId)));
    }

    /**
     * Forgets what is older, records that arrived as long ago and those that were given up long ago, what was kept of records that
     * ended, and what belonged to forwarders that were deleted; a little in each transaction. Seals anew what is sealed under a key
     * from before.
     */
    public void sweep() {
        Instant before = clock.instant().minus(lifecycle.kept());
        while (transactions.write(tx -> store.sweep(tx, before))) {
            Thread.onSpinWait();
        }
        transactions.writing(tx -> tallies.sweep(tx, before));
        while (transactions.write(tx -> records.letGo(tx, before))) {
            Thread.onSpinWait();
        }
        while (transactions.write(records::sweep)) {
            Thread.onSpinWait();
        }
        forget(before, ARRIVED);
        forget(clock.instant().minus(lifecycle.givenUpKept()), GIVEN_UP);
        transactions.writing(connections::reseal);
    }

    /** Records that were registered before and ended like that. */
    private void forget(Instant before, Set<RecordState> states) {
        Map<UUID, List<UUID>> old = transactions.read(tx -> records.ended(tx, before, states));
        while (!old.isEmpty()) {
            old.forEach(
                    (forwarderId, recordIds) -> transactions.writing(tx -> forget(tx, forwarderId, recordIds, states)));
            old = transactions.read(tx -> records.ended(tx, before, states));
        }
    }

    private void forget(Tx tx, UUID forwarderId, List<UUID> recordIds, Set<RecordState> states) {
        Optional<Lane> lane = lanes.lock(tx, forwarderId);
        List<RecordState> gone = records.delete(tx, recordIds, states);
        lane.ifPresent(held -> {
            Counts counts = held.counts();
            for (RecordState state : gone) {
                counts = counts.plus(state, -1);
            }
            lanes.settle(
                    tx,
                    new Lane(
                            held.forwarderId(),
                            held.holder(),
                            held.restingUntil(),
                            held.lastAttemptAt(),
                            counts,
                            held.open()),
                    Optional.empty());
        });
    }
}

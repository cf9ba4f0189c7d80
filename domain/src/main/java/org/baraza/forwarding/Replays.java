// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.forwarding.LaneStore.Registered;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Payload;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.changes.PastChanges;
import org.baraza.persistence.changes.PastChanges.Stretch;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Lets a forwarder send again what changed in a stretch of time, also what changed before the forwarder was made: a change that it
 * has a record of is sent once more under the same id, and one that it has none of gets one. Needs {@code edit_motech}.
 */
public final class Replays {
    private final Transactions transactions;
    private final ForwarderTypes types;
    private final Payloads payloads;
    private final Sender sender;
    private final Lifecycle lifecycle;
    private final Clock clock;
    private final PastChanges past = new PastChanges();
    private final Occurrences occurrences = new Occurrences();
    private final ForwarderStore forwarders = new ForwarderStore();
    private final RecordStore records = new RecordStore();
    private final LaneStore lanes = new LaneStore();

    public Replays(
            Transactions transactions,
            ForwarderTypes types,
            Payloads payloads,
            Sender sender,
            Lifecycle lifecycle,
            Clock clock) {
        this.transactions = transactions;
        this.types = types;
        this.payloads = payloads;
        this.sender = sender;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** What came of a change. */
    public enum Effect {
        /** There is a record of it now. */
        RECORDED,
        /** Its record is sent once more. */
        SENT_AGAIN,
        /** The forwarder does not want it, or is to send it anyway. */
        NOTHING
    }

    /**
     * Refused where there is no such forwarder, or the times are the wrong way round, or its records of them may be forgotten: what is
     * sent again has the id that it had.
     */
    public void check(ProjectAccess who, String forwarderId, Instant since, Instant until) {
        who.require(Permission.EDIT_MOTECH);
        if (!since.isBefore(until)) {
            throw new Refused(Problem.Invalid.field("until", "RANGE_EMPTY", "The end comes after the beginning."));
        }
        Forwarder forwarder = transactions.read(tx -> forwarder(tx, forwarderId));
        Instant kept = clock.instant().minus(lifecycle.kept());
        if (since.isBefore(kept) && forwarder.createdAt().isBefore(kept)) {
            throw new Refused(Problem.Invalid.field(
                    "since",
                    "RANGE_TOO_OLD",
                    "This forwarder's records from more than "
                            + lifecycle.kept().toDays()
                            + " days ago may be forgotten, and would be sent under new ids."
                            + " Begin later, or make a new forwarder."));
        }
    }

    /** What changed in the project then. */
    public Stretch stretch(ProjectAccess who, Instant since, Instant until) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> past.between(tx, since, until));
    }

    /** Position of the change with that number in a stretch, from 1 on. */
    public long position(ProjectAccess who, Stretch stretch, int number) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> past.position(tx, stretch, number));
    }

    /** Changes, ready to be replayed. */
    public static final class Batch {
        private final String forwarderId;
        private final List<NumberedChange> changes;
        private final List<Registered> wanted;
        private final Map<String, Payload> snapshots;

        private Batch(
                String forwarderId,
                List<NumberedChange> changes,
                List<Registered> wanted,
                Map<String, Payload> snapshots) {
            this.forwarderId = forwarderId;
            this.changes = changes;
            this.wanted = wanted;
            this.snapshots = snapshots;
        }

        /** How many changes there are. */
        public int size() {
            return changes.size();
        }

        /** Position of the last one. */
        public long last() {
            return changes.getLast().position();
        }
    }

    /** The next changes of a stretch behind a position; none at its end. */
    public Optional<Batch> next(ProjectAccess who, String forwarderId, Stretch stretch, long position, int most) {
        who.require(Permission.EDIT_MOTECH);
        Forwarder forwarder = transactions.read(tx -> forwarder(tx, forwarderId));
        List<NumberedChange> changes = transactions.read(tx -> past.after(tx, stretch, position, most));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        List<Registered> wanted = transactions.read(tx -> wanted(tx, forwarder, changes));
        return Optional.of(new Batch(
                forwarderId,
                changes,
                wanted,
                forwarder.options().snapshot() ? snapshots(forwarder, wanted) : Map.of()));
    }

    private List<Registered> wanted(Tx tx, Forwarder forwarder, List<NumberedChange> changes) {
        Optional<ForwarderType> type = types.type(forwarder.type());
        Echoes echoes = occurrences.echoes(
                tx, changes, payloads.hearsAnswers(forwarder.recipe()) ? List.of(forwarder) : List.of());
        return occurrences.of(tx, changes).stream()
                .filter(told -> type.isPresent() && type.get().accepts(told.occurrence(), forwarder.options()))
                .filter(told -> !echoes.isOne(told, forwarder))
                .map(told -> new Registered(
                        told.change().position(), told.occurrence().payloadId()))
                .toList();
    }

    private Map<String, Payload> snapshots(Forwarder forwarder, List<Registered> wanted) {
        return payloads.kept(
                forwarder.recipe(),
                wanted.stream().map(Registered::payloadId).distinct().toList());
    }

    /** What came of each change, in order. */
    public List<Effect> replay(Tx tx, ProjectAccess who, Batch batch) {
        who.require(Permission.EDIT_MOTECH);
        Map<Long, Effect> effects = new HashMap<>();
        Optional<Lane> lane =
                batch.wanted.isEmpty() ? Optional.empty() : lanes.lock(tx, RecordStore.id(batch.forwarderId));
        lane.ifPresent(held -> replay(tx, held, batch, effects));
        return batch.changes.stream()
                .map(change -> effects.getOrDefault(change.position(), Effect.NOTHING))
                .toList();
    }

    private void replay(Tx tx, Lane lane, Batch batch, Map<Long, Effect> effects) {
        Instant now = clock.instant();
        List<ForwardingRecord> made = lanes.register(tx, lane.forwarderId(), batch.wanted, now);
        made.forEach(record -> {
            effects.put(record.position(), Effect.RECORDED);
            Optional.ofNullable(batch.snapshots.get(record.payloadId()))
                    .ifPresent(payload -> records.keep(tx, record.recordId(), payload));
        });
        Counts counts = lane.counts().plus(RecordState.PENDING, made.size());
        List<ForwardingRecord> again = new ArrayList<>();
        for (ForwardingRecord before : records.ofChanges(tx, lane.forwarderId(), batch.wanted)) {
            if (!before.standing().state().isOpen()) {
                Standing standing = lifecycle
                        .next(before.standing(), new Lifecycle.Event.Resent(), now)
                        .orElseThrow();
                counts = counts.moved(before.standing().state(), standing.state());
                again.add(before.standingAs(standing.withoutTurn()));
                effects.putIfAbsent(before.position(), Effect.SENT_AGAIN);
            }
        }
        lanes.write(tx, again);
        Set<String> documents = new LinkedHashSet<>();
        again.forEach(record -> documents.add(record.payloadId()));
        lanes.wake(tx, lane.forwarderId(), documents, now);
        lanes.settle(
                tx,
                new Lane(
                        lane.forwarderId(),
                        lane.holder(),
                        lane.restingUntil(),
                        lane.lastAttemptAt(),
                        counts,
                        lane.open()),
                Optional.empty());
        tx.afterCommit(sender::nudge);
    }

    private Forwarder forwarder(Tx tx, String forwarderId) {
        UUID id = RecordStore.id(forwarderId);
        return forwarders.find(tx, id).orElseThrow(() -> new Refused(new Problem.NotFound("forwarder")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** The transactions of whoever works on a lane: what came of attempts is written, and what is to be sent next is read. */
final class Turn {
    /** Whoever dies with a lane loses it after that. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final ForwarderStore forwarders = new ForwarderStore();
    private final ConnectionStore connections;
    private final LaneStore lanes = new LaneStore();
    private final RecordStore records = new RecordStore();
    private final RequestStore requests = new RequestStore();
    private final TallyStore tallies = new TallyStore();
    private final Notices notices;
    private final Lifecycle lifecycle;
    private final Clock clock;

    Turn(Transactions transactions, ConnectionStore connections, Notices notices, Lifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.connections = connections;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What a worker knows after a transaction.
     *
     * @param resting whether the other side is not well
     * @param due what is to be sent next
     */
    record Next(Way way, boolean resting, List<ForwardingRecord> due) {}

    /** Whether the lane becomes hers. */
    boolean begin(UUID forwarderId, UUID holder) {
        return transactions.write(tx ->
                lanes.acquire(tx, forwarderId, holder, clock.instant(), LEASE).isPresent());
    }

    /**
     * Writes what came of attempts and reads what is next.
     *
     * @param here documents of records that are on their way or about to be, by the ids of the records
     * @param room how many more there may be
     * @param asked when the other side last asked for time
     * @return empty when she has the lane no more, or nothing is left to do: then she is to forget it
     * @throws LaneStore.Busy when somebody adds to the lane at the moment: she is to try again a little later
     */
    Optional<Next> go(
            UUID forwarderId, UUID holder, List<Attempt> attempts, Map<String, String> here, int room, Instant asked) {
        return transactions.write(tx -> lanes.lockNow(tx, forwarderId)
                .filter(lane -> holder.equals(lane.holder()))
                .flatMap(lane -> next(tx, lane, attempts, here, room, asked)));
    }

    private Optional<Next> next(
            Tx tx, Lane lane, List<Attempt> attempts, Map<String, String> here, int room, Instant asked) {
        Instant now = clock.instant();
        Optional<Way> way = way(tx, lane.forwarderId());
        Lane after = attempts.isEmpty() ? lane : written(tx, lane, attempts, now, asked);
        way.ifPresent(known -> notices.note(tx, known, attempts, now));
        if (way.filter(known -> known.forwarder().options().snapshot()).isPresent()) {
            records.letGo(
                    tx,
                    attempts.stream()
                            .map(attempt -> UUID.fromString(attempt.record().recordId()))
                            .toList());
        }
        boolean resting =
                after.restingUntil().filter(until -> until.isAfter(now)).isPresent();
        // Whoever was not well is asked one thing first.
        int most = after.restingUntil().isPresent() ? Math.min(room, Math.max(0, 1 - here.size())) : room;
        List<ForwardingRecord> due =
                resting || !after.open() || way.isEmpty() ? List.of() : due(tx, lane, now, here, most);
        boolean over = here.isEmpty() && due.isEmpty();
        lanes.settle(
                tx,
                new Lane(
                        after.forwarderId(),
                        over ? null : after.holder(),
                        after.restingUntil(),
                        after.lastAttemptAt(),
                        after.counts(),
                        after.open()),
                Optional.of(LEASE));
        return over ? Optional.empty() : Optional.of(new Next(way.orElseThrow(), resting, due));
    }

    private Optional<Way> way(Tx tx, UUID forwarderId) {
        return forwarders
                .find(tx, forwarderId)
                .flatMap(forwarder -> connections
                        .find(tx, UUID.fromString(forwarder.connectionId()))
                        .map(connection -> new Way(forwarder, connection)));
    }

    /** Of a document that is on its way nothing else goes, not even when that record was cancelled meanwhile. */
    private List<ForwardingRecord> due(Tx tx, Lane lane, Instant now, Map<String, String> here, int room) {
        Set<String> documents = Set.copyOf(here.values());
        return lanes.due(tx, lane.forwarderId(), now, room + here.size()).stream()
                .filter(record -> !documents.contains(record.payloadId()))
                .limit(room)
                .toList();
    }

    /** In the order in which they were over. */
    private Lane written(Tx tx, Lane lane, List<Attempt> attempts, Instant now, Instant asked) {
        Map<String, ForwardingRecord> records = new HashMap<>();
        lanes.find(
                        tx,
                        attempts.stream()
                                .map(attempt -> attempt.record().recordId())
                                .toList())
                .forEach(record -> records.put(record.recordId(), record));
        Counts counts = lane.counts();
        Optional<Instant> rest = lane.restingUntil();
        List<SentRequest> log = new ArrayList<>();
        Set<String> freed = new LinkedHashSet<>();
        for (Attempt attempt : attempts) {
            rest = rested(lane, rest, attempt, asked);
            ForwardingRecord before = records.get(attempt.record().recordId());
            if (before == null) {
                continue;
            }
            Standing standing = lifecycle
                    .next(before.standing(), new Lifecycle.Event.Attempted(attempt.outcome()), attempt.at())
                    .orElseThrow();
            records.put(before.recordId(), before.standingAs(standing));
            counts = counts.moved(before.standing().state(), standing.state());
            log.add(attempt.told(standing.state()));
            if (!standing.state().isOpen()) {
                freed.add(before.payloadId());
            }
        }
        lanes.write(tx, List.copyOf(records.values()));
        requests.insert(tx, log);
        tallies.add(tx, lane.forwarderId(), attempts);
        lanes.wake(tx, lane.forwarderId(), freed, now);
        return new Lane(
                lane.forwarderId(),
                lane.holder(),
                rest,
                Optional.of(attempts.getLast().at()),
                counts,
                lane.open());
    }

    /**
     * An answer in good health ends a rest, unless the other side asked for that rest after this had left. What was on its way when
     * a rest began makes it no longer, unless that is asked for. Waits grow only while the other side was not well before.
     */
    private Optional<Instant> rested(Lane lane, Optional<Instant> rest, Attempt attempt, Instant asked) {
        return switch (attempt.outcome()) {
            case Outcome.Delivered _, Outcome.Nothing _, Outcome.Refused _, Outcome.NotYet _ ->
                rest.filter(_ -> !attempt.began().isAfter(asked));
            case Outcome.Unmade _ -> rest;
            case Outcome.Spared _, Outcome.Unwell _ -> {
                Optional<Instant> last = lane.restingUntil().flatMap(_ -> lane.lastAttemptAt());
                Instant until = lifecycle.rest(attempt.outcome(), last, attempt.at());
                Instant enough = attempt.outcome().asksForTime() ? until : attempt.at();
                yield Optional.of(rest.filter(before -> before.isAfter(enough)).orElse(until));
            }
        };
    }
}

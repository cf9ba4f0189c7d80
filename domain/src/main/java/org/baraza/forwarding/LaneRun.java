// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.Turn.Next;
import org.baraza.forwarding.spi.Payload;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;

/**
 * Works on one lane for as long as there is something to send: attempts run beside each other, what came of them is written
 * together. Dies without harm: what was not written is sent again.
 */
final class LaneRun {
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    private static final Duration GATHERING = Duration.ofMillis(15);
    private static final int MOST_WRITTEN = 128;
    private static final int MADE_AT_ONCE = 16;
    private static final int AHEAD = 3;
    private static final int LEAST_AHEAD = 48;

    /** What of the server a lane needs. */
    record Tools(Turn turn, Delivery delivery, Payloads payloads, Snapshots snapshots, Semaphore writing) {}

    private final Tools tools;
    private final UUID forwarderId;
    private final UUID holder = UUID.randomUUID();
    private final BooleanSupplier stopping;
    private final Set<String> here = new HashSet<>();
    private final BlockingQueue<Over> over = new LinkedBlockingQueue<>();
    private final Pace pace = new Pace();
    private Semaphore slots = new Semaphore(1);
    private int concurrency = 1;
    /** The other side is not well, or the forwarder is paused: what has not left yet stays. */
    private volatile boolean halted;

    LaneRun(Tools tools, UUID forwarderId, BooleanSupplier stopping) {
        this.tools = tools;
        this.forwarderId = forwarderId;
        this.stopping = stopping;
    }

    /** An attempt that is over, or was not made. */
    private record Over(String recordId, Optional<Attempt> attempt) {}

    void run() throws InterruptedException {
        if (!tools.turn.begin(forwarderId, holder)) {
            return;
        }
        Optional<Next> next = turn(List.of());
        while (next.isPresent()) {
            start(next.get());
            next = turn(gathered());
        }
    }

    /** Few lanes write at the same time, so that requests of people find connections to the database. */
    private Optional<Next> turn(List<Attempt> attempts) throws InterruptedException {
        int room = stopping.getAsBoolean() || halted ? 0 : Math.max(0, most() - here.size());
        tools.writing.acquire();
        try {
            Optional<Next> next = tools.turn.go(forwarderId, holder, attempts, here, room);
            next.ifPresent(
                    known -> halted = known.resting() || known.way().forwarder().paused());
            return next;
        } finally {
            tools.writing.release();
        }
    }

    private int most() {
        return concurrency + Math.max(LEAST_AHEAD, concurrency * AHEAD);
    }

    private void start(Next next) {
        Way way = next.way();
        widen(way.forwarder().options().concurrency());
        List<ForwardingRecord> due = next.due();
        due.forEach(record -> here.add(record.recordId()));
        for (int from = 0; from < due.size(); from += MADE_AT_ONCE) {
            startSome(way, due.subList(from, Math.min(due.size(), from + MADE_AT_ONCE)));
        }
    }

    private void widen(int wanted) {
        if (wanted != concurrency) {
            // Those that wait for a slot of before finish as they began.
            concurrency = wanted;
            slots = new Semaphore(wanted);
        }
    }

    private void startSome(Way way, List<ForwardingRecord> records) {
        Map<String, Payload> kept = way.forwarder().options().snapshot() ? tools.snapshots.of(records) : Map.of();
        Map<String, Making> made = tools.payloads.make(
                way.forwarder(),
                records.stream()
                        .filter(record -> !kept.containsKey(record.recordId()))
                        .map(ForwardingRecord::payloadId)
                        .distinct()
                        .toList());
        for (ForwardingRecord record : records) {
            Making making = kept.containsKey(record.recordId())
                    ? new Making.Made(kept.get(record.recordId()))
                    : made.get(record.payloadId());
            switch (making) {
                case Making.Made(Payload payload) -> start(way, record, payload);
                case Making.Failed(String reason) ->
                    over.add(new Over(record.recordId(), Optional.of(tools.delivery.unmade(way, record, reason))));
                case null -> over.add(new Over(record.recordId(), Optional.empty()));
            }
        }
    }

    private void start(Way way, ForwardingRecord record, Payload payload) {
        Semaphore slot = slots;
        var project = ProjectScope.current();
        Thread.ofVirtual()
                .name("delivery")
                .start(() -> ProjectScope.run(project, () -> {
                    Optional<Attempt> attempt = Optional.empty();
                    try {
                        slot.acquire();
                        try {
                            attempt = attempt(way, record, payload);
                        } finally {
                            slot.release();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        over.add(new Over(record.recordId(), attempt));
                    }
                }));
    }

    private Optional<Attempt> attempt(Way way, ForwardingRecord record, Payload payload) throws InterruptedException {
        pace.await(way.forwarder().options().requestsPerSecond());
        if (halted || stopping.getAsBoolean()) {
            return Optional.empty();
        }
        Attempt attempt = tools.delivery.attempt(way, record, payload);
        halted |= attempt.outcome().isOfTheOtherSide();
        return Optional.of(attempt);
    }

    /** What is over by now; waits for a while if nothing is, and a moment for more if something is. */
    private List<Attempt> gathered() throws InterruptedException {
        List<Attempt> attempts = new ArrayList<>();
        Over first = over.poll(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + GATHERING.toNanos();
        for (Over one = first; one != null; one = here.isEmpty() ? null : more(end, attempts.size())) {
            here.remove(one.recordId);
            one.attempt.ifPresent(attempts::add);
        }
        return attempts;
    }

    private @Nullable Over more(long end, int have) throws InterruptedException {
        return have >= MOST_WRITTEN ? null : over.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.Shares.Share;
import org.baraza.forwarding.Turn.Next;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.wire.NotSent;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one lane for as long as there is something to send: attempts run beside each other, what came of them is written
 * together. Dies without harm: what was not written is sent again.
 */
final class LaneRun {
    private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    /** Of the lease: after that it may be somebody else's by the time that something leaves. */
    private static final Duration SURELY_HERS = Turn.LEASE.minusSeconds(3);

    /** When there was no time to make anything. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    private static final Duration GATHERING = Duration.ofMillis(15);
    private static final int MOST_WRITTEN = 128;
    private static final long SHORT_WAIT = 5;
    private static final long LONG_WAIT = 40;
    private static final int AHEAD = 3;
    private static final int LEAST_AHEAD = 48;

    /** What of the server a lane needs. */
    record Tools(
            Turn turn,
            Delivery delivery,
            Payloads payloads,
            Snapshots snapshots,
            Semaphore writing,
            Shares shares,
            Paces paces,
            MadeAhead ahead) {}

    private final Tools tools;
    private final UUID forwarderId;
    private final UUID holder = UUID.randomUUID();
    private final BooleanSupplier stopping;
    private final MadeAhead.Part ahead;
    /** Documents of records that are on their way or about to be, by the ids of the records. */
    private final Map<String, String> here = new HashMap<>();

    private final BlockingQueue<Over> ended = new LinkedBlockingQueue<>();
    private final Pace pace;
    /** Records of which an attempt found that the other side is not well, until that is written. */
    private final Set<String> unwell = ConcurrentHashMap.newKeySet();

    private Semaphore slots = new Semaphore(1);
    private int concurrency = 1;
    /** When the other side last asked for time. */
    private Instant asked = Instant.EPOCH;
    /** When last seen, the other side was not well or the forwarder was paused. */
    private volatile boolean halted;
    /** Why this server cannot go on for now. */
    private volatile @Nullable Throwable broken;
    /** By the clock of {@link System#nanoTime}. */
    private volatile long hersUntil;

    private volatile boolean over;

    LaneRun(Tools tools, UUID forwarderId, BooleanSupplier stopping) {
        this.tools = tools;
        this.forwarderId = forwarderId;
        this.stopping = stopping;
        this.ahead = tools.ahead.part();
        this.pace = tools.paces.of(forwarderId);
    }

    /** An attempt that is over, or was not made. */
    private record Over(String recordId, Optional<Attempt> attempt) {}

    void run() throws InterruptedException {
        if (!tools.turn.begin(forwarderId, holder)) {
            return;
        }
        try {
            Optional<Next> next = turn(List.of());
            while (next.isPresent()) {
                if (!start(next.get())) {
                    // Whoever is asked again at once has no time then, either.
                    breathe();
                }
                next = turn(gathered());
            }
        } finally {
            // However it ended: what still waits for a slot stays.
            over = true;
        }
        Throwable why = broken;
        if (why != null) {
            throw new IllegalStateException("cannot go on for now", why);
        }
    }

    private void breathe() throws InterruptedException {
        long end = System.nanoTime() + BREATH.toNanos();
        while (!stopping.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LONG_WAIT);
        }
    }

    /** Few lanes write at the same time, so that requests of people find connections to the database. */
    private Optional<Next> turn(List<Attempt> attempts) throws InterruptedException {
        int room = isHalted() ? 0 : Math.max(0, most() - here.size());
        int wanted = ahead.isFull() ? Math.min(room, here.isEmpty() ? 1 : 0) : room;
        while (true) {
            try {
                return turn(attempts, wanted);
            } catch (LaneStore.Busy e) {
                // Not with the permit in hand: others write meanwhile.
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(SHORT_WAIT, LONG_WAIT));
            }
        }
    }

    private Optional<Next> turn(List<Attempt> attempts, int room) throws InterruptedException {
        tools.writing.acquire();
        try {
            long began = System.nanoTime();
            Optional<Next> next = tools.turn.go(forwarderId, holder, attempts, here, room, asked);
            next.ifPresent(known -> {
                halted = known.resting() || known.way().forwarder().paused();
                hersUntil = began + SURELY_HERS.toNanos();
                attempts.forEach(written -> unwell.remove(written.record().recordId()));
            });
            return next;
        } finally {
            tools.writing.release();
        }
    }

    /** What has not left yet stays. */
    private boolean isHalted() {
        return stopping.getAsBoolean() || halted || over || broken != null || !unwell.isEmpty();
    }

    private int most() {
        return concurrency + Math.max(LEAST_AHEAD, concurrency * AHEAD);
    }

    /** Whether there was time to make something, if something is to be made. */
    private boolean start(Next next) {
        Way way = next.way();
        widen(way.forwarder().options().concurrency());
        List<ForwardingRecord> due = next.due();
        due.forEach(record -> here.put(record.recordId(), record.payloadId()));
        int from = 0;
        boolean made = true;
        while (from < due.size()) {
            if (!made || System.nanoTime() - hersUntil > 0 || (from > 0 && ahead.isFull())) {
                // Scripts took their time, or what is made is large: the rest stays for later.
                due.subList(from, due.size())
                        .forEach(record -> ended.add(new Over(record.recordId(), Optional.empty())));
                return made;
            }
            int end = Math.min(due.size(), from + ahead.room(from == 0));
            made = startSome(way, due.subList(from, end));
            from = end;
        }
        return made;
    }

    private void widen(int wanted) {
        if (wanted != concurrency) {
            // Those that wait for a slot of before finish as they began.
            concurrency = wanted;
            slots = new Semaphore(wanted);
        }
    }

    private boolean startSome(Way way, List<ForwardingRecord> records) {
        Map<String, Making> makings = makings(way, records);
        for (ForwardingRecord record : records) {
            switch (makings.get(record.recordId())) {
                case Making.Made(Payload payload) -> start(way, record, payload);
                case Making.Failed(String reason) ->
                    ended.add(new Over(record.recordId(), Optional.of(tools.delivery.unmade(way, record, reason))));
                case Making.Gone _ ->
                    ended.add(new Over(record.recordId(), Optional.of(tools.delivery.nothing(way, record))));
                case Making.Later _ -> ended.add(new Over(record.recordId(), Optional.empty()));
                case null -> ended.add(new Over(record.recordId(), Optional.empty()));
            }
        }
        return makings.isEmpty() || makings.values().stream().anyMatch(making -> !(making instanceof Making.Later));
    }

    /** By the ids of the records; nothing when this server cannot go on, so that what is on its way is still written. */
    private Map<String, Making> makings(Way way, List<ForwardingRecord> records) {
        if (broken != null) {
            return Map.of();
        }
        try {
            return made(way, records);
        } catch (RuntimeException e) {
            broken = e;
            return Map.of();
        }
    }

    private Map<String, Making> made(Way way, List<ForwardingRecord> records) {
        Map<String, Payload> kept = way.forwarder().options().snapshot() ? tools.snapshots.of(records) : Map.of();
        Map<String, Payload> snapshots = new HashMap<>();
        List<String> fresh = new ArrayList<>();
        for (ForwardingRecord record : records) {
            Payload snapshot = kept.get(record.recordId());
            if (snapshot == null) {
                fresh.add(record.payloadId());
            } else {
                snapshots.put(record.payloadId(), snapshot);
            }
        }
        Map<String, Making> makings =
                new HashMap<>(tools.payloads.make(way.forwarder().recipe(), fresh, Workshop.Purpose.DELIVERY));
        makings.putAll(tools.payloads.make(way.forwarder().recipe(), snapshots, Workshop.Purpose.DELIVERY));
        Map<String, Making> made = new HashMap<>();
        records.forEach(
                record -> made.put(record.recordId(), makings.getOrDefault(record.payloadId(), new Making.Gone())));
        return made;
    }

    private void start(Way way, ForwardingRecord record, Payload payload) {
        Semaphore slot = slots;
        var project = ProjectScope.current();
        Share share = tools.shares.of(project);
        ahead.made(payload.body().length);
        Thread.ofVirtual()
                .name("delivery")
                .start(() -> ProjectScope.run(project, () -> {
                    Optional<Attempt> attempt = Optional.empty();
                    try {
                        slot.acquire();
                        try {
                            attempt = attempt(way, record, payload, share);
                        } finally {
                            slot.release();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Throwable e) {
                        attempt = failed(way, record, e);
                    } finally {
                        ahead.over(payload.body().length);
                        ended.add(new Over(record.recordId(), attempt));
                    }
                }));
    }

    private Optional<Attempt> attempt(Way way, ForwardingRecord record, Payload payload, Share share)
            throws InterruptedException {
        pace.await(way.forwarder().options().requestsPerSecond());
        share.acquire(forwarderId);
        try {
            return attempt(way, record, payload);
        } catch (NotSent crowded) {
            return Optional.empty();
        } finally {
            share.release(forwarderId);
        }
    }

    private Optional<Attempt> attempt(Way way, ForwardingRecord record, Payload payload) {
        if (isHalted() || System.nanoTime() - hersUntil > 0) {
            return Optional.empty();
        }
        Attempt attempt = tools.delivery.attempt(way, record, payload);
        if (attempt.outcome().isOfTheOtherSide()) {
            unwell.add(record.recordId());
        }
        return Optional.of(attempt);
    }

    /** When this server is at fault: for now with everything, or with this delivery. */
    private Optional<Attempt> failed(Way way, ForwardingRecord record, Throwable why) {
        LOG.atWarn().addKeyValue("record", record.recordId()).setCause(why).log("forwarding.attempt_failed");
        if (Outage.isPassing(why) || (why instanceof Error && !(why instanceof StackOverflowError))) {
            broken = why;
            return Optional.empty();
        }
        return Optional.of(tools.delivery.unmade(
                way, record, "It could not be sent: " + why.getClass().getSimpleName() + "."));
    }

    /** What is over by now; waits for a while if nothing is, and a moment for more if something is. */
    private List<Attempt> gathered() throws InterruptedException {
        List<Attempt> attempts = new ArrayList<>();
        Over first = ended.poll(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + GATHERING.toNanos();
        for (Over one = first; one != null; one = here.isEmpty() ? null : more(end, attempts.size())) {
            here.remove(one.recordId);
            one.attempt.ifPresent(attempts::add);
        }
        attempts.stream()
                .filter(attempt ->
                        attempt.outcome().asksForTime() && attempt.at().isAfter(asked))
                .forEach(attempt -> asked = attempt.at());
        return attempts;
    }

    private @Nullable Over more(long end, int have) throws InterruptedException {
        return have >= MOST_WRITTEN ? null : ended.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}

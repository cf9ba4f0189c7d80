// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Ownership;
import org.baraza.sync.RestoreRequest.Wish;

/**
 * First restores that are too large to wait for (device protocol: caching and async). The phone is told to come back while
 * one is made in the background; the finished payload is kept for an hour for the phone that asked, so that a download that
 * broke off is begun again with the same bytes. A form that the phone sends meanwhile makes the payload old, and it goes.
 *
 * <p>Any node may answer; what a node that died was making is begun again.
 */
public final class PreparedRestores {
    static final Duration KEPT = Duration.ofHours(1);
    /** After so long without a sign its maker is taken for dead. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LATER_WAIT = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Transactions transactions;
    private final Ownership ownership;
    private final PhoneForms phoneForms;
    private final PreparationLine line;
    private final int threshold;
    private final Clock clock;
    private final PreparedRestoreStore store = new PreparedRestoreStore();

    /** @param threshold a first restore of more open cases than this is prepared */
    public PreparedRestores(
            Transactions transactions,
            Ownership ownership,
            PhoneForms phoneForms,
            PreparationLine line,
            int threshold,
            Clock clock) {
        this.transactions = transactions;
        this.ownership = ownership;
        this.phoneForms = phoneForms;
        this.line = line;
        this.threshold = threshold;
        this.clock = clock;
    }

    /** What is to be done about a request. */
    private sealed interface Found {
        record Known(PreparedRestore restore) implements Found {}

        record Huge(int cases) implements Found {}

        record Ordinary() implements Found {}
    }

    /**
     * The answer to a request, if it is one for a payload that is prepared or must be.
     *
     * @param userId whose phone it is
     */
    Optional<RestoreAnswer> answer(ProjectAccess access, String userId, RestoreRequest request) {
        if (!request.isFirst() || !request.wants(Wish.MAY_BE_TOLD_TO_WAIT)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        SyncLog log = Restore.log(access, userId, request.kept(), now);
        PreparedKey key = PreparedKey.of(log);
        return switch (transactions.write(tx -> look(tx, key, request, now))) {
            case Found.Ordinary _ -> Optional.empty();
            case Found.Known _ -> Optional.of(await(access, key, request, LATER_WAIT));
            case Found.Huge(int cases) -> {
                begin(access, key, log, request, cases);
                yield Optional.of(await(access, key, request, FIRST_WAIT));
            }
        };
    }

    private Found look(Tx tx, PreparedKey key, RestoreRequest request, Instant now) {
        Optional<PreparedRestore> known = store.find(tx, key);
        if (known.isPresent()) {
            if (!request.wants(Wish.EVERYTHING_ANEW) && isGood(tx, key, known.get(), now)) {
                return new Found.Known(known.get());
            }
            store.drop(tx, known.get().payloadId());
        }
        int cases = store.countOwn(tx, ownership.owners(tx, key.userId()), threshold + 1);
        return cases > threshold ? new Found.Huge(cases) : new Found.Ordinary();
    }

    private boolean isGood(Tx tx, PreparedKey key, PreparedRestore restore, Instant now) {
        boolean young = restore.startedAt().plus(KEPT).isAfter(now);
        boolean alive =
                restore.pieces().isPresent() || restore.beatAt().plus(SILENCE).isAfter(now);
        return young && alive && !phoneForms.cameSince(tx, key.userId(), key.deviceId(), restore.startedAt());
    }

    private void begin(ProjectAccess access, PreparedKey key, SyncLog log, RestoreRequest request, int cases) {
        UUID payloadId = UUID.randomUUID();
        boolean mine = transactions.write(tx -> store.begin(tx, key, payloadId, cases, clock.instant()));
        if (mine) {
            line.add(access, payloadId, log, request.kept());
        }
    }

    private RestoreAnswer await(ProjectAccess access, PreparedKey key, RestoreRequest request, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        RestoreAnswer.Pending pending = new RestoreAnswer.Pending(0, threshold);
        while (true) {
            Optional<PreparedRestore> restore = transactions.read(tx -> store.find(tx, key));
            if (restore.isPresent() && restore.get().pieces().isPresent()) {
                return payload(access, restore.get(), request);
            }
            pending = restore.map(now -> new RestoreAnswer.Pending(now.done(), now.total()))
                    .orElse(pending);
            if (System.nanoTime() >= end || restore.isEmpty() || !pause()) {
                return pending;
            }
        }
    }

    private RestoreAnswer payload(ProjectAccess access, PreparedRestore restore, RestoreRequest request) {
        try {
            var kept = new KeptPayload(
                    transactions,
                    access.project(),
                    restore.payloadId(),
                    restore.pieces().orElseThrow());
            return new RestoreAnswer.Payload(KeptPayload.readable(kept, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

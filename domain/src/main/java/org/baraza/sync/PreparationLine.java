// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes large payloads, a few at a time; those behind them wait for their turn. */
public final class PreparationLine {
    private static final Logger LOG = LoggerFactory.getLogger(PreparationLine.class);
    private static final int AT_ONCE = 2;
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final RestoreReading reading;
    private final SyncLogStore logs;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final PreparedRestoreStore store = new PreparedRestoreStore();
    private final PayloadStore payloads = new PayloadStore();

    public PreparationLine(Transactions transactions, RestoreReading reading, SyncLogStore logs, Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.logs = logs;
        this.clock = clock;
    }

    /** Nobody waits for the payload any more. */
    private static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void add(ProjectAccess access, UUID payloadId, SyncLog log, RestoreRequest request) {
        var work = new RestoreWork(access.projectName(), request, log, new Standing(), new Progress(payloadId));
        Thread.ofVirtual()
                .name("prepare-" + log.id())
                .start(() -> ProjectScope.run(access.project(), () -> make(payloadId, work)));
    }

    /**
     * Makes a payload at once; it is kept under its id for an hour, unless somebody who keeps it longer says so with {@link
     * #release}.
     *
     * @return how many pieces it has
     */
    int makeNow(ProjectAccess access, UUID payloadId, SyncLog log, RestoreRequest request) throws IOException {
        var key = new PreparedKey(log.userId(), "", "", payloadId.toString());
        transactions.writing(tx -> store.begin(tx, key, payloadId, 0, clock.instant()));
        return write(
                payloadId,
                new RestoreWork(access.projectName(), request, log, new Standing(), new Progress(payloadId)));
    }

    /** Somebody else keeps the pieces from now on. */
    void release(Tx tx, UUID payloadId) {
        store.release(tx, payloadId);
    }

    private void make(UUID payloadId, RestoreWork work) {
        try {
            waitForPlace(payloadId);
            try {
                write(payloadId, work);
            } finally {
                places.release();
            }
        } catch (Unwanted e) {
            LOG.atDebug().addKeyValue("sync", work.log().id()).log("restore.unwanted");
        } catch (IOException | RuntimeException e) {
            // The phone asks again and begins anew.
            transactions.writing(tx -> store.drop(tx, payloadId));
            LOG.atWarn()
                    .addKeyValue("sync", work.log().id())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("restore.preparation_failed");
        }
    }

    private void waitForPlace(UUID payloadId) {
        try {
            while (!places.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                requireWanted(transactions.write(tx -> store.beat(tx, payloadId, clock.instant())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unwanted();
        }
    }

    private int write(UUID payloadId, RestoreWork work) throws IOException {
        transactions.writing(tx -> logs.begin(tx, work.log(), clock.instant()));
        Pieces pieces = new Pieces(payloadId);
        reading.writeTo(pieces, work);
        int count = pieces.finish();
        transactions.writing(tx -> store.finish(tx, payloadId, count));
        return count;
    }

    private static void requireWanted(boolean wanted) {
        if (!wanted) {
            throw new Unwanted();
        }
    }

    /** Every piece asks whether it is still wanted, so that nothing is kept that nobody knows of. */
    private final class Pieces extends KeptPayload.Sink {
        private final UUID payloadId;

        private Pieces(UUID payloadId) {
            this.payloadId = payloadId;
        }

        @Override
        void keep(int pieceNo, byte[] bytes) {
            requireWanted(transactions.write(tx -> {
                boolean wanted = store.beat(tx, payloadId, clock.instant());
                if (wanted) {
                    payloads.add(tx, payloadId, pieceNo, bytes);
                }
                return wanted;
            }));
        }
    }

    private final class Progress implements RestoreProgress {
        private final UUID payloadId;
        private Instant said = Instant.EPOCH;

        private Progress(UUID payloadId) {
            this.payloadId = payloadId;
        }

        @Override
        public void at(int done, int total) {
            Instant now = clock.instant();
            if (!said.plus(BEAT).isAfter(now)) {
                requireWanted(transactions.write(tx -> store.beat(tx, payloadId, done, total, now)));
                said = now;
            }
        }
    }
}

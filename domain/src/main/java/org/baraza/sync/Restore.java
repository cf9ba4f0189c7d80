// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.RestoreAnswer.Payload;
import org.baraza.sync.RestoreAnswer.StartOver;
import org.baraza.sync.Standing.Verdict;

/**
 * Fills a phone with the cases that belong on it (device protocol: full sync).
 *
 * <p>A phone that names its last sync is told what changed since, if it holds what we think that it holds; otherwise it
 * must start over.
 */
public final class Restore {
    static final String INVALID_USER = "Attempt to sync with invalid user.";
    static final String UNKNOWN_SYNC = "The sync to continue from is not known here.";

    /** How long a phone may stay away and still continue. */
    static final Duration TOKEN_LIFE = Duration.ofDays(63);

    private final Transactions transactions;
    private final SyncLogStore logs;
    private final RestoreReading reading;
    private final Path spoolFolder;
    private final Clock clock;

    /** @param spoolFolder where payloads wait that phones take slower than they are read */
    public Restore(
            Transactions transactions, SyncLogStore logs, RestoreReading reading, Path spoolFolder, Clock clock) {
        this.transactions = transactions;
        this.logs = logs;
        this.reading = reading;
        this.spoolFolder = spoolFolder;
        this.clock = clock;
    }

    /**
     * Begins a payload for the caller, in the project in scope. The sync is on record when this returns; the rows are
     * read by a thread of their own while the caller takes the bytes.
     */
    public RestoreAnswer prepare(ProjectAccess access, RestoreRequest request) {
        return prepareFor(access, access.actor().userId(), request);
    }

    /**
     * As {@link #prepare}, for somebody else's phone.
     *
     * @param userId whose phone it is; that the caller may ask for it is the word of whoever calls
     */
    public RestoreAnswer prepareFor(ProjectAccess access, String userId, RestoreRequest request) {
        access.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        if (request.isOfAnother(userId, access.actor().userId())) {
            return new StartOver(INVALID_USER);
        }
        Instant now = clock.instant();
        SyncLog log = log(access, userId, request, now);
        RestoreWork work = new RestoreWork(access.projectName(), request, log, new Standing(), RestoreProgress.NOBODY);
        return transactions.write(tx -> begin(tx, log, now)) ? read(access, work) : new StartOver(UNKNOWN_SYNC);
    }

    /** The sync that a request begins. */
    static SyncLog log(ProjectAccess access, String userId, RestoreRequest request, Instant now) {
        String caller = access.actor().userId();
        return new SyncLog(
                SyncToken.fresh(now.toEpochMilli()),
                userId,
                caller.equals(userId) ? null : caller,
                request.deviceId(),
                request.appId(),
                request.since());
    }

    private boolean begin(Tx tx, SyncLog log, Instant now) {
        String since = log.previousId();
        if (since != null && !isKnown(tx, log.userId(), since, now)) {
            return false;
        }
        logs.begin(tx, log, now);
        return true;
    }

    private boolean isKnown(Tx tx, String userId, String since, Instant now) {
        return SyncToken.isWellFormed(since) && logs.isKnown(tx, since, userId, now.minus(TOKEN_LIFE));
    }

    private RestoreAnswer read(ProjectAccess access, RestoreWork work) {
        Spool spool = new Spool(spoolFolder);
        SyncLog log = work.log();
        RestoreRequest request = work.request();
        Thread.ofVirtual()
                .name("restore-" + log.id())
                .start(() -> ProjectScope.run(access.project(), () -> fill(spool, work)));
        return switch (work.standing().await()) {
            case Verdict.Continue(boolean disagrees) -> {
                rememberDisagreement(log, request, disagrees);
                yield new Payload(spool.source());
            }
            case Verdict.StartOver(String reason, boolean disagrees) -> {
                rememberDisagreement(log, request, disagrees);
                yield new StartOver(reason);
            }
        };
    }

    private void rememberDisagreement(SyncLog log, RestoreRequest request, boolean disagrees) {
        String since = log.previousId();
        String state = request.state();
        if (disagrees && since != null && state != null) {
            transactions.writing(tx -> logs.disagree(tx, since, state, clock.instant()));
        }
    }

    private void fill(Spool spool, RestoreWork work) {
        try {
            reading.writeTo(spool.sink(), work);
            spool.finish();
        } catch (Throwable failure) {
            work.standing().fail(failure);
            spool.fail(failure);
        }
    }
}

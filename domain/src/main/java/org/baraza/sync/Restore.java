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
import org.jspecify.annotations.Nullable;

/**
 * Fills a phone with the cases that belong on it (device protocol: full sync).
 *
 * <p>A phone that names its last sync gets the whole payload too: it replaces what it knows of each case and keeps the
 * rest, so nothing is lost by saying more than it needs.
 */
public final class Restore {
    /** How long a phone may stay away and still continue. */
    private static final Duration TOKEN_LIFE = Duration.ofDays(63);

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
        access.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        String userId = access.actor().userId();
        if (request.userId() != null && !request.userId().equals(userId)) {
            return new StartOver("Attempt to sync with invalid user.");
        }
        Instant now = clock.instant();
        SyncLog log = new SyncLog(SyncToken.fresh(now.toEpochMilli()), userId, request.deviceId(), request.appId());
        return transactions.write(tx -> begin(tx, log, request.since(), now))
                ? new Payload(read(access, request, log))
                : new StartOver("The sync to continue from is not known here.");
    }

    private boolean begin(Tx tx, SyncLog log, @Nullable String since, Instant now) {
        if (since != null && !isKnown(tx, log.userId(), since, now)) {
            return false;
        }
        logs.begin(tx, log, now);
        return true;
    }

    private boolean isKnown(Tx tx, String userId, String since, Instant now) {
        return SyncToken.isWellFormed(since) && logs.isKnown(tx, since, userId, now.minus(TOKEN_LIFE));
    }

    private java.io.InputStream read(ProjectAccess access, RestoreRequest request, SyncLog log) {
        Spool spool = new Spool(spoolFolder);
        Thread.ofVirtual()
                .name("restore-" + log.id())
                .start(() -> ProjectScope.run(access.project(), () -> fill(spool, access, request, log)));
        return spool.source();
    }

    private void fill(Spool spool, ProjectAccess access, RestoreRequest request, SyncLog log) {
        try {
            reading.writeTo(spool.sink(), access, request, log);
            spool.finish();
        } catch (Throwable failure) {
            spool.fail(failure);
        }
    }
}

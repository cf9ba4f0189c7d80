// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.baraza.persistence.queue.Task;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Makes the files of daily exports anew, each at the end of the server's day, until nobody has fetched one for long (exports:
 * kinds).
 */
public final class DailyRound implements Task {
    /** Name of the work in the queue. */
    public static final String TASK = "exchange.daily_export";

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final Duration UNWANTED = Duration.ofDays(35);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Supplier<SavedExports> exports;
    private final Rebuilding rebuilding;
    private final Clock clock;

    /** Starts the job that makes the file of an export anew; false when its owner may not any more. */
    public interface Rebuilding {
        boolean start(SavedExport export);
    }

    public DailyRound(Supplier<SavedExports> exports, Rebuilding rebuilding, Clock clock) {
        this.exports = exports;
        this.rebuilding = rebuilding;
        this.clock = clock;
    }

    /** Queues the round of an export, in the transaction that begins it. */
    public static void begin(Tx tx, TaskQueue queue, SavedExport export, Clock clock) {
        queue.add(tx, TASK, export.exportId() + ":" + export.round(), next(clock));
    }

    /** The next end of a day. */
    private static Instant next(Clock clock) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today = now.with(END_OF_DAY);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** Whether the file is older than the last end of a day, or not there. */
    public static boolean isStale(SavedExport export, Clock clock) {
        Instant last = next(clock).atZone(clock.getZone()).minusDays(1).toInstant();
        return export.file().isEmpty() || export.file().get().builtAt().isBefore(last);
    }

    @Override
    public Next run(String id, BooleanSupplier stopping) {
        int colon = id.lastIndexOf(':');
        String exportId = id.substring(0, colon);
        int round = Integer.parseInt(id.substring(colon + 1));
        return exports.get()
                .ofRound(exportId)
                .filter(export -> export.daily() && export.rebuilding() && export.round() == round)
                .map(this::rebuilt)
                .orElseGet(Next.Over::new);
    }

    private Next rebuilt(SavedExport export) {
        Instant wanted = export.fetchedAt().orElse(export.updatedAt());
        if (wanted.isBefore(clock.instant().minus(UNWANTED))) {
            exports.get().stopRound(export.exportId());
            return new Next.Over();
        }
        try {
            if (!rebuilding.start(export)) {
                exports.get().stopRound(export.exportId());
                return new Next.Over();
            }
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Conflict) {
                return new Next.Again(SOON);
            }
            throw refused;
        }
        return new Next.Again(Duration.between(clock.instant(), next(clock)));
    }
}

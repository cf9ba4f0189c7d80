// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.StepTaking;
import org.baraza.exchange.work.Work;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** Takes the rows of a run of a job, and counts them in the transactions that do them. */
final class JobProgress {
    /** So long a transaction takes rows; others wait for what it holds. */
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final Transactions transactions;
    private final ChangeLog changes;
    private final JobStore store;
    private final Job job;
    private Progress progress;
    private int errors;
    private boolean lasts;

    JobProgress(Transactions transactions, ChangeLog changes, JobStore store, Job job) {
        this.transactions = transactions;
        this.changes = changes;
        this.store = store;
        this.job = job;
        this.progress = job.progress();
        this.errors = transactions.read(tx -> store.lastError(tx, job));
    }

    /** What came of an attempt to take rows. */
    sealed interface Taken {
        record Rows(int count) implements Taken {}

        record Cancelled() implements Taken {}

        /** Another run has the job. */
        record Lost() implements Taken {}
    }

    /** Counts the rows, or passes over those that are done. */
    void start(Work work) {
        lasts = !work.startsOver();
        boolean fresh = progress.total().isEmpty() || work.startsOver();
        if (!fresh) {
            work.skip(progress.done());
            return;
        }
        progress = Progress.NONE.of(work.total());
        errors = 0;
        transactions.writing(tx -> {
            store.clearErrors(tx, job);
            store.setProgress(tx, job, progress, lasts);
            announce(tx);
        });
    }

    /** Does as many of the rows as one transaction may. */
    Taken take(List<Step> steps) {
        record Attempt(Taken taken, Progress progress, int errors) {}
        Attempt attempt = Conflicts.retrying(() -> transactions.write(tx -> {
            if (!store.hold(tx, job)) {
                return new Attempt(new Taken.Lost(), progress, errors);
            }
            if (store.isCancelling(tx, job)) {
                return new Attempt(new Taken.Cancelled(), progress, errors);
            }
            List<JobError> found = new ArrayList<>();
            Progress after = progress;
            int count = 0;
            long end = System.nanoTime() + LONGEST.toNanos();
            do {
                Step step = steps.get(count++);
                Outcome outcome = StepTaking.take(tx, step, job.request().isRehearsal());
                after = after.after(outcome, step.rows());
                for (Outcome.Bad bad : bad(step, outcome)) {
                    bad.faults()
                            .forEach(fault -> found.add(new JobError(errors + found.size() + 1, bad.place(), fault)));
                }
            } while (count < steps.size() && System.nanoTime() < end);
            store.addErrors(tx, job, found);
            store.setProgress(tx, job, after, lasts);
            announce(tx);
            return new Attempt(new Taken.Rows(count), after, errors + found.size());
        }));
        progress = attempt.progress();
        errors = attempt.errors();
        return attempt.taken();
    }

    private static List<Outcome.Bad> bad(Step step, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> List.of();
            case Outcome.Failed(List<Outcome.Fault> faults) -> List.of(new Outcome.Bad(step.place(), faults));
            case Outcome.Several several -> several.bad();
        };
    }

    private void announce(Tx tx) {
        changes.append(tx, List.of(Change.ofJob(job.jobId())));
    }
}

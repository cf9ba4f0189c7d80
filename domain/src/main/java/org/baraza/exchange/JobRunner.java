// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.baraza.exchange.exports.KeptFiles;
import org.baraza.exchange.work.JobFailed;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.Access;
import org.baraza.identity.Channel;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.Task;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Projects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs on this node: each from the row behind the last one that was committed, as who asked for it. */
public final class JobRunner implements Task {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration NEXT_TURN = Duration.ofMillis(500);
    /** For its turn, where one of a kind runs alone. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private static final JobEnd WAITED_TOO_LONG =
            JobEnd.failed(Optional.empty(), "WAITED_TOO_LONG", "Another job of this kind ran for hours.");
    /** A job that takes the node with it each time is not begun for ever. */
    private static final int MOST_FRUITLESS = 5;

    private final Transactions transactions;
    private final Projects projects;
    private final Access access;
    private final ChangeLog changes;
    private final Works works;
    private final JobFiles files;
    private final Clock clock;
    private final ProjectTurns turns = new ProjectTurns();
    private final JobStore store = new JobStore();
    private final KeptFiles keptFiles;
    private final JobMails mails;

    public JobRunner(
            Transactions transactions,
            Projects projects,
            Access access,
            ChangeLog changes,
            Works works,
            JobFiles files,
            KeptFiles keptFiles,
            JobMails mails,
            Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.access = access;
        this.changes = changes;
        this.works = works;
        this.files = files;
        this.keptFiles = keptFiles;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Next run(String jobId, BooleanSupplier stopping) {
        ProjectId project = ProjectScope.current();
        if (!turns.take(project)) {
            return new Next.Again(NEXT_TURN);
        }
        try {
            Optional<Job> waiting = transactions.read(tx -> store.behindAnother(tx, jobId));
            if (waiting.isPresent()
                    && waiting.get()
                            .times()
                            .requestedAt()
                            .isAfter(clock.instant().minus(LONGEST_WAIT))) {
                return new Next.Again(NEXT_TURN);
            }
            return begin(jobId)
                    .map(job -> waiting.isPresent() ? over(job, WAITED_TOO_LONG) : begun(job, stopping))
                    .orElseGet(Next.Over::new);
        } finally {
            turns.giveBack(project);
        }
    }

    private Optional<Job> begin(String jobId) {
        return transactions.write(tx -> {
            Optional<Job> begun = store.begin(tx, jobId, clock.instant());
            begun.ifPresent(job -> changes.append(tx, List.of(Change.ofJob(jobId))));
            return begun;
        });
    }

    private Next begun(Job job, BooleanSupplier stopping) {
        LOG.atInfo()
                .addKeyValue("job", job.jobId())
                .addKeyValue("kind", job.kind())
                .addKeyValue("run", job.run())
                .addKeyValue("done", job.progress().done())
                .log("job.begun");
        try {
            if (job.fruitless() > MOST_FRUITLESS) {
                throw new JobFailed("GAVE_UP", "The job was begun several times and never came further.");
            }
            return goOn(job, stopping);
        } catch (JobFailed failed) {
            return over(job, JobEnd.failed(problems(job), failed.code(), failed.text()));
        } catch (WorkbookRefused refused) {
            return over(job, JobEnd.failed(problems(job), refused.code(), refused.text()));
        } catch (Refused refused) {
            if (isOfTheServer(refused.problem())) {
                throw refused;
            }
            return over(
                    job,
                    JobEnd.failed(
                            problems(job),
                            refused.problem().code(),
                            refused.problem().message()));
        }
    }

    private static boolean isOfTheServer(Problem problem) {
        return problem instanceof Problem.Unavailable || problem instanceof Problem.TooMany;
    }

    private Next goOn(Job job, BooleanSupplier stopping) {
        JobProgress progress = new JobProgress(transactions, changes, store, job);
        ProjectAccess opener = who(job);
        try (Work work = works.open(job, opener)) {
            progress.start(work);
            for (List<Step> steps = work.next(); !steps.isEmpty(); steps = work.next()) {
                while (!steps.isEmpty()) {
                    // The work holds what she might do when it was opened: with other rights it is opened anew.
                    if (stopping.getAsBoolean() || !who(job).equals(opener)) {
                        return new Next.Again(Duration.ZERO);
                    }
                    switch (progress.take(steps)) {
                        case JobProgress.Taken.Rows(int count) -> steps = steps.subList(count, steps.size());
                        case JobProgress.Taken.Cancelled _ -> {
                            return over(job, JobEnd.cancelled(problems(job)));
                        }
                        case JobProgress.Taken.Lost _ -> {
                            return new Next.Over();
                        }
                    }
                }
            }
            return over(job, JobEnd.done(result(job, work)));
        }
    }

    /** Who asked for it, if she still may. */
    private ProjectAccess who(Job job) {
        return projects.byId(ProjectScope.current())
                .flatMap(project -> access.to(job.requestedBy(), project))
                .map(member -> member.by(Channel.BULK))
                .filter(job.kind()::isOpenTo)
                .orElseThrow(() -> new JobFailed("FORBIDDEN", "Who asked for this may not do it any more."));
    }

    private Optional<JobFile> result(Job job, Work work) {
        return work.result()
                .map(made -> files.keep(made, works.resultName(job)))
                .or(() -> problems(job));
    }

    private Optional<JobFile> problems(Job job) {
        return new ProblemList(transactions, store, files).of(job);
    }

    /** What came of a daily export is its file from now on, in the transaction that ends the job. */
    private void keep(Tx tx, Job job, JobEnd end) {
        if (job.request() instanceof JobRequest.Export(var _, String dailyId, var _)
                && !dailyId.isEmpty()
                && end.state() == JobState.DONE) {
            Instant now = clock.instant();
            Duration took = Duration.between(job.times().startedAt().orElse(now), now);
            end.result()
                    .ifPresent(file -> keptFiles.built(
                            tx, dailyId, new KeptFiles.Built(file.key(), file.name(), file.size(), now, took)));
        }
    }

    private Next over(Job job, JobEnd end) {
        boolean ended = transactions.write(tx -> {
            if (!store.hold(tx, job)) {
                return false;
            }
            store.end(tx, job, end, clock.instant());
            keep(tx, job, end);
            mails.tell(tx, job, end);
            changes.append(tx, List.of(Change.ofJob(job.jobId())));
            return true;
        });
        if (ended) {
            job.files().sourceKey().ifPresent(files::discard);
        }
        LOG.atInfo()
                .addKeyValue("job", job.jobId())
                .addKeyValue("state", end.state())
                .addKeyValue("problem", end.problem().map(Job.Problem::code).orElse(""))
                .log("job.ended");
        return new Next.Over();
    }
}

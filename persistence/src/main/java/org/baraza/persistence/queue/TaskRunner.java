// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.baraza.persistence.tenancy.ProjectScope;

/**
 * Does queued work on this node, a few at a time. Work of a node that died is done by another, or by this one, a quarter of
 * a minute later; work that throws is tried again, less and less often.
 */
public final class TaskRunner implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(8);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;

    private final Scheduler scheduler;

    /**
     * Starts at once.
     *
     * @param system the role that works across projects
     * @param tasks kinds of work by name
     */
    public TaskRunner(DataSource system, Map<String, Task> tasks, int threads, Duration pause) {
        List<CustomTask<Void>> known = new ArrayList<>();
        tasks.forEach((name, task) -> known.add(described(name, task)));
        scheduler = Scheduler.create(system, List.copyOf(known))
                .tableName("queue.task")
                .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                .threads(threads)
                .pollingInterval(pause)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                // The pools of this server begin every transaction themselves.
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.start();
    }

    private static CustomTask<Void> described(String name, Task task) {
        return Tasks.custom(name, Void.class)
                .onDeadExecutionRevive()
                .onFailure((failed, operations) -> {
                    int doublings = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLINGS);
                    operations.reschedule(failed, failed.getTimeDone().plus(FIRST_RETRY.multipliedBy(1L << doublings)));
                })
                .execute((instance, context) -> {
                    TaskId id = TaskId.read(instance.getId());
                    BooleanSupplier stopping = context.getSchedulerState()::isShuttingDown;
                    return completion(ProjectScope.in(id.project(), () -> task.run(id.id(), stopping)));
                });
    }

    private static CompletionHandler<Void> completion(Task.Next next) {
        return switch (next) {
            case Task.Next.Over _ -> (_, operations) -> operations.stop();
            case Task.Next.Again(var in) ->
                (done, operations) ->
                        operations.reschedule(done, done.getTimeDone().plus(in));
        };
    }

    /** Looks for work at once. */
    public void nudge() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.queue;

import static org.baraza.persistence.schema.queue.Tables.TASK;

import java.time.Instant;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Where work is put that is to be done once its transaction is committed, and never if it is not. */
public final class TaskQueue {
    private final Runnable nudge;

    /** @param nudge called after the commit, so that this node need not wait for its next round */
    public TaskQueue(Runnable nudge) {
        this.nudge = nudge;
    }

    /**
     * Queues work of the project in scope.
     *
     * @param task which work
     * @param id of what it is done to, within the project
     */
    public void add(Tx tx, String task, String id, Instant at) {
        tx.sql()
                .insertInto(TASK)
                .set(TASK.TASK_NAME, task)
                .set(TASK.TASK_INSTANCE, new TaskId(ProjectScope.current(), id).text())
                .set(TASK.EXECUTION_TIME, at)
                .set(TASK.PICKED, false)
                .set(TASK.VERSION, 1L)
                .execute();
        tx.afterCommit(nudge);
    }
}

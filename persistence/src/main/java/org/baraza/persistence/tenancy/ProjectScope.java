// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

/**
 * Which project the current thread works for. Bound once at the edge (request filter, GraphQL field, job), read when a
 * transaction begins, never passed on by itself to another thread: whoever hands work over binds it again with
 * {@link #in}.
 */
public final class ProjectScope {
    private static final ScopedValue<ProjectId> CURRENT = ScopedValue.newInstance();

    private ProjectScope() {}

    /** Runs the work for the project and unbinds it afterwards, however the work ends. */
    public static <R, X extends Throwable> R in(ProjectId project, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        return ScopedValue.where(CURRENT, project).call(work);
    }

    /** As {@link #in}, for work without an answer. */
    public static void run(ProjectId project, Runnable work) {
        ScopedValue.where(CURRENT, project).run(work);
    }

    /**
     * The project in scope.
     *
     * @throws IllegalStateException when there is none: nothing tenant-bound may run then
     */
    public static ProjectId current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("no project in scope"));
    }
}

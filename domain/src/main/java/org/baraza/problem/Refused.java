// SPDX-License-Identifier: Apache-2.0
package org.baraza.problem;

/** Leaves a service, and its transaction, with a {@link Problem}. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

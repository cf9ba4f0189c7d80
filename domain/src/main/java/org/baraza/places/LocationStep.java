// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.function.UnaryOperator;
import org.baraza.problem.Problem;

/** One of several changes that are made together. */
public sealed interface LocationStep {

    /** A location to be made. */
    record Create(LocationWish wish) implements LocationStep {}

    /** A location to be changed, beginning with what it is when its turn comes. */
    record Edit(String locationId, UnaryOperator<LocationWish> change) implements LocationStep {}

    /** Leaves all of the steps undone because one cannot be done. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int index;
        private final transient Problem problem;

        Failed(int index, Problem problem) {
            super(problem.code(), null, false, false);
            this.index = index;
            this.problem = problem;
        }

        /** Which step it was; the first is 0. */
        public int index() {
            return index;
        }

        public Problem problem() {
            return problem;
        }
    }
}

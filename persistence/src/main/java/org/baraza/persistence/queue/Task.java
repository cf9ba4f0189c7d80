// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.queue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How one kind of work is done. Called in the scope of the project; it may be cut short anywhere and called again. */
public interface Task {

    /**
     * Does the work, or a part of it.
     *
     * @param stopping true once this node is to stop: then the work ends at its next stage and asks to be called again
     */
    Next run(String id, BooleanSupplier stopping);

    /** What becomes of the work after that. */
    sealed interface Next {

        /** There is nothing more to do. */
        record Over() implements Next {}

        /** To be called again, on this node or another. */
        record Again(Duration in) implements Next {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/** Told how far a payload is. May throw to end the work. */
@FunctionalInterface
interface RestoreProgress {
    /** Nobody waits for it. */
    RestoreProgress NOBODY = (done, total) -> {};

    /** @param done of all cases; never less than before */
    void at(int done, int total);
}

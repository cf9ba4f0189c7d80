// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.util.List;
import java.util.Optional;
import org.baraza.persistence.tenancy.Outage;

/** Does something about changes, in their order. May be given the same changes again after a crash. */
@FunctionalInterface
public interface ChangeConsumer {
    void accept(List<NumberedChange> changes);

    /** Tries a change alone, and gives why it cannot be digested; throws when that is for now only. */
    default Optional<Throwable> failureAt(NumberedChange change) {
        try {
            accept(List.of(change));
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            if (e instanceof PassingFailure || Outage.isPassing(e)) {
                throw e;
            }
            return Optional.of(e);
        }
    }
}

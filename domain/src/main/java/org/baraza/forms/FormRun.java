// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which forms are read one after the other, in the order of arrival, which never changes.
 *
 * @param states at least one
 * @param from the earliest arrival; empty for no limit
 * @param before the end of the time of arrival, itself excluded
 * @param users only those filled in by one of them; empty for anybody
 */
public record FormRun(
        String xmlns, Set<FormState> states, Optional<Instant> from, Instant before, Optional<Set<String>> users) {
    public FormRun {
        states = Set.copyOf(states);
        users = users.map(Set::copyOf);
    }

    /** The place of a form in the run. */
    public record Place(Instant receivedOn, String formId) {}
}

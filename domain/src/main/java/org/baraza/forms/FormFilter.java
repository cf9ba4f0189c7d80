// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which forms are wanted; what is null does not matter.
 *
 * @param states at least one
 * @param receivedFrom the earliest arrival
 * @param receivedBefore the end of the time of arrival, itself excluded
 */
public record FormFilter(
        Set<FormState> states,
        @Nullable String xmlns,
        @Nullable String userId,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore) {

    /** The forms that count. */
    public static final FormFilter NORMAL = new FormFilter(Set.of(FormState.NORMAL), null, null, null, null);

    public FormFilter {
        states = Set.copyOf(states);
    }

    /** The same, of one user. */
    public FormFilter by(String user) {
        return new FormFilter(states, xmlns, user, receivedFrom, receivedBefore);
    }
}

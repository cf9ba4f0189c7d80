// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.baraza.forms.FormFilter;
import org.baraza.forms.FormState;
import org.jspecify.annotations.Nullable;

/** The filter of a list of forms, as clients write it. */
record FormFilterInput(
        @Nullable List<FormState> states,
        @Nullable String xmlns,
        @Nullable String userId,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore) {

    static FormFilter filter(@Nullable FormFilterInput input) {
        if (input == null) {
            return FormFilter.NORMAL;
        }
        Set<FormState> states =
                input.states == null || input.states.isEmpty() ? FormFilter.NORMAL.states() : Set.copyOf(input.states);
        return new FormFilter(states, input.xmlns, input.userId, input.receivedFrom, input.receivedBefore);
    }
}

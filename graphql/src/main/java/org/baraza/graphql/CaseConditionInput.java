// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a case, as clients write it; null asks nothing. */
record CaseConditionInput(
        @Nullable List<CaseConditionInput> all,
        @Nullable List<CaseConditionInput> any,
        @Nullable CaseConditionInput not,
        @Nullable List<String> type,
        @Nullable List<String> ownerId,
        @Nullable Boolean closed,
        @Nullable PropertyInput property,
        @Nullable Range openedOn,
        @Nullable Range closedOn,
        @Nullable Range modifiedOn,
        @Nullable Range serverModifiedOn,
        @Nullable IndexInput index,
        @Nullable IndexInput indexedBy) {

    /** What is asked of a property. */
    record PropertyInput(
            String name,
            @Nullable String eq,
            @Nullable String ne,
            @Nullable List<String> in,
            @Nullable String startsWith,
            @Nullable String gt,
            @Nullable String gte,
            @Nullable String lt,
            @Nullable String lte,
            @Nullable Boolean blank) {}

    /** A stretch of time. */
    record Range(@Nullable Instant from, @Nullable Instant before) {}

    /** A link to or from another case, and what is asked of that. */
    record IndexInput(
            @Nullable String identifier,
            @Nullable String caseId,
            @Nullable CaseConditionInput where) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.identity.AuditQuery;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The filter of the book, as clients write it. */
record AuditFilterInput(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant until) {

    static AuditQuery query(@Nullable AuditFilterInput input, PageRequest page) {
        return input == null
                ? new AuditQuery(null, null, null, null, null, page)
                : new AuditQuery(input.actor, input.action, input.address, input.from, input.until, page);
    }
}

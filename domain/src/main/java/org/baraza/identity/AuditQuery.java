// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was done, newest first.
 *
 * @param actor how the one signs in who did it, a worker bare or in full; null for anybody
 * @param action null for anything
 * @param address from where; null for anywhere
 * @param from the first moment; null for the beginning
 * @param until the moment after the last; null for now
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant until,
        PageRequest page) {}

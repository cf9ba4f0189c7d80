// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.Optional;
import org.baraza.paging.PageRequest;

/**
 * Which requests of the log are wanted, newest first.
 *
 * @param connectionId empty for those of all
 * @param payloadId empty for those of all documents
 * @param url a part of the address; empty for all
 * @param since not before
 * @param until before
 */
public record RequestQuery(
        String connectionId,
        String payloadId,
        String url,
        Optional<Integer> status,
        Optional<Instant> since,
        Optional<Instant> until,
        PageRequest page) {}

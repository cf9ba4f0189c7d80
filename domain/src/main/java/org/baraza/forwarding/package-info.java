// SPDX-License-Identifier: Apache-2.0
/**
 * Sending what changes to other systems: connections, forwarders, records of deliveries, and the log of requests. Owns the schema
 * {@code forwarding}.
 *
 * <p>Invariants: a change is asked of the feed, never of whoever makes it, so nobody waits for another system; there is one
 * {@link org.baraza.forwarding.ForwardingRecord} for each change, forwarder and document, whatever is repeated; it is said to
 * be sent only when it was, and it is sent again when that is not known, under the same id; of one document and forwarder
 * one record at most is on its way, the earliest; whatever changes records of a forwarder holds its lane, so that its counts are
 * exact. Secrets are sealed and leave only in requests. What is sent, and which changes, are up to the types and formats of {@link
 * org.baraza.forwarding.spi}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apps",
            "cases",
            "casework",
            "dictionary",
            "egress",
            "forms",
            "identity",
            "mail",
            "paging",
            "places",
            "problem",
            "tenancy",
            "ucr",
            "vault",
            "xml"
        })
package org.baraza.forwarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

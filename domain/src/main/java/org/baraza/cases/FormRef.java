// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form that changes cases, as their history remembers it.
 *
 * @param receivedOn when the form arrived, which decides its place in the history; an edit keeps it
 * @param appliedOn when what it says took effect: its arrival, or later for an edit or a second try
 * @param syncToken the sync the device had when it sent the form; null when it said none
 */
public record FormRef(
        String formId,
        Instant receivedOn,
        Instant appliedOn,
        @Nullable String syncToken) {}

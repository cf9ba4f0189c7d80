// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form that changes cases, as their history remembers it.
 *
 * @param serverDate when this server took the change: arrival, or now for an edit
 * @param syncToken the sync the device had when it sent the form; null when it said none
 */
public record FormRef(
        String formId, Instant serverDate, @Nullable String syncToken) {}

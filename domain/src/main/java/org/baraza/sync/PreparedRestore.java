// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payload that is made in the background, or was.
 *
 * @param beatAt when its maker last gave a sign of life
 * @param pieces how many there are; empty until it is whole
 */
record PreparedRestore(
        UUID payloadId, int done, int total, Instant startedAt, Instant beatAt, Optional<Integer> pieces) {}

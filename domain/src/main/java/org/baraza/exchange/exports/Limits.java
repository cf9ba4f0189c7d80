// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which forms or cases an export reads.
 *
 * @param people ids of users, or of owners for cases; empty for all
 */
record Limits(Instant now, Optional<Instant> from, Optional<Instant> before, Optional<Set<String>> people) {}

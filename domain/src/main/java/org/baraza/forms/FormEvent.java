// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a form after it was received.
 *
 * @param operation {@code archive}, {@code unarchive} or {@code edit}
 * @param userId who did it; null when unknown
 */
public record FormEvent(
        String operation, Instant at, @Nullable String userId) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.OptionalInt;
import org.baraza.apps.rollout.Audience;

/**
 * A rollout to be begun.
 *
 * @param errorLimit by how many percent more of the phones than with other versions may report errors before it halts by itself;
 *     empty for any number
 */
public record RolloutWish(String buildId, Audience audience, OptionalInt errorLimit) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import org.jspecify.annotations.Nullable;

/**
 * A value of a case before and after one step of its history.
 *
 * @param name a custom property, a field by the name that forms set it by, {@code closed}, {@code deleted}, {@code
 *     indices.<identifier>} or {@code ledgers.<section>.<entry>}
 * @param before null when there was none
 * @param after null when there is none any more
 */
public record PropertyChange(
        String name, @Nullable String before, @Nullable String after) {}

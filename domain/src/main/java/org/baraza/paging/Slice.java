// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

import java.util.List;

/**
 * A part of a list that is counted off from its beginning, as older APIs do.
 *
 * @param total how many items the whole list has
 */
public record Slice<T>(List<T> items, long total) {
    public Slice {
        items = List.copyOf(items);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

import java.util.List;

/**
 * A part of a list that is addressed by position, as in CommCare HQ's data API, read in one snapshot with its count.
 *
 * @param total how many there are in the whole list
 */
public record Slice<T>(List<T> items, long total) {
    public Slice {
        items = List.copyOf(items);
    }

    /** The part of a list that is at hand whole. */
    public static <T> Slice<T> of(List<T> all, SliceRequest wanted) {
        return new Slice<>(
                all.stream().skip(wanted.offset()).limit(wanted.limit()).toList(), all.size());
    }
}

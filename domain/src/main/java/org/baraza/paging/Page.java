// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A page of a list, read in one snapshot with its count.
 *
 * @param more whether anything follows the last item
 * @param total how many there are on all pages; empty unless it was asked for
 */
public record Page<T>(List<T> items, boolean more, OptionalLong total) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of one row more than was asked for: the extra row only tells that there is more. A list that the first page
     * shows whole needs no counting.
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Supplier<Long> count) {
        boolean more = oneMore.size() > request.first();
        return new Page<>(
                more ? oneMore.subList(0, request.first()) : oneMore,
                more,
                request.counted() ? OptionalLong.of(total(oneMore, request, count)) : OptionalLong.empty());
    }

    private static long total(List<?> oneMore, PageRequest request, Supplier<Long> count) {
        return request.showsWhole(oneMore.size()) ? oneMore.size() : count.get();
    }
}

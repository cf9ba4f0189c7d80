// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Pages of many lists of the same kind, read together: the children of each of several parents. */
public final class PagesByParent {
    private PagesByParent() {}

    /**
     * A page for each parent, also for those without children.
     *
     * @param oneMore children by parent, one more than wanted where there are more
     * @param counts how many children each parent has; asked only if the request wants it and some page does not show all
     */
    public static <T> Map<String, Page<T>> of(
            Collection<String> parents,
            Map<String, ? extends List<T>> oneMore,
            PageRequest request,
            Supplier<Map<String, Integer>> counts) {
        Map<String, Integer> totals = request.counted() && !showsAll(oneMore, request) ? counts.get() : Map.of();
        Map<String, Page<T>> pages = new LinkedHashMap<>();
        for (String parent : parents) {
            List<T> children = oneMore.containsKey(parent) ? oneMore.get(parent) : List.of();
            long total = totals.getOrDefault(parent, 0);
            pages.put(parent, Page.of(children, request, () -> total));
        }
        return pages;
    }

    private static boolean showsAll(Map<String, ? extends List<?>> oneMore, PageRequest request) {
        return request.showsWhole(0)
                && oneMore.values().stream().allMatch(children -> request.showsWhole(children.size()));
    }
}

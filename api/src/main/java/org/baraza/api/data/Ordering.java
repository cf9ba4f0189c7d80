// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.api.pages.OrderBy;

/**
 * How a request wants its list ordered. Times hardly ever tie, so of several wishes the first decides.
 *
 * @param <F> what the list can be ordered by
 */
record Ordering<F>(F field, boolean descending) {

    /**
     * @param sortable fields by the names that requests use
     * @param shown names that the list knows beside those
     */
    static <F> Ordering<F> of(
            HttpServletRequest request, Map<String, F> sortable, Set<String> shown, Ordering<F> usual) {
        List<String> wanted = OrderBy.wanted(request);
        if (wanted.isEmpty()) {
            return usual;
        }
        for (String each : wanted) {
            if (!sortable.containsKey(OrderBy.field(each))) {
                throw OrderBy.refusal(OrderBy.field(each), shown);
            }
        }
        F field = sortable.get(OrderBy.field(wanted.getFirst()));
        return field == null ? usual : new Ordering<>(field, wanted.getFirst().startsWith("-"));
    }
}

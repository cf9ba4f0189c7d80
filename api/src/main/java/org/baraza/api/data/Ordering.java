// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

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
        String @Nullable [] wanted = request.getParameterValues("order_by");
        if (wanted == null || wanted.length == 0) {
            return usual;
        }
        for (String each : wanted) {
            String name = bare(each);
            if (!sortable.containsKey(name)) {
                throw new Refused(Problem.Invalid.field(
                        "order_by",
                        "ORDER_INVALID",
                        shown.contains(name)
                                ? "The '" + name + "' field does not allow ordering."
                                : "No matching '" + name + "' field for ordering on."));
            }
        }
        F field = sortable.get(bare(wanted[0]));
        return field == null ? usual : new Ordering<>(field, wanted[0].startsWith("-"));
    }

    private static String bare(String wanted) {
        return wanted.startsWith("-") ? wanted.substring(1) : wanted;
    }
}

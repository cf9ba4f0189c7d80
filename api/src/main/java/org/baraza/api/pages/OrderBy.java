// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The wish for an order that a list may not have (spec/20, section 1.5). */
public final class OrderBy {
    private static final String NAME = "order_by";

    private OrderBy() {}

    /** The fields that a request wants its list ordered by, in its spelling: with a minus before those that descend. */
    public static List<String> wanted(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameterValues(NAME))
                .map(List::of)
                .orElse(List.of());
    }

    /** The field without what says how. */
    public static String field(String wanted) {
        return wanted.startsWith("-") ? wanted.substring(1) : wanted;
    }

    /** @param shown names of the fields that items have */
    public static Refused refusal(String field, Collection<String> shown) {
        return new Refused(Problem.Invalid.field(
                NAME,
                "ORDER_INVALID",
                shown.contains(field)
                        ? "The '" + field + "' field does not allow ordering."
                        : "No matching '" + field + "' field for ordering on."));
    }

    /** Refuses every wish: the list has one order. */
    public static void refuse(HttpServletRequest request, Collection<String> shown) {
        wanted(request).stream().findFirst().ifPresent(wanted -> {
            throw refusal(field(wanted), shown);
        });
    }
}

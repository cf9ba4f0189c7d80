// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.odata;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.baraza.exchange.exports.Stretch;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a feed is wanted. Other options of OData are not refused and change nothing, as in CommCare HQ.
 *
 * @param after where it begins, as the link in the page before says
 * @param limit forms or cases of a page at most
 * @param top forms or cases that are wanted in all from here on
 */
record FeedPage(String after, int limit, int top) {
    private static final int USUAL = 2_000;
    private static final int MOST = 10_000;

    static FeedPage of(HttpServletRequest request) {
        int limit = number(request, "limit", USUAL);
        String after = request.getParameter("$skiptoken");
        return new FeedPage(
                after == null ? "" : after,
                limit == 0 ? MOST : Math.min(MOST, limit),
                number(request, "$top", Integer.MAX_VALUE));
    }

    private static int number(HttpServletRequest request, String name, int usual) {
        @Nullable String text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Refused(Problem.Invalid.field(
                    name,
                    "OUT_OF_RANGE",
                    "Invalid " + name + " '" + text + "' provided. Please provide a positive integer."));
        }
        return Integer.parseInt(text);
    }

    boolean isEmpty() {
        return top == 0;
    }

    Stretch stretch() {
        return new Stretch(after, Math.min(limit, top));
    }

    /** The query of the page that begins behind a place; empty when all that was wanted is there. */
    Optional<String> next(String place) {
        if (top <= limit) {
            return Optional.empty();
        }
        String rest = top == Integer.MAX_VALUE ? "" : "&$top=" + (top - limit);
        return Optional.of("limit=" + limit + rest + "&$skiptoken=" + place);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletResponse;
import org.baraza.api.limits.Standing;
import org.baraza.api.problems.ProblemJson;

/** Tells callers, in the headers of an answer, how much they may still ask for. */
final class Quotas {
    private Quotas() {}

    static void tell(Standing standing, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", standing.policy());
        response.setHeader("RateLimit-Limit", Long.toString(standing.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(standing.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(ProblemJson.seconds(standing.reset())));
    }
}

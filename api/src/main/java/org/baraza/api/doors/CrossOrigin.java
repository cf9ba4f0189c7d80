// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletResponse;
import org.baraza.api.problems.Answer;
import org.springframework.http.HttpStatus;

/** The answers that let scripts of any site use the data API with a key, as CommCare HQ gives them. */
final class CrossOrigin {
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final String OURS_TO_SEND =
            "Content-Type, Authorization, Idempotency-Key, If-Match, If-None-Match, X-COMMCAREHQ-OTP";
    private static final String OURS_TO_READ =
            "ETag, Link, Location, Retry-After, Idempotency-Replayed, RateLimit-Policy, "
                    + "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";

    private CrossOrigin() {}

    /** Our own API has headers of its own to send and to read. */
    static void allowOurs(HttpServletResponse response) {
        allow(response);
        response.setHeader("Access-Control-Allow-Headers", OURS_TO_SEND);
        response.setHeader("Access-Control-Expose-Headers", OURS_TO_READ);
    }

    static void allow(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
    }

    static Answer preflight() {
        return Answer.text(HttpStatus.OK, METHODS).with("Allow", METHODS).with("Access-Control-Allow-Methods", METHODS);
    }
}

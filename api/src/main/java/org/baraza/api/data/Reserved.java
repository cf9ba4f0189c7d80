// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Parameters of lists of forms and cases that narrow nothing down. */
final class Reserved {
    private static final String FULL = "__full";
    private static final Set<String> NAMES =
            Set.of("limit", "offset", "order_by", "q", "_search", "format", "api_key", "username", "otp");

    private Reserved() {}

    static boolean is(String name) {
        return NAMES.contains(name) || name.endsWith(FULL);
    }

    /** Whether the whole objects of a field are wanted. */
    static boolean wantsFull(HttpServletRequest request, String field) {
        return "true".equalsIgnoreCase(request.getParameter(field + FULL));
    }
}

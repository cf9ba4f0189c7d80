// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.baraza.identity.Credentials;
import org.jspecify.annotations.Nullable;

/** Where a program may show its API key: old ones put it into the data, as {@code username} and {@code api_key}. */
enum KeyPlace {
    /** In the header and nowhere else. */
    HEADER,
    /** In the query too. */
    QUERY,
    /** In the query, or in a body that is a form. */
    QUERY_OR_FORM;

    private static final String USERNAME = "username";
    private static final String KEY = "api_key";

    /** What stands in the data; nothing unless both parts do. */
    Optional<Credentials> key(HttpServletRequest request) {
        if (this == HEADER) {
            return Optional.empty();
        }
        Optional<Credentials> inQuery = pair(QueryText.parameter(request, USERNAME), QueryText.parameter(request, KEY));
        return inQuery.isEmpty() && this == QUERY_OR_FORM && isForm(request)
                ? pair(
                        Optional.ofNullable(request.getParameter(USERNAME)),
                        Optional.ofNullable(request.getParameter(KEY)))
                : inQuery;
    }

    private static Optional<Credentials> pair(Optional<String> username, Optional<String> key) {
        return username.flatMap(login -> key.map(secret -> new Credentials(login, secret)));
    }

    /** Whoever sends a form sends no JSON, so that nothing is lost when it is read here. */
    private static boolean isForm(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }
}

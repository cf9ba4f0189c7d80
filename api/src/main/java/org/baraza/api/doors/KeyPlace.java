// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    /** In the query, or in a body that is a form; in one with files before the first of them. */
    QUERY_OR_FORM;

    private static final String USERNAME = "username";
    private static final String KEY = "api_key";

    /** The same request, whose beginning was looked at where a key may stand there and nothing else says who sends it. */
    HttpServletRequest peeked(HttpServletRequest request) throws IOException {
        boolean silent = request.getHeader("Authorization") == null
                && SessionCookie.in(request).isEmpty()
                && key(request).isEmpty();
        return this == QUERY_OR_FORM && silent && isSent(request, "multipart/form-data")
                ? PeekedForm.of(request)
                : request;
    }

    /** What stands in the data; nothing unless both parts do. */
    Optional<Credentials> key(HttpServletRequest request) {
        if (this == HEADER) {
            return Optional.empty();
        }
        Optional<Credentials> inQuery = pair(QueryText.parameter(request, USERNAME), QueryText.parameter(request, KEY));
        if (inQuery.isEmpty() && request instanceof PeekedForm form) {
            return pair(form.field(USERNAME), form.field(KEY));
        }
        return inQuery.isEmpty() && this == QUERY_OR_FORM && isSent(request, "application/x-www-form-urlencoded")
                ? pair(
                        Optional.ofNullable(request.getParameter(USERNAME)),
                        Optional.ofNullable(request.getParameter(KEY)))
                : inQuery;
    }

    private static Optional<Credentials> pair(Optional<String> username, Optional<String> key) {
        return username.flatMap(login -> key.map(secret -> new Credentials(login, secret)));
    }

    /** Whoever sends a form sends no JSON, so that nothing is lost when it is read here. */
    private static boolean isSent(HttpServletRequest request, String form) {
        @Nullable String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(form);
    }
}

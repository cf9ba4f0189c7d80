// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Parameters that stand in the query. Where the body is a form from a phone, the request itself must not be asked: it
 * would read, and lose, a body that calls itself form-encoded, as programs often send their XML.
 */
public final class QueryText {
    private QueryText() {}

    /** The first value of a parameter. */
    public static Optional<String> parameter(HttpServletRequest request, String name) {
        if (request.getQueryString() == null) {
            return Optional.empty();
        }
        @Nullable
        String value = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(name);
        return Optional.ofNullable(value).map(QueryText::decoded);
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}

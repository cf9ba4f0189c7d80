// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that was sent in the body: what stands in the query is no part of it, and ends up in logs. The container reads it, since
 * a door may have looked into it for a key or a token.
 */
public final class FormBody {
    private static final int LONGEST = 64 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /** A body of another type has no fields. */
    public static FormBody read(HttpServletRequest request) {
        return read(request, LONGEST);
    }

    /** As {@link #read}, of a form that may be longer than usual. */
    public static FormBody read(HttpServletRequest request, int longest) {
        @Nullable String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return new FormBody(Map.of());
        }
        Map<String, String> fields = fields(request);
        if (request.getContentLengthLong() > longest || length(fields) > longest) {
            throw new Refused(Problem.Invalid.field("body", "BODY_TOO_LONG", "The request is too long."));
        }
        return new FormBody(fields);
    }

    /** Of what was sent in pieces nobody said how long it is. */
    private static long length(Map<String, String> fields) {
        return fields.entrySet().stream()
                .mapToLong(field ->
                        (long) field.getKey().length() + field.getValue().length())
                .sum();
    }

    /** The container puts the values of the query before those of the body. */
    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, Long> query =
                UriComponentsBuilder.newInstance()
                        .query(request.getQueryString())
                        .build()
                        .getQueryParams()
                        .entrySet()
                        .stream()
                        .collect(Collectors.groupingBy(
                                field -> URLDecoder.decode(field.getKey(), StandardCharsets.UTF_8),
                                Collectors.summingLong(field -> field.getValue().size())));
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > query.getOrDefault(name, 0L)) {
                fields.put(name, values[values.length - 1]);
            }
        });
        return fields;
    }

    /** The last value of a field. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}

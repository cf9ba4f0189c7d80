// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** A form that a program sent in the body: what stands in the query is no part of it, and ends up in logs. */
public final class FormBody {
    private static final int LONGEST = 64 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /** A body of another type has no fields. */
    public static FormBody read(HttpServletRequest request) throws IOException {
        return read(request, LONGEST);
    }

    /** As {@link #read}, of a form that may be longer than usual. */
    public static FormBody read(HttpServletRequest request, int longest) throws IOException {
        @Nullable String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return new FormBody(Map.of());
        }
        byte[] bytes = request.getInputStream().readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw invalid("BODY_TOO_LONG", "The request is too long.");
        }
        return new FormBody(fields(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("BODY_INVALID", "The request is not a form that can be read.");
        }
    }

    /** The last value of a field. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static Refused invalid(String code, String message) {
        return new Refused(Problem.Invalid.field("body", code, message));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * An answer that needs no controller.
 *
 * @param contentType empty together with an empty body
 */
public record Answer(HttpStatus status, Map<String, String> headers, String contentType, String body) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain;charset=UTF-8";

    public static Answer empty(HttpStatus status) {
        return new Answer(status, Map.of(), "", "");
    }

    public static Answer text(HttpStatus status, String text) {
        return new Answer(status, Map.of(), TEXT, text);
    }

    public static Answer json(HttpStatus status, JsonNode body) {
        return new Answer(status, Map.of(), JSON, body.toString());
    }

    static Answer problem(HttpStatus status, JsonNode body) {
        return new Answer(status, Map.of(), PROBLEM, body.toString());
    }

    public Answer with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), contentType, body);
    }

    /** Writes itself, with its length so that clients know an empty body for one. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        headers.forEach(response::setHeader);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        // Writing nothing would still commit the answer, before others have added their headers.
        if (bytes.length > 0) {
            response.setContentType(contentType);
            response.getOutputStream().write(bytes);
        }
    }
}

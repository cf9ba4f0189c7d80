// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that needs no controller. */
public final class Answer {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final HttpStatus status;
    private final Map<String, String> headers;
    private final String contentType;
    private final byte[] body;

    private Answer(HttpStatus status, Map<String, String> headers, String contentType, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.contentType = contentType;
        this.body = body;
    }

    public static Answer empty(HttpStatus status) {
        return of(status, "", new byte[0]);
    }

    /** @param body not written to afterwards */
    public static Answer of(HttpStatus status, String contentType, byte[] body) {
        return new Answer(status, Map.of(), contentType, body);
    }

    public static Answer text(HttpStatus status, String text) {
        return of(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer json(HttpStatus status, JsonNode body) {
        return of(status, JSON, JsonMapper.shared().writeValueAsBytes(body));
    }

    static Answer problem(HttpStatus status, JsonNode body) {
        return of(status, PROBLEM, JsonMapper.shared().writeValueAsBytes(body));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, contentType, body);
    }

    /** Writes itself, with its length so that clients know an empty body for one. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        // Writing nothing would still commit the answer, before others have added their headers.
        if (body.length > 0) {
            response.setContentType(contentType);
            response.getOutputStream().write(body);
        }
    }
}

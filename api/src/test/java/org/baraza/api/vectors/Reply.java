// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Reply(int status, HttpHeaders headers, byte[] body) {

    Optional<String> header(String name) {
        var values = headers.allValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Mismatch("body is not JSON: " + Mismatch.shown(text()));
        }
    }

    /** Status, headers and body as the vector wants them. */
    void mustBe(JsonNode expected) {
        JsonNode status = expected.path("status");
        boolean right = status.isMissingNode()
                || (status.isArray()
                        ? status.valueStream().anyMatch(one -> one.asInt() == status())
                        : status.asInt() == status());
        if (!right) {
            throw new Mismatch("status must be " + status + "; got " + status() + " " + Mismatch.shown(text()));
        }
        expected.path("headers")
                .properties()
                .forEach(wanted -> new Expected(wanted.getValue(), "header " + wanted.getKey())
                        .matchText(header(wanted.getKey()).orElse(null)));
        if (expected.has("body")) {
            new Expected(expected.path("body"), "body").matchText(text());
        }
        if (expected.has("json")) {
            new Expected(expected.path("json"), "$").match(json());
        }
    }

    /** What a pointer into the body, or the name of a header, finds. */
    JsonNode at(String pointer) {
        return pointer.startsWith("header:")
                ? JsonMapper.shared()
                        .valueToTree(
                                header(pointer.substring("header:".length())).orElse(""))
                : json().at(pointer);
    }
}

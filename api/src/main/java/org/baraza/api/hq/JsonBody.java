// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.hq;

import java.io.IOException;
import java.io.InputStream;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what programs send: one JSON object of a bounded size. */
public final class JsonBody {
    private JsonBody() {}

    public static ObjectNode read(InputStream input, int longest) throws IOException {
        byte[] bytes = input.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw invalid("BODY_TOO_LONG", "The request is too long.");
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
            throw invalid("BODY_INVALID", "The request must be a JSON object.");
        } catch (JacksonException e) {
            throw invalid("BODY_INVALID", "The request is not valid JSON.");
        }
    }

    private static Refused invalid(String code, String message) {
        return new Refused(Problem.Invalid.field("body", code, message));
    }
}

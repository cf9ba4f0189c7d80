// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.io.IOException;
import java.io.InputStream;
import org.baraza.api.pages.SentJson;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bodies of requests about cases (data API: case write). Refusals are in the words of CommCare HQ. */
final class CaseWrite {
    private CaseWrite() {}

    static JsonNode body(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(SentJson.MOST_OF_CASES + 1);
        if (bytes.length > SentJson.MOST_OF_CASES) {
            throw invalid("body", "The request is too long.");
        }
        try {
            JsonNode body = SentJson.read(bytes);
            if (body.isContainer()) {
                return body;
            }
        } catch (JacksonException e) {
            throw notJson();
        }
        throw notJson();
    }

    private static Refused notJson() {
        return invalid("body", "Payload must be valid JSON");
    }

    static Refused invalid(String field, String message) {
        return new Refused(Problem.Invalid.field(field, "UPDATE_INVALID", message));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a FHIR server says of a transaction: a bundle with an answer for each entry, or what went wrong. */
final class BundleAnswers {
    private static final int BEGINNING = 200;

    private BundleAnswers() {}

    /** Why something was not taken; empty when everything was. */
    static Optional<String> refusal(String body) {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            answer = JsonMapper.shared().missingNode();
        }
        if (!answer.path("resourceType").asString("").equals("Bundle")) {
            return Optional.of(outcome(answer)
                    .orElse("This is no answer of FHIR to a transaction: "
                            + body.substring(0, Math.min(body.length(), BEGINNING))));
        }
        for (JsonNode entry : answer.path("entry")) {
            String status = entry.at("/response/status").asString("");
            if (!status.startsWith("2")) {
                return Optional.of(
                        status + " " + outcome(entry.at("/response/outcome")).orElse("An entry was not taken."));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> outcome(JsonNode node) {
        for (JsonNode issue : node.path("issue")) {
            String text = issue.path("diagnostics")
                    .asString(issue.at("/details/text")
                            .asString(issue.path("code").asString("")));
            return Optional.of(text);
        }
        return Optional.empty();
    }
}

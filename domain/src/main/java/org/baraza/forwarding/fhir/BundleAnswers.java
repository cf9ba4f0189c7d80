// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.util.Optional;
import java.util.regex.Pattern;
import org.baraza.forwarding.spi.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a FHIR server says of a transaction: a bundle with an answer for each entry, or what went wrong. */
final class BundleAnswers {
    private static final int BEGINNING = 200;
    /**
     * A conditional reference that leads nowhere yet. FHIR has no code for it: these are the words of HAPI ("No resources match this
     * search"), and what others say of it.
     */
    private static final Pattern NO_MATCH = Pattern.compile(
            "(?i)\\b(no (matching )?resources? (was |were )?(match|found)|matche[sd] no(thing| resource)|(0|zero|no) match(es)?\\b"
                    + "|(unresolved|unable to resolve|(could|can) ?not (be )?resolve[d]?)[^.]{0,60}reference)");

    private BundleAnswers() {}

    /** Why something was not taken; empty when everything was. */
    static Optional<Refusal> refusal(String body) {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            answer = JsonMapper.shared().missingNode();
        }
        if (!answer.path("resourceType").asString("").equals("Bundle")) {
            return Optional.of(refused(outcome(answer)
                    .orElse("This is no answer of FHIR to a transaction: "
                            + body.substring(0, Math.min(body.length(), BEGINNING)))));
        }
        for (JsonNode entry : answer.path("entry")) {
            String status = entry.at("/response/status").asString("");
            if (!status.startsWith("2")) {
                return Optional.of(refused(
                        status + " " + outcome(entry.at("/response/outcome")).orElse("An entry was not taken.")));
            }
        }
        return Optional.empty();
    }

    private static Refusal refused(String reason) {
        return new Refusal(reason, NO_MATCH.matcher(reason).find());
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

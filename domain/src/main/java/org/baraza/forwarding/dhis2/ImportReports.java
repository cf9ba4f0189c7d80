// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.forwarding.spi.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of DHIS2 on what it imported: those of the tracker, and those of older endpoints. It says 200 to what it did not take, too. */
final class ImportReports {
    private static final int MOST_TOLD = 5;
    private static final int BEGINNING = 200;
    /**
     * Of the tracker: an enrollment, a tracked entity or what a relationship points to is not there. Another one says that what
     * belongs to something that was not taken was not taken, either.
     */
    private static final Set<String> NOT_THERE = Set.of("E1033", "E1063", "E1068", "E1081", "E1313", "E4012");

    private static final String FOLLOWS = "E5000";
    private static final Set<String> GOOD = Set.of("OK", "SUCCESS", "WARNING");

    private ImportReports() {}

    /** Why something was not taken; empty when everything was. */
    static Optional<Refusal> refusal(String body) {
        JsonNode report;
        try {
            report = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            report = JsonMapper.shared().missingNode();
        }
        if (!report.isObject() || !report.has("status")) {
            return Optional.of(new Refusal(
                    "This is no report of DHIS2 on what it imported (does it ask to sign in?): "
                            + body.substring(0, Math.min(body.length(), BEGINNING)),
                    false));
        }
        List<String> told = new ArrayList<>();
        boolean good = GOOD.contains(report.path("status").asString(""));
        report.at("/validationReport/errorReports")
                .forEach(error -> told.add(error.path("errorCode").asString("") + " "
                        + error.path("message").asString("")));
        JsonNode response = report.path("response");
        good &= response.isMissingNode()
                || GOOD.contains(response.path("status").asString("OK"));
        conflicts(report, told);
        conflicts(response, told);
        for (JsonNode summary : response.path("importSummaries")) {
            good &= GOOD.contains(summary.path("status").asString(""));
            conflicts(summary, told);
        }
        if (ignored(report) > 0 || ignored(response) > 0) {
            good = false;
        }
        if (good && told.isEmpty()) {
            return Optional.empty();
        }
        String message = report.path("message").asString("");
        if (told.isEmpty()) {
            told.add(message.isBlank() ? "DHIS2 ignored it." : message);
        }
        return Optional.of(new Refusal(
                String.join("\n", told.subList(0, Math.min(told.size(), MOST_TOLD))),
                isNotYet(report.at("/validationReport/errorReports"))));
    }

    private static boolean isNotYet(JsonNode errors) {
        List<String> codes = errors.valueStream()
                .map(error -> error.path("errorCode").asString(""))
                .toList();
        return codes.stream().anyMatch(NOT_THERE::contains)
                && codes.stream().allMatch(code -> NOT_THERE.contains(code) || code.equals(FOLLOWS));
    }

    private static int ignored(JsonNode report) {
        return report.at("/stats/ignored")
                .asInt(report.at("/importCount/ignored")
                        .asInt(report.path("ignored").asInt(0)));
    }

    private static void conflicts(JsonNode report, List<String> told) {
        report.path("conflicts")
                .forEach(conflict -> told.add(conflict.path("object").asString("") + ": "
                        + conflict.path("value").asString("")));
    }
}

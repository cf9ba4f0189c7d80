// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.spi.Transformation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of forms, and what DHIS2 says of them. */
final class EventsMappingTest {
    private static final String MAPPING = """
            {"forms": [{"xmlns": "visit", "program": "eBAyeGv0exc", "programStage": "Zj7UnCAulEk", "orgUnit": "DiszpKrYNg8",
                        "occurredAt": "2026-03-01",
                        "dataValues": {"qrur9Dvnyt5": {"question": "/data/age"}, "oZg33kd9taw": {"question": "/data/sex"}}}]}""";

    private static final Budget ENDLESS = new Budget() {
        @Override
        public void check() {}

        @Override
        public Optional<String> excess() {
            return Optional.empty();
        }
    };

    private static Payload made(String form) {
        return new EventsMapping()
                .read(MAPPING, ENDLESS)
                .payload(new Source(
                        "demo", "f1", (ObjectNode) JsonMapper.shared().readTree(form), Payload.NOTHING));
    }

    @Test
    void whatAFormSaysNoMoreIsEmptyOnTheOtherSide() {
        assertThat(JsonMapper.shared()
                        .readTree(made("{\"form\": {\"@xmlns\": \"visit\", \"age\": \"3\", \"sex\": \"\"}}")
                                .body())
                        .at("/events/0/dataValues")
                        .toString())
                .isEqualTo("[{\"dataElement\":\"qrur9Dvnyt5\",\"value\":\"3\"},"
                        + "{\"dataElement\":\"oZg33kd9taw\",\"value\":null}]");
        assertThat(made("{\"form\": {\"@xmlns\": \"visit\", \"age\": \"\"}}").isNothing())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "E1313, true",
        "E1033, true",
        "E1081 E1313, true",
        "E1068 E5000, true",
        "E4012, true",
        "E5000, false",
        "E1123, false",
        "E1313 E1123, false"
    })
    void whatIsNotThereYetMayComeLater(String codes, boolean notYet) {
        String errors = Arrays.stream(codes.split(" "))
                .map(code -> "{\"errorCode\": \"" + code + "\", \"message\": \"m\"}")
                .collect(Collectors.joining(","));
        assertThat(ImportReports.refusal(
                        "{\"status\": \"ERROR\", \"validationReport\": {\"errorReports\": [" + errors + "]}}"))
                .map(Refusal::notYet)
                .contains(notYet);
    }
}

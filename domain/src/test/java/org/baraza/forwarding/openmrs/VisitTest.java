// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.openmrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.Payload;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests of a visit to an OpenMRS that answers at length. */
final class VisitTest {
    private static final String NAME = "\"givenName\": \"Juma\", \"familyName\": \"Otieno\"";
    private static final String MIDDLE = ", \"middleName\": \"K\"";
    private static final Answer NONE = new Answer(200, "{\"results\": []}");
    private static final Answer CUT = new Answer(201, "{\"display\": \"P-1 - Juma Ot");

    private final List<String> asked = new ArrayList<>();

    private Courier courier(BiFunction<String, String, Answer> answers) {
        return new Courier() {
            @Override
            public String base() {
                return "";
            }

            @Override
            public String method() {
                return "POST";
            }

            @Override
            public Answer send(String method, String url, Payload payload) {
                return step("", method, url, payload);
            }

            @Override
            public Answer step(String step, String method, String url, Payload payload) {
                asked.add(step + " " + method + " " + url + " " + new String(payload.body(), StandardCharsets.UTF_8));
                return answers.apply(method, url);
            }
        };
    }

    private static ObjectNode visit(String name) {
        return (ObjectNode) JsonMapper.shared()
                .readTree("{\"patient\": {\"identifiers\": [{\"identifier\": \"P-1\", \"identifierType\": \"t\"}],"
                        + " \"person\": {\"names\": [{" + name + "}], \"gender\": \"F\"}}}");
    }

    private static String patient(String identifier, String name) {
        return "{\"uuid\": \"p-" + identifier + "\", \"identifiers\": [{\"identifier\": \"" + identifier
                + "\", \"identifierType\": {\"uuid\": \"t\"}}], \"person\": {\"uuid\": \"u\", \"gender\": \"F\","
                + " \"preferredName\": {\"uuid\": \"n\", " + name + "}}}";
    }

    private static Answer found(String patient) {
        return new Answer(200, "{\"results\": [" + patient + "]}");
    }

    @Test
    void aPatientIsFoundOnALaterPage() {
        Courier courier = courier((_, url) -> url.contains("startIndex=0&")
                ? new Answer(
                        200,
                        "{\"results\": [" + patient("P-10", NAME) + ", " + patient("P-11", NAME)
                                + "], \"links\": [{\"rel\": \"next\", \"uri\": \"somewhere\"}]}")
                : found(patient("P-1", NAME)));
        assertThat(new Visit(courier, "").make(visit(NAME))).isEmpty();
        assertThat(asked).hasSize(2).last().asString().contains("startIndex=2&q=P-1", "v=custom:(uuid,");
    }

    @Test
    void whatWasTakenIsTakenHoweverLongItsAnswerIs() {
        Courier courier = courier(
                (method, _) -> method.equals("POST") ? CUT : asked.size() == 1 ? NONE : found(patient("P-1", NAME)));
        assertThat(new Visit(courier, "").make(visit(NAME))).isEmpty();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1)).startsWith("patient POST patient ");
    }

    @Test
    void aPageThatAsksToSignInTookNothing() {
        Courier courier = courier((method, _) -> method.equals("POST") ? new Answer(200, " <html>sign in") : NONE);
        assertThat(new Visit(courier, "").make(visit(NAME))).get().asString().contains("sign in");
    }

    @Test
    void middleNamesAreComparedWhereThereAreSome() {
        Courier without = courier((method, _) -> method.equals("POST") ? CUT : found(patient("P-1", NAME)));
        assertThat(new Visit(without, "").make(visit(NAME))).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(new Visit(without, "").make(visit(NAME + MIDDLE))).isEmpty();
        assertThat(asked)
                .hasSize(3)
                .last()
                .asString()
                .startsWith("name POST person/u/name/n ")
                .contains("\"K\"");
        asked.clear();
        Courier with = courier((method, _) -> method.equals("POST") ? CUT : found(patient("P-1", NAME + MIDDLE)));
        assertThat(new Visit(with, "").make(visit(NAME))).isEmpty();
        assertThat(new Visit(with, "").make(visit(NAME + MIDDLE))).isEmpty();
        assertThat(asked).hasSize(2);
    }
}

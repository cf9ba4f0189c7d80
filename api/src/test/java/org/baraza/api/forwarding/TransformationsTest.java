// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people write to make what is sent: it is judged, shown before anything is sent, and used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransformationsTest {
    private final Server server = Server.whole("--baraza.egress-allow=localhost");
    private final Sink sink = new Sink();
    private Forwarding forwarding;
    private int projects;

    @AfterAll
    void close() {
        server.close();
        sink.close();
    }

    @BeforeEach
    void aProject() {
        forwarding = new Forwarding(server, "transforms-" + ++projects);
        sink.forget();
    }

    private FormXml visit(String formId, String name) {
        return FormXml.visit(formId, forwarding.amina)
                .creates("c-" + formId, "child", name, forwarding.amina)
                .says("<name>" + name + "</name>");
    }

    @Test
    void anExpressionSaysWhatIsSent() {
        forwarding.forwarder(sink.url(), "FormRepeater", "expression", "{\"form\": id, \"child\": form.name}");
        forwarding.submit(visit("f1", "Juma"));
        Sink.Heard heard = sink.await(1).getFirst();
        assertThat(JsonMapper.shared().readTree(heard.text()))
                .isEqualTo(JsonMapper.shared().readTree("{\"form\": \"f1\", \"child\": \"Juma\"}"));
        assertThat(heard.header("Content-Type")).isEqualTo("application/json");
        assertThat(heard.header("received-on")).isNotEmpty();
    }

    @Test
    void oneThatCannotBeMadeIsSetAsideAndHoldsUpNobody() {
        forwarding.forwarder(
                sink.url(),
                "CaseRepeater",
                "expression",
                "properties.case_name = \"Bad\" ? $error(\"no such name\") : properties.case_name = \"None\""
                        + " ? nothing : properties.case_name");
        forwarding.submit(visit("f1", "Bad"));
        forwarding.submit(visit("f2", "None"));
        forwarding.submit(visit("f3", "Good"));
        assertThat(forwarding.await("c-f1", "INVALID").path("error").asString()).contains("no such name");
        forwarding.await("c-f2", "EMPTY");
        forwarding.await("c-f3", "SUCCEEDED");
        assertThat(sink.heard())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("\"Good\""));
    }

    @Test
    void ofASnapshotTheScriptMakesWhatWasSoThen() {
        String id = forwarding.forwarder(sink.url(), "CaseRepeater", "expression", "properties.village");
        forwarding.ask(
                "updateForwarder",
                "UpdateForwarderInput!",
                Map.of("forwarderId", id, "snapshot", true),
                "forwarder { snapshot }");
        forwarding.ask(
                "setForwarderPaused",
                "SetForwarderPausedInput!",
                Map.of("forwarderId", id, "paused", true),
                "forwarder { paused }");
        forwarding.submit(visit("f1", "Juma").updates("c-f1", "village", "Kibera"));
        forwarding.await("c-f1", "PENDING");
        forwarding.submit(FormXml.visit("f2", forwarding.amina).updates("c-f1", "village", "Siaya"));
        forwarding.ask(
                "setForwarderPaused",
                "SetForwarderPausedInput!",
                Map.of("forwarderId", id, "paused", false),
                "forwarder { paused }");
        assertThat(sink.await(2)).extracting(Sink.Heard::text).containsExactly("\"Kibera\"", "\"Siaya\"");
    }

    @Test
    void aFlawedScriptIsNotSavedAndSaysWhere() {
        JsonNode made = forwarding.create(sink.url(), "FormRepeater", "expression", "{\n \"a\" form.name }");
        assertThat(made.at("/userErrors/0/code").asString()).isEqualTo("SCRIPT_FLAWED");
        assertThat(made.at("/userErrors/0/field").toString()).contains("script");
        assertThat(made.at("/userErrors/0/message").asString()).startsWith("Line 2, column ");
        String id = forwarding.forwarder(sink.url(), "FormRepeater", "expression", "id");
        JsonNode changed = forwarding.ask(
                "updateForwarder",
                "UpdateForwarderInput!",
                Map.of("forwarderId", id, "script", "id +"),
                "forwarder { script }");
        assertThat(changed.at("/userErrors/0/code").asString()).isEqualTo("SCRIPT_FLAWED");
        JsonNode kept = forwarding.ask(
                "updateForwarder",
                "UpdateForwarderInput!",
                Map.of("forwarderId", id, "script", "{\"id\": id}"),
                "forwarder { script }");
        assertThat(kept.at("/forwarder/script").asString()).isEqualTo("{\"id\": id}");
    }

    @Test
    void aPreviewShowsTheLastDocumentsThatItWouldTakeAndSendsNothing() {
        for (int number = 1; number <= 22; number++) {
            forwarding.submit(visit("f" + number, "Child " + number));
        }
        forwarding.submit(visit("other", "Other").ofKind("http://example.org/other"));
        JsonNode forms = forwarding.preview(Map.of(
                "type",
                "FormRepeater",
                "format",
                "expression",
                "script",
                "form.name = \"Child 21\" ? $error(\"bad\") : form.name = \"Child 20\" ? nothing : form.name",
                "xmlnses",
                List.of("http://example.org/visit")));
        JsonNode documents = forms.path("documents");
        assertThat(documents.size()).isEqualTo(20);
        assertThat(documents.at("/0/id").asString()).isEqualTo("f22");
        assertThat(documents.at("/0/payload/text").asString()).isEqualTo("\"Child 22\"");
        assertThat(documents.at("/1/payload/problem").asString()).contains("bad");
        assertThat(documents.at("/2/nothing").asBoolean()).isTrue();
        JsonNode cases = forwarding.preview(Map.of(
                "type",
                "CreateCaseRepeater",
                "format",
                "expression",
                "script",
                "case_id",
                "caseTypes",
                List.of("child")));
        assertThat(cases.path("documents").size()).isEqualTo(20);
        assertThat(cases.at("/documents/0/id").asString()).isEqualTo("c-other");
        JsonNode plain = forwarding.preview(Map.of("type", "FormRepeater", "format", "form_json", "first", 1));
        assertThat(plain.at("/documents/0/payload/text").asString()).contains("\"id\" : \"other\"");
        JsonNode flawed = forwarding.preview(Map.of("type", "FormRepeater", "format", "expression", "script", "id["));
        assertThat(flawed.at("/flaws/0/line").asInt()).isEqualTo(1);
        assertThat(flawed.path("documents")).isEmpty();
        assertThat(sink.heard()).isEmpty();
    }

    @Test
    void formatsTellWhatTheirScriptsAreWrittenIn() {
        JsonNode types = forwarding.place.read("forwarderTypes { slug formats { slug language example } }");
        String told = types.toString();
        assertThat(told)
                .contains("\"slug\":\"form_json\",\"language\":null,\"example\":null")
                .contains("\"slug\":\"expression\",\"language\":\"jsonata\"")
                .contains("\"slug\":\"Dhis2Repeater\"", "\"slug\":\"dhis2_events\",\"language\":\"json\"");
    }
}

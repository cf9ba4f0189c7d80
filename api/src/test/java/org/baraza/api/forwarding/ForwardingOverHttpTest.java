// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import org.baraza.testing.InsideUrls;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other systems are sent by a whole server, and what people see of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForwardingOverHttpTest {
    /** The sink of these tests listens there. */
    private static final String ALLOWED_HERE = "(?i)https?://localhost\\.?[:/].*";

    private final Server server = Server.whole("--baraza.egress-allow=localhost");
    private final Sink sink = new Sink();
    private Place place;
    private Phone phone;
    private String amina;
    private int projects;

    @AfterAll
    void close() {
        server.close();
        sink.close();
    }

    @BeforeEach
    void aProject() {
        String name = "forwards-" + ++projects;
        place = Place.of(server, name);
        amina = place.worker("amina");
        phone = place.phone("amina@" + name + ".commcarehq.org");
        sink.forget();
    }

    private JsonNode mutate(String mutation, String input, String result) {
        return place.graphQl()
                .ask(
                        "mutation($p: String!) { " + mutation + "(input: {project: $p, " + input + "}) { " + result
                                + " userErrors { code message field } } }",
                        Map.of("p", place.name()))
                .path(mutation);
    }

    private String connection(String url, String auth) {
        JsonNode made = mutate(
                "createConnection",
                "name: \"Clinic\", url: \"" + url + "\", notifyAddresses: [\"a@example.org\"], auth: {" + auth + "}",
                "connection { id }");
        assertThat(made.path("userErrors")).as(made.toString()).isEmpty();
        return made.at("/connection/id").asString();
    }

    private String forwarder(String type, String format) {
        JsonNode made = mutate(
                "createForwarder",
                "connectionId: \"" + connection(sink.url(), "type:BASIC, username:\"u\", password:\"p\"")
                        + "\", name: \"n\", type: \"" + type + "\", format: \"" + format
                        + "\", method: POST, includeAppId: true, xmlnses: [], caseTypes: [], excludedUserIds: []",
                "forwarder { id }");
        assertThat(made.path("userErrors")).as(made.toString()).isEmpty();
        return made.at("/forwarder/id").asString();
    }

    private void visit(String formId, String caseId) {
        phone.submit(FormXml.visit(formId, amina)
                .creates(caseId, "child", "Juma", amina)
                .updates(caseId, "village", "Kibera")
                .text());
    }

    private static JsonNode json(Heard heard) {
        return JsonMapper.shared().readTree(heard.text());
    }

    @Test
    void aFormGoesAsTheDataApiHasIt() {
        forwarder("FormRepeater", "form_json");
        visit("f1", "c1");
        Heard heard = sink.await(1).getFirst();
        assertThat(heard.header("Content-Type")).isEqualTo("application/json");
        assertThat(heard.header("Authorization")).isEqualTo("Basic dTpw");
        JsonNode api = Client.json(
                place.client().get("/a/" + place.name() + "/api/form/v1/f1/", "Authorization", place.authorization()));
        JsonNode sent = json(heard);
        assertThat(fields(sent)).isEqualTo(fields(api));
        assertThat(sent.path("form")).isEqualTo(api.path("form"));
        assertThat(sent.at("/attachments/form.xml/length")).isEqualTo(api.at("/attachments/form.xml/length"));
    }

    private static Set<String> fields(JsonNode json) {
        return new TreeSet<>(json.propertyNames());
    }

    @Test
    void aCaseGoesAsCommCareHqSendsIt() {
        forwarder("CaseRepeater", "case_json");
        visit("f1", "c1");
        Heard heard = sink.await(1).getFirst();
        JsonNode sent = json(heard);
        assertThat(fields(sent))
                .containsExactlyInAnyOrder(
                        "domain",
                        "case_id",
                        "user_id",
                        "closed",
                        "xform_ids",
                        "date_closed",
                        "date_modified",
                        "server_date_modified",
                        "properties",
                        "indices",
                        "attachments");
        assertThat(sent.path("domain").asString()).isEqualTo(place.name());
        assertThat(sent.at("/xform_ids/0").asString()).isEqualTo("f1");
        assertThat(fields(sent.path("properties")))
                .containsExactlyInAnyOrder(
                        "case_name", "case_type", "date_opened", "external_id", "owner_id", "village");
        assertThat(heard.header("server-modified-on"))
                .isEqualTo(sent.path("server_date_modified").asString());
    }

    @Test
    void aCaseGoesAsABlockWithItsWholeState() {
        forwarder("CaseRepeater", "case_xml");
        visit("f1", "c1");
        sink.await(1);
        phone.submit(FormXml.visit("f2", amina).closes("c1").text());
        Heard heard = sink.await(2).get(1);
        assertThat(heard.header("Content-Type")).isEqualTo("text/xml");
        assertThat(heard.text())
                .startsWith("<case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"c1\"")
                .contains("<create><case_type>child</case_type><case_name>Juma</case_name><owner_id>" + amina)
                .contains("<village>Kibera</village>")
                .containsPattern("<close( ?/>|></close>)");
    }

    @Test
    void newCasesAndChangedOnesGoWhereTheyAreWanted() {
        String created = forwarder("CreateCaseRepeater", "case_json");
        String updated = forwarder("UpdateCaseRepeater", "case_json");
        visit("f1", "c1");
        phone.submit(
                FormXml.visit("f2", amina).updates("c1", "village", "Siaya").text());
        sink.await(2);
        Sink.eventually(() -> count(created, "succeeded") == 1 && count(updated, "succeeded") == 1, "sent each once");
    }

    private int count(String forwarder, String state) {
        for (JsonNode one : place.read("forwarders { id name paused counts { pending failed succeeded cancelled } }")
                .path("forwarders")) {
            if (one.path("id").asString().equals(forwarder)) {
                return one.path("counts").path(state).asInt();
            }
        }
        throw new AssertionError("no such forwarder");
    }

    @Test
    void workersAndLocationsAndAppsGoWhenTheyAreSaved() {
        forwarder("UserRepeater", "");
        forwarder("LocationRepeater", "");
        forwarder("AppStructureRepeater", "");
        String baraka = place.worker("baraka");
        JsonNode user = json(sink.await(1).getFirst());
        assertThat(user.path("id").asString()).isEqualTo(baraka);
        assertThat(user.path("username").asString()).isEqualTo("baraka@" + place.name() + ".commcarehq.org");
        mutate("createLocationType", "name: \"County\", code: \"county\"", "locationType { code }");
        mutate(
                "createLocation",
                "name: \"Siaya\", typeCode: \"county\", siteCode: \"siaya\"",
                "location { locationId }");
        JsonNode location = json(sink.await(2).get(1));
        assertThat(fields(location))
                .containsExactlyInAnyOrder(
                        "name",
                        "site_code",
                        "_id",
                        "location_id",
                        "doc_type",
                        "domain",
                        "external_id",
                        "is_archived",
                        "archived_on",
                        "last_modified",
                        "latitude",
                        "longitude",
                        "metadata",
                        "location_type",
                        "location_type_code",
                        "parent_location_id",
                        "lineage");
        String app = mutate("createApp", "name: \"Visits\"", "app { appId }")
                .at("/app/appId")
                .asString();
        assertThat(sink.await(3).get(2).text()).isEqualTo(app);
    }

    @Test
    void aRecordShowsItsAttemptsAndWhatItSends() {
        sink.answer(400);
        String forwarder = forwarder("FormRepeater", "form_json");
        visit("f1", "c1");
        Sink.eventually(() -> count(forwarder, "cancelled") == 1, "refused one");
        sink.answer(200);
        JsonNode record = place.read("""
                forwardingRecords(state: INVALID, payloadId: "f1") {
                  totalCount
                  nodes { id state tries payload { contentType text problem } forwarder { name connection { url } }
                    attempts { status responseBody headers url state } } }""").at("/forwardingRecords/nodes/0");
        assertThat(record.path("tries").asInt()).isEqualTo(1);
        assertThat(record.at("/attempts/0/status").asInt()).isEqualTo(400);
        assertThat(record.at("/attempts/0/responseBody").asString()).isEqualTo("said 400");
        assertThat(record.at("/attempts/0/headers/Authorization").asString()).isEqualTo("********");
        assertThat(record.at("/payload/text").asString()).contains("\"id\" : \"f1\"");
        JsonNode again = mutate(
                "requeueForwardingRecord", "recordId: \"" + record.path("id").asString() + "\"", "record { state }");
        assertThat(again.at("/record/state").asString()).isEqualTo("FAILED");
        Sink.eventually(() -> count(forwarder, "succeeded") == 1, "sent it after all");
        JsonNode log = place.read("forwardingRequests(payloadId: \"f1\") { totalCount nodes { status body } }");
        assertThat(log.at("/forwardingRequests/totalCount").asInt()).isEqualTo(2);
    }

    @Test
    void aConnectionIsTriedAndKeepsItsSecrets() {
        String connection = connection(sink.url(), "type:BASIC, username:\"u\", password:\"canary-password\"");
        JsonNode tried = mutate("testConnection", "connectionId: \"" + connection + "\"", "status body error");
        assertThat(tried.path("status").asInt()).isEqualTo(200);
        assertThat(tried.path("body").asString()).isEqualTo("said 200");
        mutate("updateConnection", "connectionId: \"" + connection + "\", name: \"Other\"", "connection { name }");
        mutate("testConnection", "connectionId: \"" + connection + "\"", "status");
        assertThat(sink.heard())
                .extracting(one -> one.header("Authorization"))
                .doesNotContain("")
                .hasSize(2);
        assertThat(place.read("connections { id name url auth { type username hasPassword } }")
                        .toString())
                .contains("Other")
                .doesNotContain("canary-password");
    }

    @Test
    void whoeverWatchesTheServerSeesHowForwardingGoes() {
        forwarder("FormRepeater", "form_json");
        visit("f1", "c1");
        sink.await(1);
        Sink.eventually(
                () -> place.client()
                        .get("/actuator/prometheus")
                        .body()
                        .matches("(?s).*\nbaraza_forwarding_records\\{[^}]*state=\"succeeded\"[^}]*} [1-9].*"),
                "told of what arrived");
        assertThat(place.client().get("/actuator/prometheus").body())
                .containsPattern("baraza_forwarding_overdue(\\{[^}]*})? 0");
    }

    @Test
    void addressesInsideAreRefusedWhenTheyAreSaved() {
        for (String url : InsideUrls.all()) {
            if (url.matches(ALLOWED_HERE)) {
                continue;
            }
            JsonNode made = mutate(
                    "createConnection",
                    "name: \"n\", url: \"" + url.replace("\\", "\\\\") + "\", notifyAddresses: [\"a@example.org\"]",
                    "connection { id }");
            assertThat(made.at("/userErrors/0/message").asString()).as(url).isEqualTo("Invalid URL");
        }
    }

    @Test
    void credentialsAreAskedForWhereTheyAreNeeded() {
        JsonNode made = mutate(
                "createConnection",
                "name: \"\", url: \"" + sink.url() + "\", notifyAddresses: [\"nobody\"], auth: {type: BASIC}",
                "connection { id }");
        assertThat(made.path("userErrors").toString())
                .contains("Auth type 'HTTP Basic' requires a username.", "NAME_INVALID", "EMAIL_INVALID");
    }
}

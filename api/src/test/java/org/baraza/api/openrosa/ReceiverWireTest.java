// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.OpenRosa;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Role;
import org.baraza.identity.Roles;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The receiver as phones and programs meet it: its addresses, who is let in, and what it says. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReceiverWireTest {
    private static final String XML = "text/xml";
    private static final String V3 = "X-OpenRosa-Version";

    private Server server;
    private Client client;
    private Place place;
    private String amina;
    private Phone phone;

    @BeforeAll
    void aProjectWithAWorker(Server whole) {
        server = whole;
        client = whole.client();
        place = Place.of(whole, "receiver");
        amina = place.worker("amina");
        phone = place.phone("amina");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a1b2-c3/",
                "secure/",
                "secure/a1b2-c3/",
                "submission",
                "api/",
                "api",
                "secure",
                "submission/"
            })
    void everySpellingOfTheAddressTakesForms(String rest) {
        for (String path : new String[] {"receiver/" + rest, ("receiver/" + rest).replaceAll("/$", "")}) {
            String id = "url-" + path.replace('/', '.');
            HttpResponse<String> answer = phone.post(path, XML, visit(id).getBytes(UTF_8));
            assertThat(answer.statusCode()).as(path).isEqualTo(201);
            JsonNode form = form(id);
            assertThat(form.path("state").asString()).isEqualTo("NORMAL");
            assertThat(form.path("appId").asString("")).isEqualTo(rest.contains("a1b2") ? "a1b2-c3" : "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void onlyPostIsAllowed(String method) {
        for (String path : new String[] {"receiver/", "receiver/secure/app/", "receiver/api/", "receiver/submission"}) {
            HttpResponse<String> answer =
                    client.send(method, "/a/receiver/" + path, new byte[0], "Authorization", phone.authorization());
            assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("POST");
        }
    }

    @Test
    void aProgramMayShowItsKeyInTheQueryAndTheBodyIsTheFormStill() {
        var admin = server.bean(WebUsers.class).actor(Server.ADMIN).orElseThrow();
        String shown = "?username=" + Server.ADMIN + "&api_key=" + server.apiKey(admin, Optional.empty());
        String[] type = {"Content-Type", "application/x-www-form-urlencoded"};
        byte[] body = visit("by-key").getBytes(UTF_8);
        assertThat(client.send("POST", "/a/receiver/receiver/" + shown, body, type)
                        .statusCode())
                .isEqualTo(201);
        assertThat(form("by-key").path("xml").asString()).isEqualTo(visit("by-key"));
        byte[] inBody = shown.substring(1).getBytes(UTF_8);
        assertThat(client.send("POST", "/a/receiver/receiver/", inBody, type).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "application/xml",
                "application/x-www-form-urlencoded",
                "text/plain",
                "xml",
                "text/xml; charset=none"
            })
    void theBodyIsTheFormWhateverItIsCalled(String type) {
        String id = "raw-" + type.replaceAll("\\W", ".");
        assertThat(phone.post("receiver/?authtype=basic", type, visit(id).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        assertThat(form(id).path("xml").asString()).isEqualTo(visit(id));
    }

    @Test
    void aBodyThatIsNoSubmissionIsRefusedInPlainText() {
        byte[] form = visit("never").getBytes(UTF_8);
        assertRefused(new Multipart().file("photo", "a.jpg", "image/jpeg", form).bytes(), "xml_submission_file");
        assertRefused(Multipart.of(form).field("a", "b").bytes(), "Received a submission with POST.keys()");
        assertRefused(Multipart.of("").bytes(), "Post may not have an empty body");
        assertRefused(new byte[0], "");
        byte[] whole = Multipart.of(form).bytes();
        assertRefused(java.util.Arrays.copyOf(whole, whole.length - 20), "the body ends too early");
        HttpResponse<String> empty = phone.post("receiver/", XML, new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).isEqualTo("Post may not have an empty body");
        assertThat(form("never").isNull()).isTrue();
    }

    private void assertRefused(byte[] body, String text) {
        HttpResponse<String> answer = phone.post("receiver/", Multipart.TYPE, body, V3, "3.0");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(text);
        assertThat(header(answer, "Content-Type")).startsWith("text/plain");
    }

    @Test
    void whoIsNotLetInIsToldAsPhonesUnderstandIt() {
        byte[] form = visit("door").getBytes(UTF_8);
        HttpResponse<String> nowhere = client.send("POST", "/a/nowhere/receiver/", form, "Content-Type", XML);
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).isEqualTo("No domain with name nowhere");
        assertChallenged(client.send("POST", "/a/receiver/receiver/", form, "Content-Type", XML));
        assertChallenged(as(basic("amina", "wrong-password"), form));
        assertChallenged(as(basic("nobody", PASSWORD), form));
        server.webUser("passer-by@example.org");
        HttpResponse<String> stranger = as(basic("passer-by@example.org", PASSWORD), form);
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).isEmpty();
        assertThat(form("door").isNull()).isTrue();
    }

    private static void assertChallenged(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"\"");
    }

    private HttpResponse<String> as(String authorization, byte[] form) {
        return new Phone(client, "receiver", authorization).post("receiver/", XML, form);
    }

    @Test
    void aDeactivatedWorkerIsToldSo() {
        String gone = place.worker("gone");
        place.graphQl().ask("""
                mutation($id: String!) {
                  setMobileWorkerActive(input: {project: "receiver", userId: $id, active: false}) { userErrors { code } }
                }""", Map.of("id", gone));
        HttpResponse<String> answer = as(basic("gone", PASSWORD), visit("late").getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).path("error").asString()).isEqualTo("user.deactivated");
        assertThat(json(answer).path("default_response").asString()).isNotEmpty();
    }

    @Test
    void anUnknownKindOfSignInIsABadRequest() {
        HttpResponse<String> answer =
                phone.post("receiver/?authtype=magic", XML, visit("magic").getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("authtype must be one of: ");
    }

    @Test
    void anUnknownKindOfSignInIsABadRequestBeforeAnybodyIsAskedWhoSheIs() {
        for (String path : new String[] {"receiver/?authtype=magic", "phone/restore/?authtype=magic"}) {
            HttpResponse<String> answer = client.get("/a/receiver/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).startsWith("authtype must be one of: api_key, basic, digest");
        }
        assertThat(client.get("/a/receiver/phone/restore/?authtype=basic").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyOfARoleThatOnlyReadsSendsNoForms() {
        WebUser admin = server.bean(WebUsers.class).actor(Server.ADMIN).orElseThrow();
        ProjectAccess access = server.bean(Access.class).to(admin, "receiver").orElseThrow();
        List<Role> roles =
                ProjectScope.in(access.project(), () -> server.bean(Roles.class).list(access));
        UUID reading = roles.stream()
                .filter(role -> role.name().equals("Read Only"))
                .findFirst()
                .orElseThrow()
                .roleId();
        assertThat(sendByKey(admin, Optional.of(reading))).isEqualTo(403);
        assertThat(sendByKey(admin, Optional.empty())).isEqualTo(201);
    }

    private int sendByKey(WebUser admin, Optional<UUID> roleId) {
        var wish = new ApiKeyWish("k", Optional.of("receiver"), Optional.empty(), roleId, List.of());
        String key = server.bean(ApiKeys.class).create(admin, wish).secret();
        return as("ApiKey " + Server.ADMIN + ":" + key, visit("by key").getBytes(UTF_8))
                .statusCode();
    }

    @Test
    void whatWasOnlyPractisedIsForgottenUnlessItIsOfTheDemoUser() {
        HttpResponse<String> ignored = unsigned("?submit_mode=demo", visit("practice"));
        assertThat(ignored.statusCode()).isEqualTo(201);
        assertThat(OpenRosa.of(ignored)).isEqualTo(new OpenRosa("submit_success", "√ (this submission was ignored)"));
        assertThat(form("practice").isNull()).isTrue();
        String demo = FormXml.visit("practice-demo", "demo_user").text();
        assertThat(unsigned("?submit_mode=demo", demo).statusCode()).isEqualTo(201);
        assertThat(form("practice-demo").path("submittedBy").isNull()).isTrue();
        assertThat(form("practice-demo").path("userId").asString()).isEqualTo("demo_user");
    }

    @Test
    void whoeverIsNotSignedInSendsFormsOfTheDemoUserAndReportsOnly() {
        assertThat(unsigned("?authtype=noauth", visit("unsigned")).statusCode()).isEqualTo(403);
        var demo = FormXml.visit("unsigned-demo", "demo_user").creates("unsigned-case", "t", "n", "demo_user");
        assertThat(unsigned("?authtype=noauth", demo.text()).statusCode()).isEqualTo(201);
        var grabbing = FormXml.visit("unsigned-grab", "demo_user").creates("grab-case", "t", "n", amina);
        assertThat(unsigned("?authtype=noauth", grabbing.text()).statusCode()).isEqualTo(403);
        assertThat(unsigned("?authtype=noauth", report("unsigned-report")).statusCode())
                .isEqualTo(201);
        assertThat(unsigned("api/?authtype=noauth", demo.text()).statusCode()).isEqualTo(401);
        assertThat(unsigned("api/?submit_mode=demo", demo.text()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> unsigned(String query, String xml) {
        return client.send(
                "POST",
                "/a/receiver/receiver/" + query,
                Multipart.of(xml).bytes(),
                "Content-Type",
                Multipart.TYPE,
                V3,
                "3.0");
    }

    @Test
    void anAnswerHasTheHeadersThatPhonesNeed() {
        HttpResponse<String> answer = phone.submit(visit("headers"));
        assertThat(header(answer, "Content-Type")).isEqualTo("text/xml;charset=utf-8");
        assertThat(header(answer, V3)).isEqualTo("3.0");
        assertThat(header(answer, "X-CommCareHQ-FormID")).isEqualTo("headers");
        assertThat(header(answer, "Location")).isEqualTo("http://localhost:" + client.port());
        var date = ZonedDateTime.parse(header(answer, "Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(date.toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(OpenRosa.of(answer)).isEqualTo(new OpenRosa("submit_success", "   √   "));
    }

    @Test
    void resendsEditsAndErrorsAreAnsweredInTheWordsOfTheClientsVersion() {
        String bad = FormXml.visit("bad", amina)
                .links("bad-case", "parent", "t", "not-there")
                .text();
        for (String version : new String[] {"3.0", "2.0"}) {
            boolean new3 = version.equals("3.0");
            String good = visit("twice-" + version);
            assertAnswer(version, good, 201, "submit_success");
            assertAnswer(version, good, 201, new3 ? "submit_success" : "submit_error");
            assertAnswer(version, good.replace("</data>", "<x>1</x></data>"), 201, "submit_success");
            OpenRosa refused = assertAnswer(
                    version,
                    bad.replace(">bad<", ">bad-" + version + "<"),
                    new3 ? 422 : 201,
                    new3 ? "processing_failure" : "submit_error");
            assertThat(refused.message()).startsWith("InvalidCaseIndex: ");
        }
        assertThat(form("bad-3.0").path("state").asString()).isEqualTo("ERROR");
    }

    private OpenRosa assertAnswer(String version, String xml, int status, String nature) {
        HttpResponse<String> answer = phone.post("receiver/", XML, xml.getBytes(UTF_8), V3, version);
        assertThat(answer.statusCode()).as(xml).isEqualTo(status);
        OpenRosa said = OpenRosa.of(answer);
        assertThat(said.nature()).isEqualTo(nature);
        return said;
    }

    @Test
    void aDeviceReportIsKeptOnceHoweverOftenItComes() throws Exception {
        for (int time = 0; time < 3; time++) {
            HttpResponse<String> answer = phone.submit(report("report-1"));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(OpenRosa.of(answer).nature()).isEqualTo("submit_success");
        }
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from devices.report where form_id = 'report-1'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        assertThat(form("report-1").isNull()).isTrue();
    }

    private static String report(String id) {
        return """
                <device_report xmlns="http://code.javarosa.org/devicereport"><device_id>d</device_id>
                <report_date>2026-03-01T08:00:00Z</report_date><log_subreport/>
                <meta><instanceID>%s</instanceID></meta></device_report>""".formatted(id);
    }

    @Test
    void aPersonAtWebAppsIsThankedInWords() {
        String xml = visit("web-apps").replace("<deviceID>device<", "<deviceID>Formplayer<");
        assertThat(OpenRosa.of(phone.submit(xml)).message()).isEqualTo("Form successfully saved!");
    }

    @Test
    void aFormWithoutMetaGetsAnIdOfOurs() {
        HttpResponse<String> answer = phone.submit("<data xmlns='http://example.org/bare'><a>1</a></data>");
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode form = form(header(answer, "X-CommCareHQ-FormID"));
        assertThat(form.path("userId").isNull()).isTrue();
        assertThat(form.path("xmlns").asString()).isEqualTo("http://example.org/bare");
    }

    @Test
    void onlyWhoMayImportSaysWhenAFormWasSubmitted() {
        String[] past = {"X-Submit-Time", "2020-01-02T03:04:05Z"};
        assertThat(phone.post("receiver/", XML, visit("past-phone").getBytes(UTF_8), past)
                        .statusCode())
                .isEqualTo(201);
        assertThat(form("past-phone").path("receivedOn").asString()).doesNotStartWith("2020");
        var admin = new Phone(client, "receiver", place.authorization());
        assertThat(admin.post("receiver/api/", XML, visit("past-admin").getBytes(UTF_8), past)
                        .statusCode())
                .isEqualTo(201);
        assertThat(form("past-admin").path("receivedOn").asString()).isEqualTo("2020-01-02T03:04:05.000000Z");
    }

    @Test
    void theUserOfTheFormNeedNotBeTheOneWhoSendsIt() {
        String xml = FormXml.visit("shared", "somebody-else").text();
        assertThat(phone.submit(xml).statusCode()).isEqualTo(201);
        assertThat(form("shared").path("userId").asString()).isEqualTo("somebody-else");
        assertThat(form("shared").path("submittedBy").asString()).isEqualTo(amina);
    }

    @ParameterizedTest
    @ValueSource(strings = {"мама-1", "two\nlines", "with blank", "\u00e9\u00e8"})
    void anIdOfAnyLettersIsTaken(String id) {
        HttpResponse<String> answer = phone.submit(visit(id));
        assertThat(answer.statusCode()).isEqualTo(201);
        boolean plain = id.chars().allMatch(c -> c >= ' ' && c <= '~');
        assertThat(header(answer, "X-CommCareHQ-FormID")).isEqualTo(plain ? id : "");
        assertThat(place.graphQl()
                        .ask(
                                "query($id: String!) { project(name: \"receiver\") { form(formId: $id) { state } } }",
                                Map.of("id", id))
                        .at("/project/form/state")
                        .asString())
                .isEqualTo("NORMAL");
    }

    private String visit(String formId) {
        return FormXml.visit(formId, amina).text();
    }

    private JsonNode form(String formId) {
        return place.read("form(formId: \"" + formId + "\") { state xmlns userId submittedBy receivedOn appId xml }")
                .path("form");
    }
}

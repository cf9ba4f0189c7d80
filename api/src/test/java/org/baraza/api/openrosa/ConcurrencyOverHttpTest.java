// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.baraza.api.testing.OpenRosa;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The same form several times at once, as phones with bad connections send it. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConcurrencyOverHttpTest {
    private static final int PARALLEL = 200;
    private static final int LOST_ANSWERS = 20;

    private Place place;
    private String amina;
    private Phone phone;

    @BeforeAll
    void aProjectWithAWorker(Server server) {
        place = Place.of(server, "crowd");
        amina = place.worker("amina");
        phone = place.phone("amina");
    }

    @Test
    void aFormThatComesManyTimesAtOnceIsStoredOnce() throws Exception {
        String form = visit("once", "0");
        List<HttpResponse<String>> answers = atOnce(Collections.nCopies(PARALLEL, form));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 423);
        long taken =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        assertThat(taken).isPositive();
        JsonNode project = place.read("""
                normal: forms(first: 1, filter: {xmlns: "http://example.org/once"}) { totalCount }
                duplicates: forms(first: 1, filter: {xmlns: "http://example.org/once", states: [DUPLICATE]}) { totalCount }
                case(caseId: "once") { history { totalCount } }""");
        assertThat(project.at("/normal/totalCount").asInt()).isEqualTo(1);
        assertThat(project.at("/duplicates/totalCount").asLong()).isEqualTo(taken - 1);
        assertThat(project.at("/case/history/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void otherBytesUnderTheSameIdAreAnEditAndNeverHalfOfIt() throws Exception {
        List<String> forms = new ArrayList<>();
        for (int version = 0; version < 40; version++) {
            forms.add(visit("edited", Integer.toString(version)));
        }
        assertThat(atOnce(forms)).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 423);
        JsonNode project = place.read("""
                form(formId: "edited") { state json deprecatedFormId }
                normal: forms(first: 1, filter: {xmlns: "http://example.org/edited"}) { totalCount }
                case(caseId: "edited") { properties history { nodes { revoked kinds } } }""");
        assertThat(project.at("/form/state").asString()).isEqualTo("NORMAL");
        assertThat(project.at("/normal/totalCount").asInt()).isEqualTo(1);
        assertThat(project.at("/form/deprecatedFormId").isString()).isTrue();
        assertThat(project.at("/case/properties/version")).isEqualTo(project.at("/form/json/version"));
    }

    private List<HttpResponse<String>> atOnce(List<String> forms) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> posts = forms.stream()
                    .map(form -> (Callable<HttpResponse<String>>) () -> phone.submit(form))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(posts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void whoNeverHeardTheAnswerSendsAgainAndNothingHappensTwice() throws Exception {
        for (int i = 0; i < LOST_ANSWERS; i++) {
            String id = "lost-" + i;
            String form = visit(id, "0");
            sendAndHangUp(form);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> read(id).path("form").isObject());
            HttpResponse<String> again = phone.submit(form);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(OpenRosa.of(again).nature()).isEqualTo("submit_success");
            JsonNode project = read(id);
            assertThat(project.at("/form/state").asString()).isEqualTo("NORMAL");
            assertThat(project.at("/case/history/totalCount").asInt()).isEqualTo(1);
            assertThat(project.at("/forms/totalCount").asInt()).isEqualTo(1);
        }
    }

    private JsonNode read(String id) {
        return place.read("""
                form(formId: "%s") { state }
                forms(first: 1, filter: {xmlns: "http://example.org/%s"}) { totalCount }
                case(caseId: "%s") { history { totalCount } }""".formatted(id, id, id));
    }

    private void sendAndHangUp(String form) throws IOException {
        byte[] body = form.getBytes(UTF_8);
        try (Socket socket = new Socket("localhost", phone.client().port())) {
            var out = socket.getOutputStream();
            out.write(("POST /a/crowd/receiver/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + phone.authorization()
                            + "\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(body);
            out.flush();
        }
    }

    private String visit(String id, String version) {
        return FormXml.visit(id, amina)
                .ofKind("http://example.org/" + id)
                .creates(id, "mother", "n", amina)
                .updates(id, "version", version)
                .says("<version>" + version + "</version>")
                .text();
    }
}

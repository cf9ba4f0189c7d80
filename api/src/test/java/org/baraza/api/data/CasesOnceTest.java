// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that write cases, do not hear an answer, and send the same again with its key. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesOnceTest {
    private static final String LIST = "/a/{domain}/api/case/v2";
    private static final String ONE =
            "{\"case_type\": \"patient\", \"case_name\": \"Amina\", \"owner_id\": \"o\", \"external_id\": \"%s\"}";

    private final Contract contract = new Contract();
    private Server server;
    private Place place;
    private Place another;

    @BeforeAll
    void twoProjects(Server whole) {
        server = whole;
        place = Place.of(whole, "cases-once");
        another = Place.of(whole, "cases-once-too");
    }

    private static HttpResponse<String> send(Place place, String method, String path, String body, String key) {
        return place.client()
                .send(
                        method,
                        "/a/" + place.name() + "/api/" + path,
                        body,
                        "Authorization",
                        place.authorization(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
    }

    private int count(Place place, String externalId) {
        HttpResponse<String> found = place.client()
                .get(
                        "/a/" + place.name() + "/api/case/v2/?external_id=" + externalId,
                        "Authorization",
                        place.authorization());
        return json(found).path("matching_records").asInt();
    }

    @Test
    void aCaseIsMadeOnceHoweverOftenTheRequestComes() throws Exception {
        String body = ONE.formatted("often");
        List<Callable<HttpResponse<String>>> many = new ArrayList<>();
        for (int turn = 0; turn < 8; turn++) {
            many.add(() -> send(place, "POST", "case/v2/", body, "often"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(many)) {
                assertThat(answer.get().statusCode()).isIn(200, 409);
                contract.holds("post", LIST, answer.get());
            }
        }
        HttpResponse<String> again = send(place, "POST", "case/v2/", body, "often");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(json(again).at("/case/external_id").asString()).isEqualTo("often");
        assertThat(count(place, "often")).isEqualTo(1);
    }

    @Test
    void aKeyOfOneProjectMeansNothingInAnother() {
        HttpResponse<String> first = send(place, "POST", "v0.6/case", ONE.formatted("apart"), "apart");
        HttpResponse<String> other = send(another, "POST", "v0.6/case", ONE.formatted("apart"), "apart");

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(header(other, "Idempotency-Replayed")).isEmpty();
        assertThat(json(other).at("/case/case_id")).isNotEqualTo(json(first).at("/case/case_id"));
        assertThat(count(another, "apart")).isEqualTo(1);
    }

    @Test
    void aRequestWithoutAKeyIsDoneEachTime() {
        for (int turn = 0; turn < 2; turn++) {
            place.client()
                    .send(
                            "POST",
                            "/a/" + place.name() + "/api/case/v2",
                            ONE.formatted("twice"),
                            "Authorization",
                            place.authorization());
        }
        assertThat(count(place, "twice")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void aKeyIsForOneRequestAndIsNotUsedWhileThatRuns(String method) throws SQLException {
        send(place, method, "case/v2", "[]", method);

        HttpResponse<String> reused = send(place, method, "case/v2", "{}", method);
        assertThat(reused.statusCode()).isEqualTo(422);
        contract.holds(method.toLowerCase(Locale.ROOT), LIST, reused);

        forgetAnswers();
        HttpResponse<String> running = send(place, method, "case/v2", "[]", method);
        assertThat(running.statusCode()).isEqualTo(409);
        assertThat(header(running, "Retry-After")).isEqualTo("1");
        contract.holds(method.toLowerCase(Locale.ROOT), LIST, running);

        HttpResponse<String> endless = send(place, method, "case/v2", "[]", "x".repeat(256));
        assertThat(endless.statusCode()).isEqualTo(400);
        assertThat(json(endless).path("error").asString()).contains("Idempotency-Key");
    }

    private void forgetAnswers() throws SQLException {
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("update idempotency.request set status = null, headers = null, body = null");
        }
    }
}

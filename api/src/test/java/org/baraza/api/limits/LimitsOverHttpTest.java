// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.SharedRedis;
import org.baraza.identity.Actor.WebUser;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes with one database and one Redis, on which everything is limited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitsOverHttpTest {
    private static final String CASES = "/api/case/v2";
    private static final String FORMS = "/api/form/v1";

    private final Contract contract = new Contract();
    private final SharedRedis redis = new SharedRedis();
    private final String[] limits = {
        "--baraza.limits.mode=hq",
        "--baraza.limits.data-api=40/minute",
        "--baraza.limits.data-api-key=15/minute",
        "--baraza.limits.submissions=4/second",
        "--baraza.limits.submissions-project=10/hour",
        "--baraza.limits.restores=2/minute",
        "--baraza.limits.devices=2/minute",
        "--baraza.limits.account=20/minute",
        "--baraza.limits.graphql=3000/minute",
        "--baraza.redis.url=" + redis.url()
    };
    private final Server first = Server.whole(limits);
    private final Server second = first.another(limits);
    private WebUser owner;
    private String asOwner;

    @BeforeAll
    void somebody() {
        owner = first.webUser("owner@example.org");
        asOwner = basic(owner.username(), Server.PASSWORD);
    }

    @AfterAll
    void close() {
        second.close();
        first.close();
        redis.close();
    }

    @Test
    void twoNodesTogetherLetThroughWhatOneProjectMayAskFor() {
        first.project("busy", owner);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int turn = 0; turn < 60; turn++) {
            Client node = (turn % 2 == 0 ? first : second).client();
            answers.add(node.get("/a/busy" + CASES, "Authorization", asOwner));
        }
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(40);
        HttpResponse<String> refused = answers.getLast();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEmpty();
        assertThat(Long.parseLong(header(refused, "Retry-After"))).isBetween(1L, 62L);
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(answers.getFirst(), "RateLimit-Policy")).isEqualTo("40;w=60");
        assertThat(header(answers.getFirst(), "RateLimit-Remaining")).isEqualTo("39");

        HttpResponse<String> list = get("/a/busy" + FORMS, asOwner);
        assertThat(list.statusCode()).isEqualTo(429);
        assertThat(json(list).path("error").asString()).isNotEmpty();
        HttpResponse<String> ours = get("/a/busy/bulk/jobs/1", asOwner);
        assertThat(ours.statusCode()).isEqualTo(429);
        assertThat(header(ours, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(ours).path("code").asString()).isEqualTo("TOO_MANY_REQUESTS");

        HttpResponse<String> roles = get("/api/v1/projects/busy/roles", asOwner);
        assertThat(roles.statusCode()).isEqualTo(429);
        contract.holds("get", "/a/{domain}/api/case/v2", refused);
        contract.holds("get", "/a/{domain}/api/form/v1", list);
        contract.holds("get", "/a/{domain}/bulk/jobs/{job_id}", ours);
        contract.holds("get", "/api/v1/projects/{project}/roles", roles);

        first.project("quiet", owner);
        assertThat(get("/a/quiet" + CASES, asOwner).statusCode()).isEqualTo(200);
    }

    @Test
    void outsideProjectsProgramsAreCountedWithTheAccount() {
        String asker = basic(first.webUser("asker@example.org").username(), Server.PASSWORD);
        List<String> paths =
                List.of("/api/identity/v1", "/api/user_domains/v1", "/search?q=nothing", "/api/v1/projects");
        for (int turn = 0; turn < 20; turn++) {
            Client node = (turn % 2 == 0 ? first : second).client();
            HttpResponse<String> answer = node.get(paths.get(turn % 4), "Authorization", asker);
            assertThat(answer.statusCode()).as(paths.get(turn % 4)).isIn(200, 404);
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo(Integer.toString(19 - turn));
        }
        for (String path : paths) {
            HttpResponse<String> refused = get(path, asker);
            assertThat(refused.statusCode()).as(path).isEqualTo(429);
            assertThat(header(refused, "Retry-After")).isNotEmpty();
            contract.holds("get", path.replaceAll("[?].*", ""), refused);
        }
        assertThat(get("/api/identity/v1", asOwner).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatAsksTooMuchLeavesRoomForOthers() {
        first.project("keys", owner);
        String greedy = "ApiKey " + owner.username() + ":" + first.apiKey(owner, Optional.empty());
        String modest = "ApiKey " + owner.username() + ":" + first.apiKey(owner, Optional.empty());
        for (int turn = 0; turn < 15; turn++) {
            assertThat(get("/a/keys" + FORMS, greedy).statusCode()).isEqualTo(200);
        }
        for (int turn = 0; turn < 40; turn++) {
            assertThat(get("/a/keys" + FORMS, greedy).statusCode()).isEqualTo(429);
        }
        assertThat(get("/a/keys" + FORMS, modest).statusCode()).isEqualTo(200);
    }

    @Test
    void formsWaitForTheirTurnAndAreRefusedOnlyWhenItIsFarAway() {
        var project = first.project("forms", owner);
        var worker = first.worker(project, "amina");
        var phone = new Phone(first.client(), "forms", basic("amina", Server.PASSWORD));
        assertThat(submit(phone, "warm", worker.userId()).statusCode()).isEqualTo(201);
        long begun = System.nanoTime();
        List<Callable<HttpResponse<String>>> nine = new ArrayList<>();
        for (int turn = 0; turn < 9; turn++) {
            String id = "waiting-" + turn;
            nine.add(() -> submit(phone, id, worker.userId()));
        }
        assertThat(together(nine)).allMatch(answer -> answer.statusCode() == 201);
        assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThan(900);

        HttpResponse<String> refused = submit(phone, "one-too-many", worker.userId());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEmpty();
        assertThat(header(refused, "Retry-After")).isNotEmpty();
    }

    @Test
    void restoresAndDevicesAreCounted() {
        var project = first.project("phones", owner);
        first.worker(project, "baraka");
        String baraka = basic("baraka", Server.PASSWORD);
        String restore = "/a/phones/phone/restore/?version=2.0&device_id=";
        assertThat(get(restore + "one", baraka).statusCode()).isEqualTo(200);
        assertThat(get(restore + "one", baraka).statusCode()).isEqualTo(200);
        HttpResponse<String> often = get(restore + "one", baraka);
        assertThat(often.statusCode()).isEqualTo(429);
        assertThat(often.body()).isEmpty();
        assertThat(header(often, "Retry-After")).isNotEmpty();
        assertThat(get(restore + "two", baraka).statusCode()).isEqualTo(429);
        String looked = restore.replace("/restore/", "/admin_restore/") + "desk&as=baraka";
        assertThat(get(looked, asOwner).statusCode()).isEqualTo(429);
        HttpResponse<String> third = get(restore + "three", baraka);
        assertThat(third.statusCode()).isEqualTo(406);
        assertThat(third.body()).isEqualTo("Current usage for this user is too high. Please try again in a minute.");
    }

    @Test
    void documentsOfAUserCostUntilHerPointsAreSpent() {
        String document =
                "{\"query\": \"{ projects(first: 100) { nodes { cases(first: 10) { nodes { caseId } } } } }\"}";
        List<HttpResponse<String>> answers = new ArrayList<>();
        String user = basic(second.webUser("curious@example.org").username(), Server.PASSWORD);
        for (int turn = 0; turn < 40; turn++) {
            answers.add(first.client().post("/graphql", document, "Authorization", user));
        }
        assertThat(json(answers.getFirst()).has("errors"))
                .as(answers.getFirst().body())
                .isFalse();
        HttpResponse<String> spent = answers.getLast();
        assertThat(json(spent).at("/errors/0/extensions/code").asString())
                .as(spent.body())
                .isEqualTo("THROTTLED");
        assertThat(json(spent).at("/errors/0/extensions/retryAfterSeconds").asLong())
                .isBetween(1L, 62L);
        assertThat(header(spent, "Retry-After")).isNotEmpty();
        assertThat(json(first.client()
                                .post("/graphql", "{\"query\": \"{ me { username } }\"}", "Authorization", asOwner))
                        .has("errors"))
                .isFalse();
    }

    @Test
    void aListOfDocumentsIsRefused() {
        String document = "{\"query\": \"{ me { username } }\"}";
        String list = "[" + String.join(",", Collections.nCopies(1_000, document)) + "]";
        HttpResponse<String> answer = first.client().post("/graphql", list, "Authorization", asOwner);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aDocumentThatIsTooLargeIsNotParsed() {
        String document =
                "{\"query\": \"{ me { username } }\", \"variables\": {\"a\": \"" + "x".repeat(1_100_000) + "\"}}";
        HttpResponse<String> answer = first.client().post("/graphql", document, "Authorization", asOwner);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("code").asString()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void theMetersTellWhomTheLimitsMet() {
        first.project("metered", owner);
        for (int turn = 0; turn < 41; turn++) {
            get("/a/metered" + CASES, asOwner);
        }
        assertThat(get("/actuator/prometheus", asOwner).body())
                .containsPattern("baraza_limits_refused_total\\{.*family=\"strict_function\".*} [1-9]");
    }

    private HttpResponse<String> get(String path, String authorization) {
        return first.client().get(path, "Authorization", authorization);
    }

    private static HttpResponse<String> submit(Phone phone, String id, String userId) {
        return phone.post(
                "receiver/", "text/xml", FormXml.visit(id, userId).text().getBytes(UTF_8));
    }

    private static List<HttpResponse<String>> together(List<Callable<HttpResponse<String>>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refusals that many operations share: whoever documents one gives it, in the shape that the document has. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedRefusalsTest {
    private static final String PROJECT = "refusals";
    private static final String NOWHERE = "no-such-project";
    private static final String WORKER = basic("amina@" + PROJECT + ".commcarehq.org", Server.PASSWORD);

    /** Everything that any of the forms of a browser has. */
    private static final String SAID = """
            {"username": "a@refusals.example", "password": "correct-horse-8", "next": "correct-horse-9", "code": "1",
             "project": "refusals", "invitation": "00000000-0000-0000-0000-000000000000", "secret": "x", "user": "x"}""";

    /** Tells who somebody is by the password in its form, whoever asks. */
    private static final String SIGN_ON = "/api/sso/v1";

    /** What a program asks with that has somebody consent. */
    private static final String PROGRAM = "?response_type=code&client_id=p&scope=openid&state=s"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private final Contract contract = new Contract();
    private Client client;
    private String member = "";
    private String stranger = "";

    @BeforeAll
    void aProjectAndSomebodyElse(Server whole) {
        client = whole.client();
        member = people(whole);
        stranger = keyOf(whole, whole.webUser("stranger@refusals.example"));
    }

    /** A project with a worker; gives how its administrator comes in. */
    private static String people(Server server) {
        WebUser admin = server.webUser("admin@refusals.example");
        ProjectAccess access = server.project(PROJECT, admin);
        server.worker(access, "amina");
        return keyOf(server, admin);
    }

    /** Some take nothing else. */
    private static String keyOf(Server server, WebUser somebody) {
        return "ApiKey " + somebody.username() + ":" + server.apiKey(somebody, Optional.empty());
    }

    private List<String> with(String status, String... starts) {
        return contract.answers()
                .filter(answer -> answer.endsWith(" " + status))
                .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
                .filter(operation -> Stream.of(starts).anyMatch(start -> operation.contains(" " + start)))
                .toList();
    }

    private static HttpResponse<String> ask(Client client, String operation, String project, String authorization) {
        return ask(client, operation, project, authorization, "a".repeat(40));
    }

    private static HttpResponse<String> ask(
            Client client, String operation, String project, String authorization, String session) {
        String[] parts = operation.split(" ");
        String path = parts[1].replace("{domain}", project)
                .replace("{project}", project)
                .replace("file/{kind}/{mediaId}", "file/CommCareImage/" + "0".repeat(64))
                .replaceAll("\\{kind}", "groups")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString().replace("-", ""));
        if (path.startsWith("/session") || path.equals("/oauth/authorize")) {
            String cookies = "BARAZA_SESSION=" + session + "; XSRF-TOKEN=t";
            String query = path.startsWith("/oauth") ? PROGRAM : "";
            return client.send(
                    parts[0],
                    path + query,
                    parts[0].equals("POST") ? SAID : "",
                    "Cookie",
                    cookies,
                    "X-XSRF-TOKEN",
                    "t");
        }
        if (path.equals("/oauth/userinfo")) {
            return client.get(path, "Authorization", "Bearer " + "a".repeat(40));
        }
        String shown = path.startsWith("/oauth") ? basic("program", "secret") : authorization;
        return client.send(parts[0], path, parts[0].equals("GET") ? "" : "{}", "Authorization", shown);
    }

    private void check(String operation, HttpResponse<String> answer, int status, List<String> wrong) {
        String[] parts = operation.split(" ");
        Optional<String> fault = answer.statusCode() == status
                ? contract.fault(parts[0], parts[1], status, header(answer, "Content-Type"), answer.body())
                : Optional.of("answers " + answer.statusCode());
        fault.ifPresent(why -> wrong.add(operation + ": " + why));
    }

    @Test
    void whoeverIsNotKnownIsTurnedAway() {
        List<String> wrong = new ArrayList<>();
        for (String operation : with("401", "/a/", "/api/", "/search", "/phone/")) {
            check(operation, ask(client, operation, PROJECT, basic("nobody@refusals.example", "wrong")), 401, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverIsNoMemberIsRefused() {
        List<String> wrong = new ArrayList<>();
        List<String> inProjects = with("403", "/a/").stream()
                .filter(operation -> !operation.endsWith(SIGN_ON))
                .toList();
        for (String operation : inProjects) {
            check(operation, ask(client, operation, PROJECT, stranger), 403, wrong);
        }
        for (String operation : with("403", "/api/")) {
            check(operation, ask(client, operation, PROJECT, WORKER), 403, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aProjectThatDoesNotExistIsNotFound() {
        List<String> wrong = new ArrayList<>();
        for (String operation : with("404", "/a/", "/api/v1/projects/{project}")) {
            check(operation, ask(client, operation, NOWHERE, member), 404, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeBack() {
        String[] limits = {
            "--baraza.limits.mode=hq",
            "--baraza.limits.data-api=1/hour",
            "--baraza.limits.submissions-project=1/hour",
            "--baraza.limits.restores=1/hour",
            "--baraza.limits.account=1/hour"
        };
        try (Server busy = Server.whole(limits)) {
            String admin = people(busy);
            List<String> wrong = new ArrayList<>();
            for (String operation : with("429", "/a/", "/api/", "/search", "/phone/")) {
                ask(busy.client(), operation, PROJECT, admin);
                HttpResponse<String> answer = ask(busy.client(), operation, PROJECT, admin);
                check(operation, answer, 429, wrong);
                if (header(answer, "Retry-After").isEmpty()) {
                    wrong.add(operation + ": does not say when");
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whileTheDatabaseIsAwayEverybodyIsAskedToComeBack() throws InterruptedException, ExecutionException {
        List<String> operations = with("503", "/a/", "/api/", "/session", "/oauth", "/search", "/hq/", "/phone/");
        List<String> wrong = new ArrayList<>();
        try (Server alone = Server.whole();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Client its = alone.client();
            alone.webUser("before@elsewhere.example");
            String session = Client.cookie(
                    its.post(
                            "/session",
                            "{\"username\": \"before@elsewhere.example\", \"password\": \"" + Server.PASSWORD + "\"}"),
                    "BARAZA_SESSION");
            alone.loseDatabase();
            List<Callable<HttpResponse<String>>> calls = operations.stream()
                    .<Callable<HttpResponse<String>>>map(
                            operation -> () -> ask(its, operation, PROJECT, member, session))
                    .toList();
            var answers = threads.invokeAll(calls);
            for (int at = 0; at < operations.size(); at++) {
                HttpResponse<String> answer = answers.get(at).get();
                check(operations.get(at), answer, 503, wrong);
                if (header(answer, "Retry-After").isEmpty()) {
                    wrong.add(operations.get(at) + ": does not say when");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}

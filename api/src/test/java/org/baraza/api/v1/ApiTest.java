// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our own REST API: every answer is one that the document has. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiTest {
    private static final String PROJECTS = "/api/v1/projects";
    private static final String PROJECT = PROJECTS + "/{project}";

    private final Contract contract = new Contract();
    private Server server;
    private Client client;
    private WebUser owner;
    private String asOwner;
    private OwnApi api;

    @BeforeAll
    void anOwnerOfAProject(Server whole) {
        server = whole;
        client = whole.client();
        owner = whole.webUser("v1-owner@example.org");
        asOwner = basic(owner.username(), Server.PASSWORD);
        api = new OwnApi(client, asOwner);
        whole.project("v1", owner);
    }

    @Test
    void aProjectIsMadeReadChangedAndListed() {
        var made = send("post", PROJECTS, "", "{\"name\": \"v1-made\", \"displayName\": \"Made\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(header(made, "Location")).isEqualTo(PROJECTS + "/v1-made");
        assertThat(json(made).path("myRole").asString()).isEqualTo("Admin");

        var read = send("get", PROJECT, "/v1-made", "");
        assertThat(read.body()).isEqualTo(made.body());
        String tag = header(read, "ETag");
        assertThat(send("get", PROJECT, "/v1-made", "", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        var changed = send("patch", PROJECT, "/v1-made", "{\"timeZone\": \"Africa/Nairobi\"}", "If-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("displayName").asString()).isEqualTo("Made");
        assertThat(header(changed, "ETag")).isNotEqualTo(tag);
        var late = send("patch", PROJECT, "/v1-made", "{\"timeZone\": \"UTC\"}", "If-Match", tag);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).path("code").asString()).isEqualTo("PRECONDITION_FAILED");

        var first = send("get", PROJECTS, "?limit=1", "");
        assertThat(json(first).path("items")).hasSize(1);
        String next = json(first).path("next").asString();
        assertThat(header(first, "Link")).isEqualTo("<" + PROJECTS + "?limit=1&after=" + next + ">; rel=\"next\"");
        var rest = send("get", PROJECTS, "?after=" + next, "");
        assertThat(rest.headers().firstValue("Link")).isEmpty();
        assertThat(json(rest).has("next")).isFalse();
        assertThat(json(rest).at("/items/0/name").asString()).isEqualTo("v1-made");
    }

    @Test
    void aRoleIsMadeChangedArchivedAndPaged() {
        var made = send(
                "post", PROJECT + "/roles", "/v1/roles", "{\"name\": \"Clerk\", \"permissions\": [\"edit_data\"]}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).path("id").asString();
        String one = PROJECT + "/roles/{role_id}";
        assertThat(send("get", one, "/v1/roles/" + id, "").body()).isEqualTo(made.body());
        var changed = send(
                "put",
                one,
                "/v1/roles/" + id,
                "{\"name\": \"Clerk\", \"permissions\": [\"edit_data\", \"access_api\"]}",
                "If-Match",
                header(made, "ETag"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("permissions")).hasSize(2);
        String late = "{\"name\": \"Late\", \"permissions\": []}";
        assertThat(send("put", one, "/v1/roles/" + id, late, "If-Match", header(made, "ETag"))
                        .statusCode())
                .isEqualTo(412);
        var archived = send("post", one + "/archive", "/v1/roles/" + id + "/archive", "");
        assertThat(json(archived).path("archived").asBoolean()).isTrue();
        assertThat(json(send("post", one + "/unarchive", "/v1/roles/" + id + "/unarchive", ""))
                        .path("archived")
                        .asBoolean())
                .isFalse();

        List<String> names = new ArrayList<>();
        String after = "";
        do {
            var page = json(send("get", PROJECT + "/roles", "/v1/roles?limit=2" + after, ""));
            page.path("items").forEach(role -> names.add(role.path("name").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(names).contains("Clerk", "Read Only").isSorted().doesNotHaveDuplicates();

        var broken = send("post", PROJECT + "/roles", "/v1/roles", "{\"name\": \"X\", \"permissions\": [\"fly\"]}");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(json(broken).at("/errors/0/field").asString()).isEqualTo("permissions");
        assertThat(json(broken).at("/errors/0/pointer").asString()).isEqualTo("#/permissions");
        assertThat(json(send("post", PROJECT + "/roles", "/v1/roles", "{}"))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("REQUIRED");
        assertThat(send("post", PROJECT + "/roles", "/v1/roles", "[1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMemberIsLetInChangedAndKeptOut() {
        server.webUser("v1-colleague@example.org");
        var put = send(
                "post",
                PROJECT + "/members",
                "/v1/members",
                "{\"username\": \"v1-colleague@example.org\", \"role\": \"Read Only\"}");
        assertThat(put.statusCode()).isEqualTo(201);
        String path = "/v1/members/" + json(put).path("userId").asString();
        String one = PROJECT + "/members/{user_id}";
        var out = send("patch", one, path, "{\"active\": false}", "If-Match", header(put, "ETag"));
        assertThat(json(out).path("active").asBoolean()).isFalse();
        assertThat(send("patch", one, path, "{\"active\": true}", "If-Match", header(put, "ETag"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send("get", one, path, "").body()).isEqualTo(out.body());
        var first = json(send("get", PROJECT + "/members", "/v1/members?limit=1", ""));
        var second = json(send(
                "get",
                PROJECT + "/members",
                "/v1/members?limit=1&after=" + first.path("next").asString(),
                ""));
        assertThat(first.at("/items/0/userId")).isNotEqualTo(second.at("/items/0/userId"));
        assertThat(send("get", one, "/v1/members/nobody", "").statusCode()).isEqualTo(404);
        assertThat(send("delete", one, path, "").statusCode()).isEqualTo(204);
        assertThat(send("get", one, path, "").statusCode()).isEqualTo(404);
        assertThat(send("delete", one, path, "").statusCode()).isEqualTo(404);
        String gone = send("get", PROJECT + "/audit-events", "/v1/audit-events?action=member.removed", "")
                .body();
        assertThat(gone).contains("v1-colleague@example.org", "\"channel\":\"api\"");
    }

    @Test
    void whatIsLeftOutOfASettingStays() {
        String path = PROJECT + "/settings/security";
        server.project("v1-secure", owner);
        var changed = send(
                "patch",
                path,
                "/v1-secure/settings/security",
                "{\"digestAllowed\": true, \"allowedAddresses\": [\"127.0.0.0/8\", \"::1\"]}");
        assertThat(json(changed).path("digestAllowed").asBoolean()).isTrue();
        var again = send("patch", path, "/v1-secure/settings/security", "{\"secureSessions\": true}");
        assertThat(json(again).path("allowedAddresses")).hasSize(2);
        var read = send("get", path, "/v1-secure/settings/security", "");
        assertThat(read.body()).isEqualTo(again.body());
        assertThat(send("get", path, "/v1-secure/settings/security", "", "If-None-Match", header(read, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        var out = send("patch", path, "/v1-secure/settings/security", "{\"allowedAddresses\": [\"192.0.2.1\"]}");
        assertThat(json(out).at("/errors/0/code").asString()).isEqualTo("OWN_ADDRESS_REFUSED");
    }

    @Test
    void whatWasDoneStandsInTheBookAndWorkAmongTheJobs() {
        var book = json(send("get", PROJECT + "/audit-events", "/v1/audit-events?action=project.created", ""));
        assertThat(book.path("items")).hasSize(1);
        assertThat(book.at("/items/0/actor").asString()).isEqualTo(owner.username());
        assertThat(send("get", PROJECT + "/audit-events", "/v1/audit-events?from=yesterday", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(send("get", PROJECT + "/jobs", "/v1/jobs?state=QUEUED", ""))
                        .path("items"))
                .isEmpty();
        assertThat(send("get", PROJECT + "/jobs", "/v1/jobs?state=SLEEPING", "").statusCode())
                .isEqualTo(400);
        assertThat(send("get", PROJECT + "/jobs", "/v1/jobs?limit=101", "").statusCode())
                .isEqualTo(400);
        assertThat(send("get", PROJECT + "/jobs", "/v1/jobs?after=abc", "").statusCode())
                .isEqualTo(400);
        assertThat(send("get", PROJECT + "/jobs/{job_id}", "/v1/jobs/7", "").statusCode())
                .isEqualTo(404);
        assertThat(send("get", PROJECT + "/jobs/{job_id}/errors", "/v1/jobs/7/errors", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("post", PROJECT + "/jobs/{job_id}/cancel", "/v1/jobs/7/cancel", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRequestWithAKeyIsDoneOnceHoweverOftenItComes() throws Exception {
        String[] key = {"Idempotency-Key", "3f1c-once"};
        String body = "{\"name\": \"Once\", \"permissions\": []}";
        List<Callable<HttpResponse<String>>> many = new ArrayList<>();
        for (int turn = 0; turn < 8; turn++) {
            many.add(() -> send("post", PROJECT + "/roles", "/v1/roles", body, key));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(many)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
        var again = send("post", PROJECT + "/roles", "/v1/roles", body, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(again, "ETag")).isNotEmpty();
        answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .forEach(answer -> assertThat(answer.body()).isEqualTo(again.body()));

        var other = send("post", PROJECT + "/roles", "/v1/roles", "{\"name\": \"Other\", \"permissions\": []}", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        var taken = send("post", PROJECT + "/roles", "/v1/roles", body);
        assertThat(taken.statusCode()).isEqualTo(400);

        // A colleague's key is another one.
        WebUser colleague = server.webUser("v1-second@example.org");
        send(
                "post",
                PROJECT + "/members",
                "/v1/members",
                "{\"username\": \"v1-second@example.org\", \"role\": \"Admin\"}");
        var hers = client.send(
                "POST",
                PROJECTS + "/v1/roles",
                "{\"name\": \"Hers\", \"permissions\": []}",
                "Authorization",
                basic(colleague.username(), Server.PASSWORD),
                "Idempotency-Key",
                "3f1c-once");
        assertThat(hers.statusCode()).isEqualTo(201);
    }

    @Test
    void anAnswerIsNotToldAgainToAKeyThatMayDoLess() {
        var role = send(
                "post", PROJECT + "/roles", "/v1/roles", "{\"name\": \"Less\", \"permissions\": [\"access_api\"]}");
        String[] once = {"Idempotency-Key", "told-to-whom"};
        String body = "{\"name\": \"Told\", \"permissions\": []}";
        assertThat(send("post", PROJECT + "/roles", "/v1/roles", body, once).statusCode())
                .isEqualTo(201);
        String secret = server.bean(ApiKeys.class)
                .create(
                        owner,
                        new ApiKeyWish(
                                "less",
                                Optional.of("v1"),
                                Optional.empty(),
                                Optional.of(
                                        UUID.fromString(json(role).path("id").asString())),
                                List.of()))
                .secret();
        var less = client.send(
                "POST",
                PROJECTS + "/v1/roles",
                body,
                "Authorization",
                "ApiKey " + owner.username() + ":" + secret,
                once[0],
                once[1]);
        contract.holds("post", PROJECT + "/roles", less);
        assertThat(less.statusCode()).isEqualTo(422);
        assertThat(less.body()).doesNotContain("Told");
    }

    @Test
    void aProjectIsMadeOnceHoweverOftenItIsAskedFor() {
        String[] key = {"Idempotency-Key", "one-project"};
        var made = send("post", PROJECTS, "", "{\"name\": \"v1-once\"}", key);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var again = send("post", PROJECTS, "", "{\"name\": \"v1-once\"}", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(again, "Location")).isEqualTo(PROJECTS + "/v1-once");
        assertThat(send("post", PROJECTS, "", "{\"name\": \"v1-other\"}", key).statusCode())
                .isEqualTo(422);
        assertThat(send("post", PROJECTS, "", "{\"name\": \"v1-once\"}").statusCode())
                .isEqualTo(400);

        // A colleague's key is another one.
        WebUser colleague = server.webUser("v1-third@example.org");
        var hers = new OwnApi(client, basic(colleague.username(), Server.PASSWORD))
                .send("post", PROJECTS, "", "{\"name\": \"v1-hers\"}", key);
        assertThat(hers.statusCode()).isEqualTo(201);
    }

    @Test
    void whoeverMayNotHearsWhyAndStrangersHearNothing() {
        var nobody = client.get(PROJECTS + "/v1");
        contract.holds("get", PROJECT, nobody);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(header(nobody, "WWW-Authenticate")).startsWith("Basic");

        WebUser stranger = server.webUser("v1-stranger@example.org");
        var outside = client.get(PROJECTS + "/v1/roles", "Authorization", basic(stranger.username(), Server.PASSWORD));
        var nowhere =
                client.get(PROJECTS + "/no-such/roles", "Authorization", basic(stranger.username(), Server.PASSWORD));
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(outside.body()).isEqualTo(nowhere.body());

        String key = server.apiKey(owner, Optional.of("v1"));
        String limited = "ApiKey " + owner.username() + ":" + key;
        assertThat(client.get(PROJECTS + "/v1", "Authorization", limited).statusCode())
                .isEqualTo(200);
        assertThat(json(client.get(PROJECTS, "Authorization", limited)).path("items"))
                .hasSize(1);
        var making = client.send("POST", PROJECTS, "{\"name\": \"v1-more\"}", "Authorization", limited);
        contract.holds("post", PROJECTS, making);
        assertThat(making.statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToItsEnd() {
        var answer = client.send(
                "POST",
                PROJECTS + "/v1/roles",
                "{\"name\": \"" + "x".repeat(1_100_000) + "\"}",
                "Authorization",
                asOwner);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    /** @param path behind {@code /api/v1/projects} */
    private HttpResponse<String> send(String method, String pattern, String path, String body, String... headers) {
        return api.send(method, pattern, path, body, headers);
    }
}

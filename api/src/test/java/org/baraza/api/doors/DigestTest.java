// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP Digest as old programs speak it, where a project allows it. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigestTest {
    private static final String OWNER = "Digest-Owner@example.org";

    private Server server;
    private Place place;

    @BeforeAll
    void aProjectThatAllowsIt(Server whole) {
        server = whole;
        whole.webUser(OWNER.toLowerCase(Locale.ROOT));
        place = Place.of(whole, "digest", basic(OWNER, Server.PASSWORD));
        allow(place, true);
    }

    private static void allow(Place where, boolean allowed) {
        var answer = where.graphQl().ask("""
                mutation($project: String!, $allowed: Boolean!) {
                  updateProjectSecurity(input: {project: $project, digestAllowed: $allowed}) {
                    security { digestAllowed } userErrors { code }
                  } }""", Map.of("project", where.name(), "allowed", allowed));
        assertThat(answer.at("/updateProjectSecurity/security/digestAllowed").asBoolean())
                .isEqualTo(allowed);
    }

    /** One who proves with each request that she knows the password. */
    private final class Program {
        private final String login;
        private final String password;
        private String challenge;
        private int count;

        Program(String login, String password, String path) {
            this.login = login;
            this.password = password;
            this.challenge = header(place.client().get(path), "WWW-Authenticate");
        }

        HttpResponse<String> get(String path) {
            return send(path, ++count);
        }

        HttpResponse<String> send(String path, int used) {
            String nonce = said("nonce");
            String nc = "%08x".formatted(used);
            String first = md5(login + ":" + said("realm") + ":" + password);
            String response = md5(first + ":" + nonce + ":" + nc + ":abc:auth:" + md5("GET:" + path));
            String shown = "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", "
                    .formatted(login, said("realm"), nonce, path, response);
            return place.client()
                    .get(path, "Authorization", shown + "algorithm=MD5, qop=auth, nc=" + nc + ", cnonce=\"abc\"");
        }

        private String said(String name) {
            return challenge.replaceAll(".*" + name + "=\"([^\"]*)\".*", "$1");
        }

        private static String md5(String text) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String users(String project) {
        return "/a/" + project + "/api/v0.5/user/?limit=1";
    }

    @Test
    void programsAreAskedForItOnlyWhereItIsAllowed() {
        assertThat(header(place.client().get(users("digest")), "WWW-Authenticate"))
                .matches("Digest realm=\"baraza-digest\", nonce=\"[0-9a-f]{64}\", qop=\"auth\", algorithm=MD5");
        assertThat(header(place.client().get("/a/digest/phone/restore/"), "WWW-Authenticate"))
                .isEqualTo("Basic realm=\"\"");
        Place.of(server, "no-digest");
        assertThat(header(place.client().get(users("no-digest")), "WWW-Authenticate"))
                .isEqualTo("Basic realm=\"\"");
        assertThat(place.client()
                        .get(
                                users("no-digest"),
                                "Authorization",
                                "Digest username=\"x\", qop=auth, nc=00000001, uri=\"" + users("no-digest") + "\"")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWebUserComesInByTheNameThatSheOnceTyped() {
        assertThat(place.client()
                        .get(users("digest"), "Authorization", basic(OWNER, Server.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        for (String login : new String[] {OWNER, "digest-owner@example.org"}) {
            Program program = new Program(login, Server.PASSWORD, users("digest"));
            assertThat(program.get(users("digest")).statusCode()).as(login).isEqualTo(200);
            assertThat(program.get(users("digest")).statusCode()).isEqualTo(200);
        }
        assertThat(new Program(OWNER, "wrong-password", users("digest"))
                        .get(users("digest"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatAProjectAskedForOpensWhatTellsAWebUserAboutHerAccount() {
        place.client().get(users("digest"), "Authorization", basic(OWNER, Server.PASSWORD));
        Program program = new Program(OWNER, Server.PASSWORD, users("digest"));
        for (String path : new String[] {"/api/identity/v1/", "/api/v0.5/identity/", "/api/user_domains/v1/"}) {
            HttpResponse<String> answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).contains(path.contains("domains") ? "digest" : "digest-owner@example.org");
        }
        HttpResponse<String> again = program.send("/api/identity/v1/", 1);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(header(again, "WWW-Authenticate")).startsWith("Digest ").endsWith("stale=true");
        assertThat(new Program(OWNER, "wrong-password", users("digest"))
                        .get("/api/identity/v1/")
                        .statusCode())
                .isEqualTo(401);
        place.worker("dunia");
        assertThat(new Program("dunia@digest.commcarehq.org", Server.PASSWORD, users("digest"))
                        .get("/api/identity/v1/")
                        .statusCode())
                .as("web users only")
                .isEqualTo(403);
        assertThat(header(place.client().get("/api/identity/v1/"), "WWW-Authenticate"))
                .isEqualTo("Basic realm=\"\"");
    }

    @Test
    void aWorkerWhosePasswordIsSetComesInAtOnceAndACountIsUsedOnce() {
        place.worker("dora");
        String restore = "/a/digest/phone/heartbeat/b/?app_id=a";
        Program program = new Program("dora@digest.commcarehq.org", Server.PASSWORD, users("digest"));
        assertThat(program.get(restore).statusCode()).isEqualTo(200);
        HttpResponse<String> again = program.send(restore, 1);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(header(again, "WWW-Authenticate")).startsWith("Digest ").endsWith("stale=true");
        assertThat(program.send(restore, 5).statusCode()).isEqualTo(200);
        assertThat(program.send(restore, 3).statusCode()).isEqualTo(200);
        assertThat(program.send(restore, 3).statusCode()).isEqualTo(401);
        assertThat(new Program("dora", Server.PASSWORD, users("digest"))
                        .get(restore)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongProofsLockAsWrongPasswordsDo() {
        place.worker("guessed");
        String path = "/a/digest/phone/heartbeat/b/";
        for (int guess = 0; guess < 5; guess++) {
            assertThat(new Program("guessed", "guess-" + guess, users("digest"))
                            .get(path)
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> locked = new Program("guessed", Server.PASSWORD, users("digest")).get(path);
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(json(locked).path("error").asString()).isEqualTo("maximum password attempts exceeded");
    }

    @Test
    void whatWasKeptGoesWhenItIsAllowedNoMore() {
        Place brief = Place.of(server, "digest-brief");
        allow(brief, true);
        brief.worker("emma");
        String path = "/a/digest-brief/phone/heartbeat/b/";
        Program program = new Program("emma", Server.PASSWORD, users("digest-brief"));
        assertThat(program.get(path).statusCode()).isEqualTo(200);
        allow(brief, false);
        assertThat(program.get(path).statusCode()).isEqualTo(401);
        allow(brief, true);
        assertThat(program.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aDeletedWorkerIsToldSoInAWayHerPhoneShows() {
        String id = place.worker("gone");
        place.graphQl()
                .ask(
                        "mutation($id: String!) { deleteMobileWorker(input: {project: \"digest\", userId: $id}) "
                                + "{ userErrors { code } } }",
                        Map.of("id", id));
        String path = "/a/digest/phone/restore/?version=2.0";
        HttpResponse<String> answer = place.client().get(path, "Authorization", basic("gone", Server.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).path("error").asString()).isEqualTo("user.deleted");
        assertThat(json(answer).path("default_response").asString()).isNotEmpty();
        assertThat(place.client()
                        .get(path, "Authorization", basic("gone", "another-password"))
                        .statusCode())
                .isEqualTo(401);
        place.worker("gone");
        assertThat(place.phone("gone")
                        .post("receiver/", "text/xml", new byte[0])
                        .statusCode())
                .isEqualTo(400);
    }
}

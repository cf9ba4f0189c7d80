// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionTest {
    private static final String ME = "{\"query\": \"{ me { username } }\"}";
    private static final String WRITE = "/a/demo/device/probe";

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private WebUser user;

    @BeforeAll
    void aUser() {
        user = server.webUser("jane@example.org");
        server.project("demo", user);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aSessionIsOpenedReadAndClosed() {
        HttpResponse<String> opened = signIn("Jane@example.org", PASSWORD);
        assertThat(opened.statusCode()).isEqualTo(200);
        contract.holds("post", "/session", opened);
        assertThat(opened.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("BARAZA_SESSION=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"));
        String session = cookie(opened, "BARAZA_SESSION");
        HttpResponse<String> read = client.get("/session", "Cookie", "BARAZA_SESSION=" + session);
        contract.holds("get", "/session", read);
        assertThat(json(read).path("username").stringValue()).isEqualTo("jane@example.org");
        assertThat(json(read).path("userId").stringValue()).isEqualTo(user.userId());
        HttpResponse<String> closed = client.send(
                "DELETE",
                "/session",
                "",
                "Cookie",
                "BARAZA_SESSION=" + session + "; XSRF-TOKEN=t",
                "X-XSRF-TOKEN",
                "t");
        assertThat(closed.statusCode()).isEqualTo(204);
        assertThat(client.get("/session", "Cookie", "BARAZA_SESSION=" + session).statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyAnswerBringsTheTokenThatTheNextChangeNeeds() {
        HttpResponse<String> answer = client.get("/session");
        assertThat(answer.statusCode()).isEqualTo(401);
        contract.holds("get", "/session", answer);
        assertThat(cookie(answer, "XSRF-TOKEN")).isNotEmpty();
        assertThat(cookie(signIn("x@example.org", "x"), "XSRF-TOKEN")).isNotEmpty();
        assertThat(cookie(client.get(WRITE), "XSRF-TOKEN")).isEmpty();
    }

    @Test
    void wrongCredentialsAndLocksHaveCodes() {
        server.webUser("locked@example.org");
        HttpResponse<String> wrong = signIn("locked@example.org", "wrong-password");
        contract.holds("post", "/session", wrong);
        assertThat(json(wrong).path("code").stringValue()).isEqualTo("WRONG_CREDENTIALS");
        for (int guess = 1; guess < 5; guess++) {
            signIn("locked@example.org", "wrong-password");
        }
        HttpResponse<String> locked = signIn("locked@example.org", PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(401);
        contract.holds("post", "/session", locked);
        assertThat(json(locked).path("code").stringValue()).isEqualTo("LOCKED_OUT");
        assertThat(json(locked).path("retryAfterSeconds").intValue()).isBetween(800, 900);
    }

    @Test
    void aCookieMayChangeThingsOnlyTogetherWithItsToken() {
        String session = "BARAZA_SESSION=" + cookie(signIn("jane@example.org", PASSWORD), "BARAZA_SESSION");
        for (String path : new String[] {"/graphql", WRITE}) {
            assertThat(client.post(path, ME, "Cookie", session).statusCode()).isEqualTo(403);
            assertThat(client.post(path, ME, "Cookie", session + "; XSRF-TOKEN=t")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.post(path, ME, "Cookie", session + "; XSRF-TOKEN=t", "X-XSRF-TOKEN", "u")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.post(path, ME, "Cookie", session, "X-XSRF-TOKEN", "t")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.post(path, ME, "Cookie", session + "; XSRF-TOKEN=t", "X-XSRF-TOKEN", "t")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(client.get(WRITE, "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", "/session", "", "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(client.post("/a/demo/api/user/v1/", "{}", "Cookie", session + "; XSRF-TOKEN=t", "X-XSRF-TOKEN", "t")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoAuthenticatesByHeaderNeedsNoToken() {
        String session = "BARAZA_SESSION=" + cookie(signIn("jane@example.org", PASSWORD), "BARAZA_SESSION");
        String key = "ApiKey jane@example.org:" + server.apiKey(user, Optional.empty());
        for (String shown : new String[] {basic("jane@example.org", PASSWORD), key}) {
            assertThat(client.post("/graphql", ME, "Authorization", shown).statusCode())
                    .isEqualTo(200);
            assertThat(client.post("/graphql", ME, "Authorization", shown, "Cookie", session)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(client.post(WRITE, "{}", "Authorization", "sessionid=x", "Cookie", session)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutEverywhereEndsTheOtherBrowserToo() {
        String one = "BARAZA_SESSION=" + cookie(signIn("jane@example.org", PASSWORD), "BARAZA_SESSION");
        String two = "BARAZA_SESSION=" + cookie(signIn("jane@example.org", PASSWORD), "BARAZA_SESSION");
        client.send("DELETE", "/session?everywhere=true", "", "Cookie", one + "; XSRF-TOKEN=t", "X-XSRF-TOKEN", "t");
        assertThat(client.get("/session", "Cookie", two).statusCode()).isEqualTo(401);
    }

    @Test
    void aFormOfAnotherSiteCannotSignAnyoneIn() {
        var answer =
                client.send("POST", "/session", "", "Content-Type", "text/plain", "Origin", "https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(client.post("/session", "{").statusCode()).isEqualTo(400);
        assertThat(client.post("/session", "{}").statusCode()).isIn(400, 401);
    }

    @Test
    void noPasswordOrKeyIsEverLogged() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<String> lines = new CopyOnWriteArrayList<>();
        var capture = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage()
                        + event.getKeyValuePairs()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        capture.setContext(context);
        capture.start();
        Level before = root.getLevel();
        root.addAppender(capture);
        root.setLevel(Level.DEBUG);
        try {
            String key = server.apiKey(user, Optional.empty());
            signIn("jane@example.org", "canary-wrong");
            signIn("canary-as-username", "canary-wrong");
            client.get(WRITE, "Authorization", basic("amina", "canary-basic"));
            client.get(WRITE, "Authorization", "Basic canary-malformed");
            client.get(WRITE, "Authorization", "ApiKey canary-malformed");
            client.get(WRITE, "Authorization", "ApiKey jane@example.org:" + key);
            client.post(
                    "/a/demo/api/user/v1/",
                    "{\"username\": \"logged\", \"password\": \"canary-password\"}",
                    "Authorization",
                    "ApiKey jane@example.org:" + key);
            client.post("/session", "{\"username\": \"x\", \"password\": canary-broken");
            assertThat(lines).isNotEmpty();
            assertThat(lines).noneMatch(line -> line.contains("canary-"));
            assertThat(lines).noneMatch(line -> line.contains(key));
        } finally {
            root.setLevel(before);
            root.detachAppender(capture);
        }
    }

    private HttpResponse<String> signIn(String username, String password) {
        return client.post("/session", "{\"username\": \"" + username + "\", \"password\": \"" + password + "\"}");
    }
}

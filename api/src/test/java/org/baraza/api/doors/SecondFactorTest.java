// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectSecurity;
import org.baraza.identity.SecurityWish;
import org.baraza.identity.TwoFactor;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.Authenticator;
import org.baraza.testing.SecurityWishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Two-factor authentication and network restrictions, as browsers, programs and phones meet them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecondFactorTest {
    private static final Arrival OFFICE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);
    private static final String MISSING = "must send X-COMMCAREHQ-OTP header or 'otp' URL parameter";
    private static final String WRONG = "OTP token is incorrect";

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private WebUser owner;
    private ProjectAccess demo;
    private List<String> codes;

    @BeforeAll
    void anOwnerWithASecondFactor() {
        owner = server.webUser("owner@example.org");
        demo = server.project("demo", owner);
        server.worker(demo, "amina");
        codes = Authenticator.recoveryCodes(twoFactor(), owner, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        server.close();
    }

    private TwoFactor twoFactor() {
        return server.bean(TwoFactor.class);
    }

    private WebUser member(String name, ProjectAccess project) {
        WebUser member = server.webUser(name + "@example.org");
        ProjectScope.run(
                project.project(),
                () -> server.bean(Members.class).put(project, member.username(), "Field Implementer"));
        return member;
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asString()).isEqualTo(why);
    }

    @Test
    void aProgramWithAPasswordShowsACodeTooAndEachOnce() {
        String path = "/a/demo/api/user/v1/";
        String password = basic("owner@example.org", PASSWORD);
        refused(client.get(path, "Authorization", password), MISSING);
        refused(client.get(path, "Authorization", password, "X-COMMCAREHQ-OTP", "000000x"), WRONG);
        assertThat(client.get(path, "Authorization", password, "X-COMMCAREHQ-OTP", codes.get(0))
                        .statusCode())
                .isEqualTo(200);
        refused(client.get(path, "Authorization", password, "X-COMMCAREHQ-OTP", codes.get(0)), WRONG);
        HttpResponse<String> byParameter = client.get(path + "?limit=1&otp=" + codes.get(1), "Authorization", password);
        assertThat(byParameter.statusCode()).isEqualTo(200);
        assertThat(byParameter.body()).doesNotContain(codes.get(1));
        assertThat(client.get(
                                path,
                                "Authorization",
                                basic("owner@example.org", "wrong"),
                                "X-COMMCAREHQ-OTP",
                                codes.get(2))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void phonesAndKeysAreNotAskedForACode() {
        String password = basic("owner@example.org", PASSWORD);
        assertThat(client.get("/a/demo/device/probe", "Authorization", password).statusCode())
                .isEqualTo(200);
        String key = server.apiKey(owner, Optional.of("demo"));
        assertThat(client.get("/a/demo/api/user/v1/", "Authorization", "ApiKey owner@example.org:" + key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void outsideAProjectACodeIsAskedForToo() {
        String password = basic("owner@example.org", PASSWORD);
        refused(client.get("/api/identity/v1/", "Authorization", password), MISSING);
        HttpResponse<String> graphQl =
                client.post("/graphql", "{\"query\": \"{ me { userId } }\"}", "Authorization", password);
        assertThat(graphQl.statusCode()).isEqualTo(401);
        assertThat(json(graphQl).path("code").asString()).isEqualTo("CODE_REQUIRED");
    }

    @Test
    void aBrowserIsAskedInASecondStep() {
        HttpResponse<String> first = signIn("owner@example.org", "");
        assertThat(first.statusCode()).isEqualTo(401);
        contract.holds("post", "/session", first);
        assertThat(json(first).path("code").asString()).isEqualTo("CODE_REQUIRED");
        assertThat(cookie(first, "BARAZA_SESSION")).isEmpty();
        assertThat(json(signIn("owner@example.org", "999999x")).path("code").asString())
                .isEqualTo("CODE_WRONG");
        HttpResponse<String> second = signIn("owner@example.org", codes.get(3));
        contract.holds("post", "/session", second);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).path("twoFactor").asBoolean()).isTrue();
        assertThat(json(signIn("owner@example.org", codes.get(3))).path("code").asString())
                .isEqualTo("CODE_WRONG");
    }

    @Test
    void aMemberWithoutItIsLedToSetItUpAndSeesNothingElse() {
        ProjectAccess careful = server.project("careful", owner);
        WebUser nurse = member("nurse", careful);
        update(careful, SecurityWishes.twoFactor(true));
        HttpResponse<String> opened = signIn("nurse@example.org", "");
        assertThat(json(opened).at("/twoFactorWantedBy/0").asString()).isEqualTo("careful");
        String session = "BARAZA_SESSION=" + cookie(opened, "BARAZA_SESSION") + "; XSRF-TOKEN=t";
        JsonNode closed = ask(session, "{ project(name: \"careful\") { name } }");
        assertThat(closed.at("/errors/0/extensions/reason").asString()).isEqualTo("TWO_FACTOR_REQUIRED");
        assertThat(ask(session, "{ projects { nodes { name } } }").at("/data/projects/nodes"))
                .isEmpty();
        refused(client.get("/a/careful/api/user/v1/", "Authorization", basic("nurse@example.org", PASSWORD)), MISSING);
        assertThat(client.get("/a/careful/api/case/v2/", "Cookie", session).statusCode())
                .isEqualTo(403);
        JsonNode begun = ask(session, "mutation { beginTwoFactor { secret uri } }");
        Authenticator phone =
                new Authenticator(begun.at("/data/beginTwoFactor/secret").asString(), Clock.systemUTC());
        JsonNode confirmed = ask(
                session,
                "mutation { confirmTwoFactor(input: {code: \"" + phone.code()
                        + "\"}) { recoveryCodes userErrors { code } } }");
        assertThat(confirmed.at("/data/confirmTwoFactor/recoveryCodes")).hasSize(10);
        assertThat(ask(session, "{ project(name: \"careful\") { name } }")
                        .at("/data/project/name")
                        .asString())
                .isEqualTo("careful");
        JsonNode off =
                ask(session, "mutation { turnOffTwoFactor(input: {password: \"wrong\"}) { userErrors { code } } }");
        assertThat(off.at("/data/turnOffTwoFactor/userErrors/0/code").asString())
                .isEqualTo("PASSWORD_WRONG");
        assertThat(twoFactor().isOn(nurse.userId())).isTrue();
    }

    @Test
    void aKeyDoesNothingAboutTheSecondFactorOfItsUser() {
        WebUser dev = server.webUser("dev@example.org");
        var asKey = new GraphQl(client, "ApiKey dev@example.org:" + server.apiKey(dev, Optional.empty()));
        JsonNode answer = json(asKey.post("mutation { beginTwoFactor { secret } }", Map.of()));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void anotherNetworkIsLetInToNothingButThePhonesDoors() {
        ProjectAccess walled = server.project("walled", owner);
        server.worker(walled, "akinyi");
        WebUser clerk = member("clerk", walled);
        String key = server.apiKey(clerk, Optional.of("walled"));
        assertThat(byKey("/a/walled/api/user/v1/", clerk, key).statusCode()).isEqualTo(200);
        update(walled, SecurityWishes.networks(List.of("192.0.2.0/24"), List.of()));
        HttpResponse<String> refused = byKey("/a/walled/api/user/v1/", clerk, key);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("error").asString()).contains("network");
        assertThat(byKey("/a/walled/api/case/v2/", clerk, key).statusCode()).isEqualTo(403);
        JsonNode closed = json(new GraphQl(client, "ApiKey clerk@example.org:" + key)
                .post("{ project(name: \"walled\") { name } }", Map.of()));
        assertThat(closed.at("/errors/0/extensions/reason").asString()).isEqualTo("ADDRESS_REFUSED");
        assertThat(client.get("/a/walled/device/probe", "Authorization", basic("akinyi", PASSWORD))
                        .statusCode())
                .as("a phone is wherever it is")
                .isEqualTo(200);
        assertThat(client.get("/a/walled/api/case/v2/door/probe", "Authorization", basic("akinyi", PASSWORD))
                        .statusCode())
                .as("a program of a worker is a program")
                .isEqualTo(403);
    }

    private HttpResponse<String> byKey(String path, WebUser who, String key) {
        return client.get(path, "Authorization", "ApiKey " + who.username() + ":" + key);
    }

    private void update(ProjectAccess project, SecurityWish wish) {
        ProjectScope.in(
                project.project(), () -> server.bean(ProjectSecurity.class).update(project, OFFICE, wish));
    }

    private JsonNode ask(String session, String document) {
        return json(client.post(
                "/graphql",
                "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}",
                "Cookie",
                session,
                "X-XSRF-TOKEN",
                "t"));
    }

    private HttpResponse<String> signIn(String username, String code) {
        return client.post(
                "/session",
                "{\"username\": \"" + username + "\", \"password\": \"" + PASSWORD + "\", \"code\": \"" + code + "\"}");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Access;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a phone with nothing on it can install, and the documents of versions, which are not for phones. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InstallableAppsTest {
    private static final String LIST = "/phone/list_apps";
    private static final String BOSS = "boss@installing.example";

    private final Contract contract = new Contract();
    private Server server;
    private Place first;
    private Place second;
    private ReleaseDesk desk;
    private ReleaseDesk.Made released;

    @BeforeAll
    void twoProjectsOfOnePerson(Server whole) {
        server = whole;
        server.bean(WebUsers.class).create(new NewWebUser(BOSS, PASSWORD, "", "", true));
        first = Place.of(server, "install-one", basic(BOSS, PASSWORD));
        second = Place.of(server, "install-two", basic(BOSS, PASSWORD));
        Place elsewhere = Place.of(server, "install-elsewhere");
        first.worker("amina");
        desk = ReleaseDesk.of(first, "03-survey");
        released = desk.release(desk.version());
        ReleaseDesk.of(first, "03-survey").version();
        for (Place place : new Place[] {second, elsewhere}) {
            ReleaseDesk other = ReleaseDesk.of(place, "03-survey");
            other.release(other.version());
        }
    }

    private HttpResponse<String> list(String authorization) {
        return server.client().get(LIST, "Authorization", authorization);
    }

    private String shown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", LIST, answer);
        return answer.body();
    }

    @Test
    void aWebUserSeesWhatIsReleasedInEachProjectOfHersAndNothingElse() {
        String apps = shown(list(basic(BOSS, PASSWORD)));
        assertThat(apps.split("<app ", -1)).hasSize(3);
        assertThat(apps)
                .startsWith("<?xml")
                .contains("domain=\"install-one\"", "domain=\"install-two\"")
                .contains("name=\"" + desk.app("name").path("name").asString() + "\"")
                .contains("version=\"" + released.number() + "\" environment=\"production\"")
                .contains("profile=\"" + desk.url(released.buildId(), "profile.ccpr") + "\"")
                .contains("media-profile=\"" + desk.url(released.buildId(), "media_profile.ccpr") + "\"");
    }

    @Test
    void aWorkerSignsInByHerFullNameAndSeesHerProject() {
        String apps = shown(list(basic("amina@install-one.commcarehq.org", PASSWORD)));
        assertThat(apps.split("<app ", -1)).hasSize(2);
        assertThat(apps).contains("domain=\"install-one\"", released.buildId());
        assertThat(server.client()
                        .get(LIST + "/", "Authorization", basic("amina", PASSWORD))
                        .statusCode())
                .as("whose project is not known")
                .isEqualTo(401);
    }

    @Test
    void whoIsNotLetInHearsItAsPhonesDo() {
        HttpResponse<String> stranger = server.client().get(LIST);
        assertThat(stranger.statusCode()).isEqualTo(401);
        contract.holds("get", LIST, stranger);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        HttpResponse<String> session = server.client()
                .post("/session", "{\"username\": \"" + BOSS + "\", \"password\": \"" + PASSWORD + "\"}");
        assertThat(session.statusCode()).isLessThan(300);
        assertThat(server.client()
                        .get(
                                LIST,
                                "Cookie",
                                session.headers().firstValue("Set-Cookie").orElseThrow())
                        .statusCode())
                .as("a session is for browsers")
                .isEqualTo(401);

        ProjectAccess boss = server.bean(Access.class)
                .to(server.bean(WebUsers.class).actor(BOSS).orElseThrow(), first.name())
                .orElseThrow();
        MobileWorker gone = server.worker(boss, "gone");
        server.deactivate(boss, gone);
        HttpResponse<String> deactivated = list(basic("gone@install-one.commcarehq.org", PASSWORD));
        assertThat(deactivated.statusCode()).isEqualTo(406);
        contract.holds("get", LIST, deactivated);
    }

    @Test
    void theDocumentOfAVersionStaysAsItWasAndIsForBuildersOnly() {
        ReleaseDesk survey = ReleaseDesk.of(first, "03-survey");
        ReleaseDesk.Made made = survey.version();
        String name = survey.app("name").path("name").asString();
        survey.rename("Otherwise");
        String path = "/a/" + first.name() + "/apps/download/" + made.buildId() + "/app.json";

        HttpResponse<String> answer = first.client().get(path, "Authorization", first.authorization());
        contract.holds("get", "/a/{domain}/apps/download/{id}/app.json", answer);
        JsonNode document = json(answer);
        assertThat(document.path("name").asString()).isEqualTo(name);
        assertThat(document.path("_id").asString()).isEqualTo(made.buildId());
        assertThat(document.path("copy_of").asString()).isEqualTo(survey.appId());
        assertThat(document.path("version").asInt()).isEqualTo(made.number());
        assertThat(document.toString()).doesNotContain("Otherwise");
        JsonNode working = json(first.client()
                .get(path.replace(made.buildId(), survey.appId()), "Authorization", first.authorization()));
        assertThat(working.path("copy_of").isNull()).isTrue();
        assertThat(working.toString()).contains("Otherwise");

        assertThat(first.client().get(path).statusCode()).isEqualTo(401);
        assertThat(first.client()
                        .get(path, "Authorization", basic("amina", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(first.client()
                        .get(path.replace(first.name(), second.name()), "Authorization", second.authorization())
                        .statusCode())
                .isEqualTo(404);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Server.PASSWORD;

import java.util.Map;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.apps.AppVectors;
import org.baraza.identity.Access;
import org.baraza.identity.Members;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Apps that are copied into another project of the same person. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppsCopiedTest {
    private static final String BOSS = "boss@copying.example";
    private static final String GUEST = "guest@copying.example";

    private Server server;
    private Place from;
    private Place to;
    private ReleaseDesk desk;

    @BeforeAll
    void anAppWithMedia(Server whole) {
        server = whole;
        for (String person : new String[] {BOSS, GUEST}) {
            server.bean(WebUsers.class).create(new NewWebUser(person, PASSWORD, "", "", person.equals(BOSS)));
        }
        from = Place.of(server, "copy-from", basic(BOSS, PASSWORD));
        to = Place.of(server, "copy-to", basic(BOSS, PASSWORD));
        desk = ReleaseDesk.of(from, "01-chw");
        SentMedia.pictures(from, desk.appId(), AppVectors.app("01-chw"));
    }

    private JsonNode copied(String authorization, String source, String target) {
        return new GraphQl(server.client(), authorization)
                .ask("""
                        mutation($p: String!, $a: String!, $t: String!) { copyApp(input: {project: $p, appId: $a, name: "Copied",
                          toProject: $t}) { app { appId document media { nodes { path file { __typename } } } } userErrors { code } } }""", Map.of("p", source, "a", desk.appId(), "t", target))
                .path("copyApp");
    }

    private String refused(String authorization, String source, String target) {
        JsonNode answer = copied(authorization, source, target);
        assertThat(answer.path("app").isNull()).isTrue();
        return answer.at("/userErrors/0/code").asString();
    }

    @Test
    void theCopyIsAnAppOfTheOtherProjectWithItsMedia() {
        String worker = from.worker("practises");
        int number = desk.app("version").path("version").asInt();
        desk.did(
                "editApp",
                "appId: \"" + desk.appId() + "\", version: " + number
                        + ", changes: [{put: {path: \"practice_mobile_worker_id\", value: \"" + worker + "\"}}]",
                "app { version }");

        JsonNode app = copied(from.authorization(), from.name(), to.name()).path("app");
        String appId = app.path("appId").asString();
        JsonNode document = app.path("document");
        assertThat(document.path("domain").asString()).isEqualTo(to.name());
        assertThat(document.has("family_id")).isFalse();
        assertThat(document.path("practice_mobile_worker_id").asString("")).isEmpty();
        assertThat(app.at("/media/nodes"))
                .isNotEmpty()
                .noneMatch(file -> file.path("file").isNull());
        assertThat(document.path("multimedia_map").toString())
                .doesNotContain(desk.app("document")
                        .at("/document/multimedia_map")
                        .findValuesAsString("multimedia_id")
                        .getFirst());

        ReleaseDesk there = new ReleaseDesk(to, appId);
        ReleaseDesk.Made made = there.version();
        assertThat(to.client()
                        .get("/a/" + to.name() + "/apps/download/" + made.buildId() + "/media_suite.xml")
                        .body())
                .contains("<media ");
        assertThat(from.read("app(appId: \"" + appId + "\") { name }")
                        .path("app")
                        .isNull())
                .isTrue();
    }

    @Test
    void itTakesThePermissionInBothProjects() {
        Place elsewhere = Place.of(server, "copy-elsewhere");
        assertThat(refused(from.authorization(), from.name(), elsewhere.name())).isEqualTo("NOT_FOUND");
        assertThat(refused(elsewhere.authorization(), from.name(), elsewhere.name()))
                .isEqualTo("NOT_FOUND");
        assertThat(refused(to.authorization(), to.name(), from.name()))
                .as("no app of that project")
                .isEqualTo("NOT_FOUND");

        member(from, "App Editor");
        member(to, "Field Implementer");
        assertThat(refused(basic(GUEST, PASSWORD), from.name(), to.name())).isEqualTo("FORBIDDEN");
        member(to, "App Editor");
        assertThat(copied(basic(GUEST, PASSWORD), from.name(), to.name()).path("userErrors"))
                .isEmpty();
        member(from, "Field Implementer");
        assertThat(refused(basic(GUEST, PASSWORD), from.name(), to.name())).isEqualTo("FORBIDDEN");
    }

    private void member(Place place, String role) {
        ProjectAccess boss = server.bean(Access.class)
                .to(server.bean(WebUsers.class).actor(BOSS).orElseThrow(), place.name())
                .orElseThrow();
        ProjectScope.run(boss.project(), () -> server.bean(Members.class).put(boss, GUEST, role));
    }
}

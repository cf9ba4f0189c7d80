// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.apps.AppVectors;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Apps that are tried out: by workers for practice, and before there is a version. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TryingOutTest {
    private Place place;
    private Place other;

    @BeforeAll
    void places(Server server) {
        place = Place.of(server, "trying-out");
        other = Place.of(server, "trying-elsewhere");
    }

    private String imported(String name) {
        return AppImports.imported(place, name, AppVectors.app("03-survey").toString());
    }

    private HttpResponse<String> fetch(String id, String path, String... headers) {
        return place.client().get("/a/" + place.name() + "/apps/download/" + id + "/" + path, headers);
    }

    private JsonNode version(String appId) {
        return place.graphQl().ask("""
                        mutation($p: String!, $a: String!) { makeVersion(input: {project: $p, appId: $a, comment: ""}) {
                          version { buildId number } problems { message } userErrors { code } } }""", Map.of("p", place.name(), "a", appId)).path("makeVersion");
    }

    private void put(String appId, int version, String path, String value) {
        JsonNode edited = place.graphQl()
                .ask("""
                mutation($p: String!, $a: String!, $v: Int!, $path: String!, $value: JSON!) { editApp(input: {project: $p,
                  appId: $a, version: $v, changes: [{put: {path: $path, value: $value}}]}) { userErrors { code } } }""", Map.of("p", place.name(), "a", appId, "v", version, "path", path, "value", value));
        assertThat(edited.at("/editApp/userErrors")).isEmpty();
    }

    private String problems(String appId) {
        return place.graphQl().ask("""
                        query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { problems { message } } } }""", Map.of("p", place.name(), "a", appId)).toString();
    }

    private void setDemo(String worker) {
        JsonNode demo = place.graphQl().ask("""
                mutation($p: String!, $w: String!) { setMobileWorkerDemo(input: {project: $p, userId: $w, demo: true}) {
                  userErrors { code } } }""", Map.of("p", place.name(), "w", worker));
        assertThat(demo.at("/setMobileWorkerDemo/userErrors")).isEmpty();
    }

    @Test
    void aVersionBringsTheDataOfTheWorkerForPracticeIfSheIsOne() {
        String appId = imported("Practised");
        String worker = place.worker("practises");
        put(appId, 1, "practice_mobile_worker_id", worker);
        assertThat(version(appId).at("/problems/0/message").asString())
                .contains("not a mobile worker who may practise");

        setDemo(worker);
        String buildId = version(appId).at("/version/buildId").asString();
        assertThat(fetch(buildId, "suite.xml").body())
                .contains("<user-restore>")
                .contains("/apps/download/" + buildId + "/practice_user_restore.xml");
        HttpResponse<String> restore = fetch(buildId, "practice_user_restore.xml");
        assertThat(restore.statusCode()).isEqualTo(200);
        assertThat(restore.body()).contains("<OpenRosaResponse", worker, "demo");
        HttpResponse<String> onHerPhone = place.client()
                .get(
                        "/a/" + place.name() + "/phone/restore/?version=2.0",
                        "Authorization",
                        Client.basic("practises", Server.PASSWORD));
        assertThat(onHerPhone.body()).isEqualTo(restore.body());
    }

    @Test
    void dataForPracticeThatIsTooLargeIsSaidToBeLeftOut() {
        String appId = imported("Too much");
        String worker = place.worker("hoards");
        put(appId, 1, "practice_mobile_worker_id", worker);
        String much = "x".repeat(900_000);
        for (int i = 0; i < 3; i++) {
            FormXml form = FormXml.visit("too-much-" + i, worker).creates("much-" + i, "mother", "n", worker);
            for (int j = 0; j < 8; j++) {
                form.updates("much-" + i, "part" + j, much);
            }
            HttpResponse<String> answer = place.phone("hoards").submit(form.text());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        setDemo(worker);

        JsonNode made = version(appId);
        assertThat(made.at("/problems/0/message").asString()).contains("larger than 16 MB");
        assertThat(made.path("problems")).hasSize(1);
        String buildId = made.at("/version/buildId").asString();
        assertThat(fetch(buildId, "suite.xml").body()).doesNotContain("<user-restore>");
        assertThat(problems(appId)).contains("larger than 16 MB");
        assertThat(fetch(buildId, "practice_user_restore.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void theWorkingCopyIsInstalledFileByFileAsItIs() {
        String appId = imported("Tried");
        String target = "?latest=true&target=save";
        String buildId = version(appId).at("/version/buildId").asString();
        put(appId, 1, "name", "Tried again");

        HttpResponse<String> profile = fetch(appId, "profile.ccpr" + target);
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body())
                .contains("version=\"2\"", "name=\"Tried again\"", "suite.xml" + target.replace("&", "&amp;"));
        assertThat(Client.header(profile, "Cache-Control")).contains("no-cache");
        assertThat(fetch(appId, "suite.xml" + target).body())
                .contains("./modules-0/forms-0.xml" + target.replace("&", "&amp;"));
        assertThat(fetch(buildId, "modules-0/forms-0.xml" + target).statusCode())
                .isEqualTo(200);
        assertThat(fetch(buildId, "profile.ccpr" + target).body())
                .as("by a version of it")
                .contains("Tried again");
        String etag = Client.header(profile, "ETag");
        assertThat(fetch(appId, "profile.ccpr" + target, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(place.client()
                        .get("/a/" + other.name() + "/apps/download/" + appId + "/profile.ccpr" + target)
                        .statusCode())
                .isEqualTo(404);
    }
}

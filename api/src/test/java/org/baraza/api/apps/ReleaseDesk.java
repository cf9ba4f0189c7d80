// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.apps.AppVectors;
import tools.jackson.databind.JsonNode;

/** Somebody who makes versions of an app of her own and gives them to phones. */
record ReleaseDesk(Place place, String appId) {

    /** A version. */
    record Made(String buildId, int number) {}

    /** With an app of the vectors. */
    static ReleaseDesk of(Place place, String vector) {
        JsonNode source = AppVectors.app(vector);
        return new ReleaseDesk(
                place, AppImports.imported(place, source.path("name").asString(), source.toString()));
    }

    /** What a mutation says, whatever it is. */
    JsonNode tried(String mutation, String input, String result) {
        return place.graphQl()
                .ask(
                        "mutation($project: String!) { " + mutation + "(input: {project: $project, " + input + "}) { "
                                + result + " userErrors { code message } } }",
                        Map.of("project", place.name()))
                .path(mutation);
    }

    JsonNode did(String mutation, String input, String result) {
        JsonNode answer = tried(mutation, input, result);
        assertThat(answer.path("userErrors")).isEmpty();
        return answer;
    }

    Made version() {
        JsonNode version = did(
                        "makeVersion",
                        "appId: \"" + appId + "\"",
                        "version { buildId number } problems { place message }")
                .path("version");
        return made(version);
    }

    private static Made made(JsonNode version) {
        return new Made(
                version.path("buildId").asString(), version.path("number").asInt());
    }

    Made release(Made version) {
        did("releaseVersion", "buildId: \"" + version.buildId + "\", released: true", "version { number }");
        return version;
    }

    /** Changes the name of the first form, so that the next version is another one. */
    void rename(String name) {
        JsonNode app = app("version document");
        String formId = app.at("/document/modules/0/forms/0/unique_id").asString();
        did(
                "editApp",
                "appId: \"" + appId + "\", version: " + app.path("version").asInt()
                        + ", changes: [{put: {path: \"forms[" + formId + "].name.en\", value: \"" + name + "\"}}]",
                "app { version }");
    }

    JsonNode app(String selection) {
        return place.graphQl()
                .ask(
                        "query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { " + selection
                                + " } } }",
                        Map.of("p", place.name(), "a", appId))
                .at("/project/app");
    }

    String start(Made version, String audience) {
        return did("startAppRollout", "buildId: \"" + version.buildId + "\", " + audience, "rollout { rolloutId }")
                .at("/rollout/rolloutId")
                .asString();
    }

    void step(String rolloutId, String step) {
        did("stepAppRollout", "rolloutId: \"" + rolloutId + "\", step: " + step, "rollout { state }");
    }

    Made rollBack(Made good) {
        return made(did("rollBackApp", "buildId: \"" + good.buildId + "\"", "version { buildId number }")
                .path("version"));
    }

    String url(String id, String file) {
        return "http://localhost:" + place.client().port() + "/a/" + place.name() + "/apps/download/" + id + "/" + file;
    }

    /** The number of the version that a phone is given. */
    int given(String query) {
        HttpResponse<String> profile =
                place.client().get("/a/" + place.name() + "/apps/download/" + appId + "/profile.ccpr" + query);
        assertThat(profile.statusCode()).as(profile.body()).isEqualTo(200);
        return Integer.parseInt(profile.body().replaceAll("(?s).*?<profile[^>]* version=\"(\\d+)\".*", "$1"));
    }
}

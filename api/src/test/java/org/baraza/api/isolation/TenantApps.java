// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** An application of a tenant, with a version. */
final class TenantApps {
    /** Nothing but the record that ends an archive. */
    private static final byte[] EMPTY_ARCHIVE = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Place place;
    private final String appId;
    private final String formId;
    private final String buildId;

    TenantApps(Place place) {
        this.place = place;
        appId = newApp();
        String menuId = changed("{addMenu: {name: \"Visits\", caseType: \"mother\"}}", 1)
                .at("/document/modules/0/unique_id")
                .asString();
        formId = changed("{addForm: {menuId: \"" + menuId + "\", name: \"Register\", kind: REGISTRATION}}", 2)
                .at("/document/modules/0/forms/0/unique_id")
                .asString();
        changed("{put: {path: \"build_profiles\", value: {p1: {name: \"Coast\", langs: [\"en\"]}}}}", 3);
        buildId = newVersion();
    }

    private JsonNode changed(String change, int version) {
        JsonNode answer = place.graphQl()
                .ask(
                        "mutation($project: String!, $app: String!) { editApp(input: {project: $project, appId: $app,"
                                + " version: " + version + ", changes: [" + change
                                + "]}) { app { document } userErrors { message } } }",
                        Map.of("project", place.name(), "app", appId))
                .path("editApp");
        assertThat(answer.path("userErrors")).isEmpty();
        return answer.path("app");
    }

    String appId() {
        return appId;
    }

    String formId() {
        return formId;
    }

    String buildId() {
        return buildId;
    }

    String newApp() {
        String made = place.graphQl()
                .ask("""
                        mutation($project: String!) {
                          createApp(input: {project: $project, name: "Visits"}) { app { appId } } }""", Map.of("project", place.name()))
                .at("/createApp/app/appId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    /** A version of the app as it is; the same one as long as nothing is changed. */
    private String newVersion() {
        JsonNode answer = place.graphQl()
                .ask("""
                        mutation($project: String!, $app: String!) {
                          makeVersion(input: {project: $project, appId: $app}) {
                            version { buildId } problems { place message } } }""", Map.of("project", place.name(), "app", appId))
                .path("makeVersion");
        assertThat(answer.path("problems")).isEmpty();
        return answer.at("/version/buildId").asString();
    }

    /** An archive without anything that the app names. */
    static HttpResponse<String> sendMedia(Tenant who, String project, String appId) {
        return who.client()
                .send(
                        "POST",
                        "/a/" + project + "/apps/api/" + appId + "/multimedia/",
                        new Multipart()
                                .file("bulk_upload_file", "media.zip", "application/zip", EMPTY_ARCHIVE)
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        who.authorization());
    }

    /** The beginning of a picture, under a path of its own. */
    static HttpResponse<String> sendPicture(Tenant who, String project, String appId) {
        return who.client()
                .send(
                        "POST",
                        "/a/" + project + "/apps/" + appId + "/multimedia/uploaded/image/",
                        new Multipart()
                                .field("path", "jr://file/commcare/image/probe.gif")
                                .file("Filedata", "probe.gif", "image/gif", new byte[] {'G', 'I', 'F', '8', '9', 'a'})
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        who.authorization());
    }

    String mediaUpload(Tenant who) {
        return Client.json(sendMedia(who, place.name(), appId))
                .path("processing_id")
                .asString();
    }

    String releasedVersion() {
        String fresh = anotherVersion();
        did("releaseVersion", "buildId: \"" + fresh + "\", released: true", "version { buildId }");
        return fresh;
    }

    String rollout() {
        return did("startAppRollout", "buildId: \"" + anotherVersion() + "\", percent: 10", "rollout { rolloutId }")
                .at("/rollout/rolloutId")
                .asString();
    }

    String pin(String kind, String placeId) {
        return did(
                        "pinAppRelease",
                        "buildId: \"" + releasedVersion() + "\", kind: " + kind + ", placeId: \"" + placeId + "\"",
                        "pin { pinId }")
                .at("/pin/pinId")
                .asString();
    }

    private JsonNode did(String mutation, String input, String result) {
        JsonNode answer = place.graphQl()
                .ask(
                        "mutation($project: String!) { " + mutation + "(input: {project: $project, " + input + "}) { "
                                + result + " userErrors { message } } }",
                        Map.of("project", place.name()))
                .path(mutation);
        assertThat(answer.path("userErrors")).isEmpty();
        return answer;
    }

    /** A version of an app of its own. */
    String anotherVersion() {
        return new TenantApps(place).buildId;
    }
}

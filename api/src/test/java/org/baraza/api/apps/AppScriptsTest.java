// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.apps.AppVectors;
import org.baraza.apps.Drafts;
import org.baraza.apps.compile.Build;
import org.baraza.apps.editing.AppEditor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.Projects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What form builders and web apps ask of an app: its source changed, and all of it before there is a version. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppScriptsTest {
    private Server server;
    private Place place;
    private Place other;

    @BeforeAll
    void places(Server given) {
        server = given;
        place = Place.of(server, "apps-by-script");
        other = Place.of(server, "apps-of-others");
    }

    @Test
    void aFormBuilderSendsDifferencesAndIsToldOfThoseOfOthers() throws IOException {
        String appId = AppImports.imported(
                place, "Patched", AppVectors.app("03-survey").toString());
        String formId = json(place.client()
                        .get(
                                "/a/" + place.name() + "/api/application/v1/" + appId + "/",
                                "Authorization",
                                place.authorization()))
                .at("/modules/0/forms/0/unique_id")
                .asString();
        String source =
                "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns=\"http://www.w3.org/2002/xforms\"><h:head><model>"
                        + "<instance><data xmlns=\"urn:a\"><q/></data></instance></model></h:head><h:body/></h:html>";
        JsonNode replaced = json(posted(appId, formId, "edit_form_attr", "xform", "xform=" + encoded(source)));
        assertThat(replaced.at("/update/app-version").asInt()).isPositive();
        String digest = AppEditor.digest(source);
        int at = source.indexOf("urn:a");
        String patch = "@@ -" + (at + 1) + ",5 +" + (at + 1) + ",6 @@\n urn:a\n+b\n";

        JsonNode done = json(posted(
                appId, formId, "patch_xform", "", "sha1=" + digest + "&references=%7B%7D&patch=" + encoded(patch)));
        JsonNode stale = json(posted(appId, formId, "patch_xform", "", "sha1=" + digest + "&patch=" + encoded(patch)));

        String now = source.replace("urn:a", "urn:ab");
        assertThat(done.path("status").asString()).isEqualTo("ok");
        assertThat(done.path("sha1").asString()).isEqualTo(AppEditor.digest(now));
        assertThat(stale.path("status").asString()).isEqualTo("conflict");
        assertThat(stale.path("xform").asString()).isEqualTo(now);
    }

    @Test
    void appsAreListedInTheOrderInWhichTheyWereMade() {
        Place own = Place.of(server, "apps-in-order");
        String survey = AppVectors.app("03-survey").toString();
        String first = AppImports.imported(own, "Visits", survey);
        String second = AppImports.imported(own, "Births", survey);
        JsonNode listed = json(
                own.client().get("/a/" + own.name() + "/api/application/v1/", "Authorization", own.authorization()));
        assertThat(listed.at("/objects/0/id").asString()).isEqualTo(first);
        assertThat(listed.at("/objects/1/id").asString()).isEqualTo(second);
    }

    @Test
    void anOldScriptMayShowItsKeyAmongTheFieldsBeforeTheFile() {
        WebUser owner = server.webUser("scripts@example.org");
        server.project("scripts", owner);
        String key = server.apiKey(owner, Optional.empty());
        // More than a door looks at.
        byte[] app = (AppVectors.app("01-chw") + " ".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
        var fields = new Multipart().field("username", owner.username());

        var right = scripted(fields.field("api_key", key)
                .field("app_name", "CHW")
                .file("app_file", "app.json", "application/json", app));
        var wrong = scripted(new Multipart()
                .field("username", owner.username())
                .field("api_key", key.replace(key.charAt(0), 'x'))
                .field("app_name", "CHW")
                .file("app_file", "app.json", "application/json", app));
        var behind = scripted(new Multipart()
                .field("app_name", "CHW")
                .file("app_file", "app.json", "application/json", app)
                .field("username", owner.username())
                .field("api_key", key));

        assertThat(right.statusCode()).as(right.body()).isEqualTo(201);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(behind.statusCode()).as("nobody reads a file of nobody").isEqualTo(401);
    }

    private HttpResponse<String> scripted(Multipart form) {
        return place.client()
                .send("POST", "/a/scripts/apps/api/import_app/", form.bytes(), "Content-Type", Multipart.TYPE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> posted(String appId, String formId, String what, String attribute, String body)
            throws IOException {
        String end = attribute.isEmpty() ? "" : attribute + "/";
        return place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/apps/" + what + "/" + appId + "/" + formId + "/" + end,
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        place.authorization());
    }

    @Test
    void aFormOfSomeMegabytesReplacesAnotherAsAFieldOrAsAFile() throws IOException {
        JsonNode app = AppVectors.app("01-chw");
        String appId = AppImports.imported(place, "Large form", app.toString());
        String formId = app.at("/modules/0/forms/0/unique_id").asString();
        String start = app.path("_attachments").path(formId + ".xml").asString();
        String large = start.replace("</h:head>", "<!--" + "x".repeat(3_000_000) + "--></h:head>");

        HttpResponse<String> field = posted(appId, formId, "edit_form_attr", "xform", "xform=" + encoded(large));
        assertThat(field.statusCode()).as(field.body()).isEqualTo(200);
        assertThat(source(appId, formId)).hasSameSizeAs(large);

        HttpResponse<String> file = place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/apps/edit_form_attr/" + appId + "/" + formId + "/xform/",
                        new Multipart()
                                .file("xform", "form.xml", "text/xml", start.getBytes(StandardCharsets.UTF_8))
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        place.authorization());
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(source(appId, formId)).isEqualTo(start);
    }

    private String source(String appId, String formId) {
        return place.client()
                .get(
                        "/a/" + place.name() + "/apps/browse/" + appId + "/" + formId + "/source/",
                        "Authorization",
                        place.authorization())
                .body();
    }

    @Test
    void underHoweverManyAddressesADraftIsAskedForItIsBuiltOnce() {
        String appId =
                AppImports.imported(place, "Hosts", AppVectors.app("01-chw").toString());
        ProjectId project =
                server.bean(Projects.class).byName(place.name()).orElseThrow().id();
        Drafts drafts = server.bean(Drafts.class);
        for (int host = 0; host < 70; host++) {
            String base = "https://host" + host + ".example.org";
            Build build = ProjectScope.in(project, () -> drafts.of(appId, place.name(), base))
                    .orElseThrow()
                    .build();
            String profile = new String(build.file("profile.ccpr").orElseThrow(), StandardCharsets.UTF_8);
            assertThat(profile)
                    .contains("update=\"" + base + "/a/" + place.name() + "/apps/download/" + appId + "/profile.ccpr?")
                    .doesNotContain("draft.invalid");
        }
    }

    @Test
    void anAppIsFetchedAsItIsBeforeThereIsAVersion() throws IOException {
        String appId =
                AppImports.imported(place, "Draft", AppVectors.app("01-chw").toString());
        String asItIs = "/apps/api/download_ccz/?app_id=" + appId;

        HttpResponse<byte[]> draft = place.client().download("/a/" + place.name() + asItIs);

        assertThat(draft.statusCode()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(draft.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("profile.ccpr", "suite.xml");
        assertThat(place.client()
                        .download("/a/" + place.name() + asItIs + "&latest=release")
                        .statusCode())
                .as("there is no version yet")
                .isEqualTo(404);
        assertThat(other.client().download("/a/" + other.name() + asItIs).statusCode())
                .as("it is not an app of theirs")
                .isEqualTo(404);
    }
}

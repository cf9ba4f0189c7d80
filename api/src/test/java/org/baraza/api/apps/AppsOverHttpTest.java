// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.apps.AppFacts;
import org.baraza.apps.AppVectors;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildVersions;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An app from its import to the phone: brought in, made a version of, released, installed, updated. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppsOverHttpTest {
    private final Map<String, Made> made = new HashMap<>();
    private Place place;
    private Place other;
    private String worker;

    /** An imported app and its first version. */
    private record Made(String appId, String buildId, int number) {}

    @BeforeAll
    void importedApps(Server server) {
        place = Place.of(server, "apps-over-http");
        other = Place.of(server, "apps-elsewhere");
        worker = place.worker("amina");
        for (String name : AppVectors.NAMES) {
            String appId = AppImports.imported(
                    place,
                    AppVectors.app(name).path("name").asString(),
                    AppVectors.app(name).toString());
            SentMedia.pictures(place, appId, AppVectors.app(name));
            made.put(name, version(appId));
        }
    }

    private Made made(String name) {
        return Objects.requireNonNull(made.get(name), name);
    }

    static List<String> names() {
        return AppVectors.NAMES;
    }

    private Made version(String appId) {
        JsonNode answer =
                place.graphQl().ask("""
                        mutation($p: String!, $a: String!) { makeVersion(input: {project: $p, appId: $a, comment: ""}) {
                          version { buildId number } problems { place message } userErrors { code message } } }""", Map.of("p", place.name(), "a", appId)).path("makeVersion");
        assertThat(answer.path("problems")).isEmpty();
        JsonNode version = answer.path("version");
        return new Made(
                appId,
                version.path("buildId").asString(),
                version.path("number").asInt());
    }

    private void release(Made version) {
        JsonNode answer = place.graphQl().ask("""
                        mutation($p: String!, $b: String!) {
                          releaseVersion(input: {project: $p, buildId: $b, released: true}) { userErrors { code } } }""", Map.of("p", place.name(), "b", version.buildId));
        assertThat(answer.at("/releaseVersion/userErrors")).isEmpty();
    }

    /** As a phone fetches: without saying who it is. */
    private HttpResponse<String> fetch(String id, String path, String... headers) {
        return place.client().get("/a/" + place.name() + "/apps/download/" + id + "/" + path, headers);
    }

    private String base() {
        return "http://localhost:" + place.client().port();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFactsOfTheVectorsHoldOnTheFilesThatPhonesFetch(String name) {
        Made version = made(name);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : fetch(version.buildId, "").body().strip().split("\n")) {
            files.put(path, fetch(version.buildId, path).body().getBytes(StandardCharsets.UTF_8));
        }
        BuiltFiles built = new BuiltFiles(new Build(files, BuildVersions.NONE, List.of()));
        String served = addressIn(files);
        for (JsonNode fact : AppVectors.facts(name).path("facts")) {
            AppFacts.check(
                    fact,
                    built,
                    text -> text.replace("{{base}}", served)
                            .replace("{{domain}}", place.name())
                            .replace("{{app}}", version.appId)
                            .replace("{{build}}", version.buildId)
                            .replace("{{version}}", Integer.toString(version.number))
                            .replace("{{major}}", "2")
                            .replace("{{minor}}", "53")
                            .replace("{{minimal}}", "0"));
        }
    }

    /** The address that the version was made under is that of the server as it was asked. */
    private String addressIn(SortedMap<String, byte[]> files) {
        String profile = new String(files.getOrDefault("profile.ccpr", new byte[0]), StandardCharsets.UTF_8);
        assertThat(profile)
                .containsPattern("update=\"http://(localhost|127\\.0\\.0\\.1):"
                        + place.client().port() + "/a/");
        return profile.contains("http://localhost:")
                ? base()
                : "http://127.0.0.1:" + place.client().port();
    }

    @Test
    void theSameVersionComesAgainAsLongAsNothingChanges() {
        Made first = made("03-survey");
        assertThat(version(first.appId)).isEqualTo(first);
    }

    @Test
    void aFileIsNamedByItsContentAndNotSentAgain() {
        Made version = made("01-chw");
        HttpResponse<String> file = fetch(version.buildId, "suite.xml");
        String etag = Client.header(file, "ETag");
        assertThat(fetch(version.buildId, "suite.xml", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(Client.header(file, "Cache-Control")).contains("public", "max-age=31536000");
        assertThat(fetch(version.buildId, "no-such-file.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void aPhoneThatLooksForAReleaseGetsTheNewestOneAndOnlyWhatChangedHasAnotherNumber() throws InterruptedException {
        String appId =
                AppImports.imported(place, "Updated", AppVectors.app("01-chw").toString());
        Made first = version(appId);
        release(first);
        String before = fetch(first.buildId, "suite.xml").body();
        JsonNode app = place.graphQl()
                .ask(
                        "query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { version document } } }",
                        Map.of("p", place.name(), "a", appId))
                .at("/project/app");
        String formId = app.at("/document/modules/0/forms/0/unique_id").asString();
        JsonNode edited = place.graphQl()
                .ask(
                        "mutation($p: String!, $a: String!, $v: Int!, $path: String!) { editApp(input: {project: $p, appId: $a,"
                                + " version: $v, changes: [{put: {path: $path, value: \"Sign up\"}}]}) {"
                                + " app { version } userErrors { code message } } }",
                        Map.of(
                                "p",
                                place.name(),
                                "a",
                                appId,
                                "v",
                                app.path("version").asInt(),
                                "path",
                                "forms[" + formId + "].name.en"));
        assertThat(edited.at("/editApp/userErrors")).isEmpty();
        Made second = version(appId);
        assertThat(second.number).isGreaterThan(first.number);
        assertThat(profileVersion(first.buildId, "?latest=true")).isEqualTo(first.number);
        assertThat(profileVersion(first.buildId, "?latest=true&target=build")).isEqualTo(second.number);
        release(second);
        assertThat(soonServed(first.buildId, second.number)).isEqualTo(second.number);
        List<String> changed =
                new ArrayList<>(resources(fetch(second.buildId, "suite.xml").body()));
        changed.removeAll(resources(before));
        assertThat(changed)
                .as("the texts and the form whose name stands in it, and no other form")
                .allMatch(resource -> resource.startsWith("app_") || resource.startsWith(formId))
                .isNotEmpty();
    }

    /** Which version is the newest is remembered for a moment. */
    private int soonServed(String id, int wanted) throws InterruptedException {
        int served = profileVersion(id, "?latest=true");
        for (int tries = 0; served != wanted && tries < 50; tries++) {
            Thread.sleep(100);
            served = profileVersion(id, "?latest=true");
        }
        return served;
    }

    private int profileVersion(String id, String query) {
        String profile = fetch(id, "profile.ccpr" + query).body();
        return Integer.parseInt(profile.replaceAll("(?s).*?<profile[^>]* version=\"(\\d+)\".*", "$1"));
    }

    private static List<String> resources(String suite) {
        List<String> resources = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("<resource id=\"([^\"]+)\" version=\"(\\d+)\"")
                .matcher(suite);
        while (matcher.find()) {
            resources.add(matcher.group(1) + " " + matcher.group(2));
        }
        return resources;
    }

    @Test
    void theArchiveHasEverythingThatAnInstallWithoutNetworkNeeds() throws IOException {
        Made version = made("02-household");
        byte[] archive = place.client()
                .download("/a/" + place.name() + "/apps/download/" + version.buildId + "/CommCare.ccz")
                .body();
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("profile.ccpr", "suite.xml", "default/app_strings.txt", "modules-0/forms-0.xml");
        HttpResponse<byte[]> byApi = place.client()
                .download("/a/" + place.name() + "/apps/api/download_ccz/?app_id=" + version.appId + "&latest=build");
        assertThat(byApi.body()).as("nobody has to sign in for it").isEqualTo(archive);
        assertThat(byApi.headers()
                        .firstValue("Content-Disposition")
                        .orElse("")
                        .replace("=20", " ")
                        .replace("_", " "))
                .contains(place.name() + " - ")
                .contains(" - v");
    }

    @Test
    void picturesOfAnAppComeInAnArchiveAndGoToPhonesWithoutSigningIn() throws IOException {
        JsonNode source = AppVectors.app("01-chw");
        String appId = AppImports.imported(place, "With pictures", source.toString());
        List<String> paths = List.copyOf(source.path("multimedia_map").propertyNames());
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
        Map<String, byte[]> files = new HashMap<>(Map.of("commcare/image/unknown.png", picture));
        paths.forEach(
                path -> files.put(path.substring("jr://file/".length()).toUpperCase(java.util.Locale.ROOT), picture));
        HttpResponse<String> sent = SentMedia.send(place, appId, files);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        String id = json(sent).path("processing_id").asString();
        JsonNode status = json(place.client()
                .get(
                        "/a/" + place.name() + "/apps/api/" + appId + "/multimedia/status/" + id + "/",
                        "Authorization",
                        place.authorization()));
        assertThat(status.at("/matched_files/CommCareImage")).hasSize(paths.size());
        assertThat(status.at("/unmatched_files/0/path").asString()).isEqualTo("commcare/image/unknown.png");
        Made version = version(appId);
        String suite = fetch(version.buildId, "media_suite.xml").body();
        var address = java.util.regex.Pattern.compile("http://[^<]*(/hq/multimedia/file/[^<]+)")
                .matcher(suite);
        assertThat(address.find()).isTrue();
        var first = place.client().download(address.group(1));
        assertThat(first.body()).isEqualTo(picture);
        assertThat(place.client()
                        .get(address.group(1), "If-None-Match", Client.header(first, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(place.client()
                        .get("/hq/multimedia/file/CommCareImage/" + "0".repeat(64) + "/a.png")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormSentToAVersionIsOfItsAppAndSaysWhichVersion() {
        Made version = made("01-chw");
        String form = "form-of-" + version.buildId;
        var phone = place.phone("amina@" + place.name() + ".commcarehq.org");
        HttpResponse<String> sent = phone.post(
                "receiver/secure/" + version.buildId + "/",
                "text/xml",
                FormXml.visit(form, worker).text().getBytes(StandardCharsets.UTF_8));
        assertThat(sent.statusCode()).isEqualTo(201);
        JsonNode stored = json(place.client()
                .get("/a/" + place.name() + "/api/form/v1/" + form + "/", "Authorization", place.authorization()));
        assertThat(stored.path("app_id").asString()).isEqualTo(version.appId);
        assertThat(stored.path("build_id").asString()).isEqualTo(version.buildId);
    }

    @Test
    void theStructureOfAppsIsToldToPrograms() {
        JsonNode list = json(place.client()
                .get("/a/" + place.name() + "/api/v0.5/application/", "Authorization", place.authorization()));
        assertThat(list.at("/meta/total_count").asInt()).isGreaterThanOrEqualTo(3);
        Made version = made("02-household");
        JsonNode one = json(place.client()
                .get(
                        "/a/" + place.name() + "/api/application/v1/" + version.appId + "/",
                        "Authorization",
                        place.authorization()));
        assertThat(one.at("/modules/0/case_properties")).isNotEmpty();
        assertThat(one.at("/modules/0/forms/0/questions/0/value").asString()).startsWith("/data/");
        assertThat(one.at("/versions/0/id").asString()).isEqualTo(version.buildId);
        JsonNode build = json(place.client()
                .get(
                        "/a/" + place.name() + "/api/application/v1/" + version.buildId + "/",
                        "Authorization",
                        place.authorization()));
        assertThat(build.path("built_from_app_id").asString()).isEqualTo(version.appId);
        assertThat(build.path("versions")).isEmpty();
    }

    @Test
    void whatIsGivenOutCanBeTakenInAgain() {
        Made version = made("02-household");
        HttpResponse<String> source = place.client()
                .get(
                        "/a/" + place.name() + "/apps/source/" + version.appId + "/",
                        "Authorization",
                        place.authorization());
        assertThat(source.statusCode()).isEqualTo(200);
        Made again = version(AppImports.imported(place, "Again", source.body()));
        assertThat(again.appId).isNotEqualTo(version.appId);
    }

    @Test
    void whatCannotBeImportedSaysWhy() {
        assertThat(AppImports.upload(place, "", "{}").body()).contains("app_name is required");
        assertThat(AppImports.upload(place, "n", "").body()).contains("app_file is required");
        assertThat(AppImports.upload(place, "n", "{").body()).contains("Invalid JSON file");
        HttpResponse<String> noApp = AppImports.upload(place, "n", "{\"a\": 1}");
        assertThat(noApp.statusCode()).isEqualTo(400);
        assertThat(json(noApp).path("success").asBoolean(true)).isFalse();
    }

    @Test
    void anotherProjectHasNothingOfIt() {
        Made version = made("01-chw");
        assertThat(place.client()
                        .get("/a/" + other.name() + "/apps/download/" + version.buildId + "/profile.ccpr")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.client()
                        .get(
                                "/a/" + other.name() + "/apps/source/" + version.appId + "/",
                                "Authorization",
                                other.authorization())
                        .statusCode())
                .isEqualTo(404);
    }
}

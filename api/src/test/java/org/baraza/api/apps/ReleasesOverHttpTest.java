// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.apps.ReleaseDesk.Made;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.apps.Rollouts;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.Projects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Which version a phone is given, at CommCare HQ's addresses (releases). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReleasesOverHttpTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Server server;
    private Place place;
    private Fleet fleet;

    @BeforeAll
    void workersAtTwoLocations(Server whole) throws SQLException {
        server = whole;
        place = Place.of(whole, "releases-over-http");
        fleet = new Fleet(whole, place, 2, 5);
    }

    private HttpResponse<String> post(String path, String body) {
        return place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/" + path,
                        body.getBytes(UTF_8),
                        "Content-Type",
                        body.startsWith("{") ? "application/json" : FORM,
                        "Authorization",
                        place.authorization());
    }

    private JsonNode posted(String path, String body) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** As old programs do, who show their key beside what they want. */
    private JsonNode byKeyInTheForm(String path, String body) {
        String key =
                server.apiKey(server.bean(WebUsers.class).actor(Server.ADMIN).orElseThrow(), Optional.empty());
        HttpResponse<String> answer = place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/" + path,
                        ("username=" + Server.ADMIN.replace("@", "%40") + "&api_key=" + key + "&" + body)
                                .getBytes(UTF_8),
                        "Content-Type",
                        FORM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode got(String path) {
        HttpResponse<String> answer =
                place.client().get("/a/" + place.name() + "/" + path, "Authorization", place.authorization());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String userAt(int location) {
        return fleet.holders().stream()
                .filter(holder -> holder.locationId().equals(fleet.location(location)))
                .findFirst()
                .orElseThrow()
                .username();
    }

    @Test
    void versionsAreMadeListedReleasedAndTakenBackAsHqDoesIt() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        JsonNode saved = posted("apps/save/" + desk.appId() + "/", "comment=Round+one");
        assertThat(saved.path("error_html").asString()).isEmpty();
        String buildId = saved.at("/saved_app/id").asString();
        int number = saved.at("/saved_app/version").asInt();
        assertThat(saved.at("/saved_app/build_comment").asString()).isEqualTo("Round one");
        assertThat(saved.at("/saved_app").has("modules")).isFalse();

        String view = "apps/view/" + desk.appId() + "/";
        JsonNode list = got(view + "releases/json/?limit=10&page=1&query=round");
        assertThat(list.at("/apps/0/id").asString()).isEqualTo(buildId);
        assertThat(list.at("/pagination/total").asInt()).isEqualTo(1);
        assertThat(list.at("/pagination/more").asBoolean(true)).isFalse();
        assertThat(got(view + "releases/json/?only_show_released=true").path("apps"))
                .isEmpty();

        JsonNode released = posted(view + "releases/release/" + buildId + "/", "is_released=true&ajax=true");
        assertThat(released.path("is_released").asBoolean()).isTrue();
        assertThat(released.path("latest_released_version").asInt()).isEqualTo(number);
        assertThat(got(view + "current_version/").path("latestReleasedBuild").asInt())
                .isEqualTo(number);

        posted(view + "update_build_comment/", "build_id=" + buildId + "&comment=Said+again");
        assertThat(got(view + "releases/json/").at("/apps/0/build_comment").asString())
                .isEqualTo("Said again");

        desk.rename("Changed");
        JsonNode reverted = posted("apps/revert/" + desk.appId() + "/", "build_id=" + buildId);
        assertThat(reverted.at("/saved_app/build_comment").asString())
                .isEqualTo("Reverted to version " + number + "\n\nPrevious build comments:\nSaid again");
        assertThat(reverted.at("/saved_app/version").asInt()).isGreaterThan(number);

        assertThat(byKeyInTheForm(view + "releases/release/" + buildId + "/", "is_released=false")
                        .path("is_released")
                        .asBoolean(true))
                .isFalse();
        posted(view + "releases/unrelease/" + buildId + "/", "");
        posted("apps/delete_copy/" + desk.appId() + "/", "saved_app=" + buildId);
        assertThat(got(view + "releases/json/").at("/pagination/total").asInt()).isEqualTo(1);
    }

    @Test
    void languageProfilesAreSavedAndInstalledByTheirOwnAddress() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        String path = "apps/view/" + desk.appId() + "/releases/profiles/";
        String language = desk.app("languages").at("/languages/0").asString();
        assertThat(post(path, "{\"profiles\": [{\"name\": \"Coast\", \"langs\": [\"xx\"]}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(
                                path,
                                "{\"profiles\": [{\"id\": \"\", \"name\": \"Coast\", \"langs\": [\"" + language
                                        + "\"], \"practice_user_id\": \"\"}]}")
                        .statusCode())
                .isEqualTo(200);
        String profileId = desk.app("document")
                .at("/document/build_profiles")
                .propertyNames()
                .iterator()
                .next();
        Made version = desk.version();
        HttpResponse<String> profile = place.client()
                .get("/a/" + place.name() + "/apps/download/" + version.buildId() + "/profile.ccpr?profile="
                        + profileId);
        assertThat(profile.body()).contains("buildProfileID=\"" + profileId + "\"");
    }

    @Test
    void aVersionIsKeptToTheNearestLocationAndATargetPassesOverIt() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        Made first = desk.release(desk.version());
        desk.rename("Second");
        Made second = desk.release(desk.version());
        String restrictions = "settings/project/manage_releases_by_location/";
        String body = "app_id=" + desk.appId() + "&version=" + first.number() + "&location_id=" + fleet.location(0);
        JsonNode pinned = posted(restrictions, body);
        assertThat(pinned.path("success").asBoolean()).as(pinned.toString()).isTrue();
        String pinId = pinned.path("id").asString();
        String there = "?latest=true&username=" + userAt(0);
        assertThat(desk.given(there)).as("not switched on").isEqualTo(second.number());

        settings(true, false);
        try {
            assertThat(desk.given(there)).isEqualTo(first.number());
            assertThat(desk.given(there + "@" + place.name() + ".commcarehq.org"))
                    .isEqualTo(first.number());
            assertThat(desk.given("?latest=true&username=" + userAt(1))).isEqualTo(second.number());
            assertThat(desk.given(there + "&target=release")).isEqualTo(second.number());
            assertThat(desk.given(there + "&target=build")).isEqualTo(second.number());
            assertThat(desk.given("?latest=true&target=release")).isEqualTo(second.number());
            HttpResponse<String> nobody = place.client()
                    .get("/a/" + place.name() + "/apps/download/" + desk.appId() + "/profile.ccpr?latest=true");
            assertThat(nobody.statusCode()).isEqualTo(406);
            assertThat(json(nobody).path("error").asString()).isEqualTo("app.update.not.allowed.user.logged_out");
            assertThat(json(nobody).path("default_response").asString()).isNotEmpty();

            JsonNode stays = posted(
                    "apps/view/" + desk.appId() + "/releases/release/" + first.buildId() + "/", "is_released=false");
            assertThat(stays.has("error")).isTrue();
            JsonNode off = posted("settings/project/deactivate_release_restriction/" + pinId + "/", "");
            assertThat(off.path("success").asBoolean()).isTrue();
            assertThat(off.path("deactivated_on").isString()).isTrue();
            assertThat(desk.given(there)).isEqualTo(second.number());
            posted(restrictions, body.replace("version=" + first.number(), "version=" + second.number()));
            JsonNode refused = posted("settings/project/activate_release_restriction/" + pinId + "/", "");
            assertThat(refused.has("success")).isFalse();
            assertThat(refused.path("message").asString()).contains("already kept");
            JsonNode list = got(restrictions + "?app_id=" + desk.appId() + "&status=active");
            assertThat(list.path("total").asInt()).isEqualTo(1);
        } finally {
            settings(false, false);
        }
    }

    private void settings(boolean byLocation, boolean byProfile) {
        new ReleaseDesk(place, "")
                .did(
                        "setAppReleaseSettings",
                        "byLocation: " + byLocation + ", byProfile: " + byProfile,
                        "settings { byLocation }");
    }

    @Test
    void aVersionIsKeptToALanguageProfile() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        String language = desk.app("languages").at("/languages/0").asString();
        post(
                "apps/view/" + desk.appId() + "/releases/profiles/",
                "{\"profiles\": [{\"id\": \"coast\", \"name\": \"Coast\", \"langs\": [\"" + language + "\"]}]}");
        Made first = desk.release(desk.version());
        desk.rename("Second");
        Made second = desk.release(desk.version());
        JsonNode pinned = posted(
                "settings/project/manage_releases_by_app_profile/",
                "build_id=" + first.buildId() + "&app_build_profile_id=coast");
        settings(false, true);
        try {
            assertThat(desk.given("?latest=true&profile=coast")).isEqualTo(first.number());
            assertThat(desk.given("?latest=true")).isEqualTo(second.number());
            posted(
                    "settings/project/toggle_release_restriction_by_app_profile/"
                            + pinned.path("id").asString() + "/",
                    "active=false");
            assertThat(desk.given("?latest=true&profile=coast")).isEqualTo(second.number());
        } finally {
            settings(false, false);
        }
    }

    @Test
    void aRolloutIsPausedCompletedAndHeardOfByHeartbeats() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        Made first = desk.release(desk.version());
        desk.rename("Second");
        Made second = desk.version();
        place.worker("beater-" + desk.appId());
        desk.did(
                "setAppUpdatePrompts",
                "appId: \"" + desk.appId() + "\", commcarePrompt: OFF, appPrompt: ON",
                "appUpdatePrompts { appId }");
        String rolloutId = desk.start(second, "percent: 100");
        String asked = "?latest=true&username=" + userAt(0);
        assertThat(desk.given(asked)).isEqualTo(second.number());
        assertThat(desk.given("?latest=true")).as("of whom nothing is known").isEqualTo(first.number());
        assertThat(beat(desk, first).at("/latest_ccz_version/value").asInt()).isEqualTo(second.number());

        desk.step(rolloutId, "PAUSE");
        assertThat(desk.given(asked)).isEqualTo(first.number());
        assertThat(beat(desk, first).at("/latest_ccz_version/value").asInt()).isEqualTo(first.number());
        assertThat(desk.tried("stepAppRollout", "rolloutId: \"" + rolloutId + "\", step: PAUSE", "rollout { state }")
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("ROLLOUT_STATE");
        desk.step(rolloutId, "RESUME");
        desk.step(rolloutId, "COMPLETE");
        assertThat(desk.given("?latest=true")).isEqualTo(second.number());
        assertThat(desk.app("rollout { rolloutId }").path("rollout").isNull()).isTrue();
        assertThat(place.graphQl()
                        .ask(
                                "query($p: String!) { project(name: $p) { auditLog(first: 20) { nodes { action } } } }",
                                Map.of("p", place.name()))
                        .toString())
                .contains("rollout.started", "rollout.paused", "rollout.resumed", "rollout.completed");
    }

    private JsonNode beat(ReleaseDesk desk, Made has) {
        return json(place.client()
                .get(
                        "/a/" + place.name() + "/phone/heartbeat/" + has.buildId() + "/?app_id=" + desk.appId()
                                + "&device_id=beater&app_version=" + has.number() + "&cc_version=2.53.1",
                        "Authorization",
                        place.phone("beater-" + desk.appId()).authorization()));
    }

    @Test
    void aRolloutHaltsByItselfWhenItsPhonesCrash() throws SQLException, InterruptedException {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        Made first = desk.release(desk.version());
        desk.rename("Second");
        Made second = desk.version();
        desk.start(second, "percent: 100, errorLimit: 5");
        runs(desk, second, List.of("c1", "c2", "c3", "c4"));
        runs(desk, first, List.of("o1", "o2", "o3", "o4"));
        watch();
        assertThat(desk.app("rollout { state }").at("/rollout/state").asString())
                .isEqualTo("RUNNING");
        crashed(desk, second, List.of("c1", "c2", "c3"));
        watch();
        JsonNode rollout = desk.app("rollout { state haltReason health { phones troubled otherPhones otherTroubled } }")
                .path("rollout");
        assertThat(rollout.path("state").asString()).isEqualTo("HALTED");
        assertThat(rollout.path("haltReason").asString()).startsWith("3 of 4 phones");
        assertThat(rollout.at("/health/otherPhones").asInt()).isEqualTo(4);
        assertThat(desk.given("?latest=true&username=" + userAt(0))).isEqualTo(first.number());

        JsonNode running = desk.app("running { appVersion devices workers }").path("running");
        assertThat(running.toString()).contains("\"appVersion\":" + second.number() + ",\"devices\":4,\"workers\":4");
        JsonNode page = place.graphQl()
                .ask(
                        "query($p: String!, $a: String!, $v: Int!) { project(name: $p) { appDevices(appId: $a, first: 3,"
                                + " filter: {appVersion: $v}) { nodes { deviceId } totalCount pageInfo { hasNextPage } } } }",
                        Map.of("p", place.name(), "a", desk.appId(), "v", second.number()))
                .at("/project/appDevices");
        assertThat(page.path("nodes")).hasSize(3);
        assertThat(page.path("totalCount").asInt()).isEqualTo(4);
        JsonNode taken =
                desk.did("releaseVersion", "buildId: \"" + first.buildId() + "\", released: false", "stillRunning");
        assertThat(taken.path("stillRunning").asInt()).isEqualTo(4);
    }

    private void watch() {
        ProjectScope.run(
                server.bean(Projects.class).byName(place.name()).orElseThrow().id(),
                server.bean(Rollouts.class)::watch);
    }

    private void runs(ReleaseDesk desk, Made version, List<String> phones) throws SQLException {
        for (String phone : phones) {
            execute("insert into devices.device (project_id, user_id, device_id, first_seen_on, seen_on, app_id,"
                    + " build_id, app_version) select project_id, '" + phone + "', '" + phone
                    + desk.appId() + "', now(), now(), '" + desk.appId() + "', '" + version.buildId() + "', "
                    + version.number() + " from tenancy.project where name = '" + place.name() + "'");
        }
    }

    private void crashed(ReleaseDesk desk, Made version, List<String> phones) throws SQLException {
        for (String phone : phones) {
            String report = "report-" + phone + desk.appId();
            String project = " from tenancy.project where name = '" + place.name() + "'";
            execute("insert into devices.report (project_id, form_id, content_md5) select project_id, '" + report
                    + "', ''" + project);
            execute("insert into devices.log_entry (project_id, form_id, entry_no, type, message, occurred_on,"
                    + " device_id, app_id, app_build, signature) select project_id, '" + report
                    + "', 1, 'forceclose', 'm', now(), '" + phone + desk.appId() + "', '" + desk.appId()
                    + "', '" + version.number() + "', 's'" + project);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aCodeAPageAndAShortLinkLeadAPhoneToTheProfile() {
        ReleaseDesk desk = ReleaseDesk.of(place, "03-survey");
        Made version = desk.version();
        String odk = "/a/" + place.name() + "/apps/odk/" + version.buildId();
        HttpResponse<byte[]> code = place.client().download(odk + "/qr_code/");
        assertThat(code.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(new String(code.body(), 1, 3, US_ASCII)).isEqualTo("PNG");
        assertThat(place.client().download(odk + "/media_qr_code/").body()).isNotEqualTo(code.body());
        assertThat(place.client().get(odk + "/install/").body())
                .contains("/apps/download/" + version.buildId() + "/profile.ccpr\"");
        assertThat(place.client().get(odk + "/media_install/").body()).contains("/media_profile.ccpr\"");

        String link = place.client()
                .get(odk + "/short_odk_url/", "Authorization", place.authorization())
                .body();
        String installCode = desk.app("versions { nodes { installCode } }")
                .at("/versions/nodes/0/installCode")
                .asString();
        assertThat(link).endsWith("/a/" + place.name() + "/i/" + installCode);
        HttpResponse<String> led = place.client().get("/a/" + place.name() + "/i/" + installCode);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(led.headers().firstValue("Location")).contains(odk + "/install/");
        for (String part : new String[] {"/media", "/ccz"}) {
            assertThat(place.client()
                            .get("/a/" + place.name() + "/i/" + installCode + part)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(place.client().get("/a/" + place.name() + "/i/0123456789ab").statusCode())
                .isEqualTo(404);
        HttpResponse<byte[]> media = place.client()
                .download("/a/" + place.name() + "/apps/download/" + version.buildId() + "/multimedia/commcare.zip");
        assertThat(media.statusCode()).isEqualTo(200);
        assertThat(new String(media.body(), 0, 2, US_ASCII)).isEqualTo("PK");
    }
}

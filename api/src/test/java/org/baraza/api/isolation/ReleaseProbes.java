// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.APP;
import static org.baraza.api.isolation.Kind.APP_VERSION;
import static org.baraza.api.isolation.Kind.LOCATION_PIN;
import static org.baraza.api.isolation.Kind.NEW_APP_VERSION;
import static org.baraza.api.isolation.Kind.NEW_ROLLOUT;
import static org.baraza.api.isolation.Kind.PROFILE_PIN;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import tools.jackson.databind.JsonNode;

/** Probes of versions of applications: how they are made, released, kept to some, rolled out. */
final class ReleaseProbes {
    private static final String ANYBODY = "installs an app on a phone on which nobody signed in yet";
    private static final String SETTINGS = "/a/{domain}/settings/project/";

    private ReleaseProbes() {}

    /** What phones open before anybody signs in. */
    static Map<String, String> toldToAnybody() {
        Map<String, String> reasons = new HashMap<>();
        for (String end : new String[] {"", "/"}) {
            for (String way : new String[] {"qr_code", "media_qr_code", "install", "media_install"}) {
                reasons.put("GET /a/{domain}/apps/odk/{id:[\\w-]+}/" + way + end, ANYBODY);
            }
            for (String way : new String[] {"", "/media", "/ccz"}) {
                reasons.put("GET /a/{domain}/i/{code:[0-9a-f]{12}}" + way + end, ANYBODY);
            }
        }
        return reasons;
    }

    static Optional<Probe> route(String route) {
        String pattern = route.substring(route.indexOf(' ') + 1);
        boolean post = route.startsWith("POST ");
        if (pattern.startsWith(SETTINGS)) {
            return post ? restriction(route, pattern) : Optional.of(list(route, pattern));
        }
        if (pattern.contains("/odk/")) {
            return Optional.of(new Probe(
                    route,
                    APP,
                    true,
                    true,
                    (who, project, id) -> got(who, project, pattern.replaceAll("\\{id[^}]*}", id))));
        }
        if (!post || !pattern.startsWith("/a/{domain}/apps/")) {
            return Optional.empty();
        }
        if (pattern.contains("/save/")) {
            return Optional.of(ofApp(route, pattern, "comment=Probe"));
        }
        if (pattern.contains("/releases/profiles")) {
            return Optional.of(ofApp(
                    route, pattern, "{\"profiles\": [{\"id\": \"p1\", \"name\": \"Coast\", \"langs\": [\"en\"]}]}"));
        }
        if (pattern.contains("release/")) {
            return Optional.of(ofVersion(route, pattern, "is_released=false"));
        }
        if (pattern.contains("/update_build_comment") || pattern.contains("/revert/")) {
            return Optional.of(ofVersion(route, pattern, "comment=Probe&build_id=ID"));
        }
        return pattern.contains("/delete_copy/")
                ? Optional.of(ofVersion(route, pattern, "saved_app=ID"))
                : Optional.empty();
    }

    private static Probe list(String route, String pattern) {
        return new Probe(route, PROJECT, true, true, (who, project, _) -> got(who, project, pattern));
    }

    private static Answer got(Tenant who, String project, String pattern) {
        return Answer.of(who.client().get(pattern.replace("{domain}", project), "Authorization", who.authorization()));
    }

    private static Optional<Probe> restriction(String route, String pattern) {
        if (pattern.contains("manage_releases_by_location")) {
            return Optional.of(kept(route, pattern, "location_id", "here"));
        }
        if (pattern.contains("manage_releases_by_app_profile")) {
            return Optional.of(kept(route, pattern, "app_build_profile_id", "p1"));
        }
        Kind kind = pattern.contains("by_app_profile") ? PROFILE_PIN : LOCATION_PIN;
        return Optional.of(new Probe(
                route,
                kind,
                false,
                true,
                (who, project, id) -> sent(who, project, pattern.replaceAll("\\{pinId[^}]*}", id), "active=false")));
    }

    /** A version that is in test cannot be kept to anybody, which is told in HQ's way: well. */
    private static Probe kept(String route, String pattern, String field, String place) {
        return new Probe(
                route,
                APP_VERSION,
                false,
                true,
                (who, project, id) -> sent(
                        who,
                        project,
                        pattern,
                        "build_id=" + id + "&" + field + "=" + (place.equals("here") ? who.id(Kind.LOCATION) : place)));
    }

    private static Probe ofApp(String route, String pattern, String body) {
        return new Probe(
                route,
                APP,
                false,
                true,
                (who, project, id) -> sent(who, project, pattern.replaceAll("\\{appId[^}]*}", id), body));
    }

    private static Probe ofVersion(String route, String pattern, String body) {
        return new Probe(
                route,
                NEW_APP_VERSION,
                false,
                true,
                (who, project, id) -> sent(
                        who,
                        project,
                        pattern.replaceAll("\\{appId[^}]*}", appOf(who, id)).replaceAll("\\{buildId[^}]*}", id),
                        body.replace("ID", id)));
    }

    /** The app of a version, if the caller knows it; else any. */
    private static String appOf(Tenant who, String buildId) {
        JsonNode version = Client.json(who.graphQl()
                        .post(
                                "query($p: String!, $b: String!) {"
                                        + " project(name: $p) { appVersion(buildId: $b) { appId } } }",
                                Map.of("p", who.name(), "b", buildId)))
                .at("/data/project/appVersion");
        return version.isObject() ? version.path("appId").asString() : "no-app";
    }

    private static Answer sent(Tenant who, String project, String pattern, String body) {
        String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        return Answer.of(who.client()
                .send(
                        "POST",
                        pattern.replace("{domain}", project),
                        body.getBytes(UTF_8),
                        "Content-Type",
                        type,
                        "Authorization",
                        who.authorization()));
    }

    static List<Probe> graphQl() {
        return List.of(
                inProject("appDevices", APP, "appDevices(appId: $id) { nodes { deviceId } totalCount }", false),
                inProject("pinnedAppReleases", PROJECT, "pinnedAppReleases { nodes { placeId } totalCount }"),
                mutation("startAppRollout", NEW_APP_VERSION, "buildId: $id, percent: 10", "rollout { percent }"),
                mutation("widenAppRollout", NEW_ROLLOUT, "rolloutId: $id, percent: 20", "rollout { percent }"),
                mutation("stepAppRollout", NEW_ROLLOUT, "rolloutId: $id, step: PAUSE", "rollout { state }"),
                mutation("rollBackApp", NEW_APP_VERSION, "buildId: $id", "version { number }"),
                mutation(
                        "setAppReleaseSettings",
                        PROJECT,
                        "byLocation: false, byProfile: false",
                        "settings { byProfile }"),
                mutation(
                        "pinAppRelease",
                        Kind.NEW_RELEASED_VERSION,
                        "buildId: $id, kind: PROFILE, placeId: \"p1\"",
                        "pin { active }"),
                mutation(
                        "activatePinnedAppRelease",
                        LOCATION_PIN,
                        "pinId: $id, kind: LOCATION, active: false",
                        "pin { active }"));
    }
}

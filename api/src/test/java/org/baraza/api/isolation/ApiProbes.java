// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Server;

/** Probes of our own REST API. */
final class ApiProbes {
    private static final String PROJECT = "/api/v1/projects/{project}";

    private static final Map<String, String> BODIES = bodies();

    private static Map<String, String> bodies() {
        Map<String, String> bodies = new HashMap<>(Map.of(
                "PATCH " + PROJECT, "{}",
                "PATCH " + PROJECT + "/settings/security", "{}",
                "POST " + PROJECT + "/roles", "{\"name\": \"NEW\", \"permissions\": []}",
                "PUT " + PROJECT + "/roles/{role_id}", "{\"name\": \"ID\", \"permissions\": []}",
                "POST " + PROJECT + "/members", "{\"username\": \"" + Server.ADMIN + "\", \"role\": \"Admin\"}",
                "PATCH " + PROJECT + "/members/{user_id}", "{\"role\": \"Read Only\"}"));
        bodies.put("PATCH " + PROJECT + "/connections/{connection_id}", "{\"name\": \"Clinic\"}");
        bodies.put(
                "POST " + PROJECT + "/connections",
                "{\"name\": \"Probe\", \"url\": \"http://clinic.invalid/\", \"notifyAddresses\": [\"a@example.org\"]}");
        bodies.put("POST " + PROJECT + "/forwarders", "{\"connectionId\": \"ID\", \"type\": \"AppStructureRepeater\"}");
        bodies.put("PATCH " + PROJECT + "/forwarders/{forwarder_id}", "{}");
        bodies.put(
                "POST " + PROJECT + "/forwarders/{forwarder_id}/replays",
                "{\"since\": \"2026-01-01T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"}");
        bodies.put("POST " + PROJECT + "/forwarding-records/actions", "{\"action\": \"RESEND\", \"ids\": [\"none\"]}");
        bodies.put(
                "POST " + PROJECT + "/exports",
                "{\"type\": \"FORM\", \"identifier\": \"mother\", \"name\": \"Probe\"}");
        bodies.put("PATCH " + PROJECT + "/exports/{export_id}", "{}");
        bodies.put("POST " + PROJECT + "/exports/{export_id}/runs", "{}");
        return Map.copyOf(bodies);
    }

    private static final Map<String, Kind> IDS = Map.of(
            "{role_id}", Kind.NEW_ROLE,
            "{job_id}", Kind.JOB,
            "{connection_id}", Kind.CONNECTION,
            "{forwarder_id}", Kind.FORWARDER,
            "{record_id}", Kind.FORWARDING_RECORD,
            "{export_id}", Kind.EXPORT,
            "{user_id}", Kind.MEMBER);

    /** What goes, or comes to an end. */
    private static final Map<String, Kind> ENDED = Map.of(
            "POST " + PROJECT + "/jobs/{job_id}/cancel", Kind.WAITING_JOB,
            "DELETE " + PROJECT + "/connections/{connection_id}", Kind.NEW_CONNECTION,
            "DELETE " + PROJECT + "/forwarders/{forwarder_id}", Kind.NEW_FORWARDER,
            "DELETE " + PROJECT + "/exports/{export_id}", Kind.NEW_EXPORT,
            "DELETE " + PROJECT + "/members/{user_id}", Kind.NEW_MEMBER,
            // A new forwarder names its connection in the body.
            "POST " + PROJECT + "/forwarders", Kind.CONNECTION);

    private ApiProbes() {}

    static boolean isOne(String target) {
        return target.contains(" " + PROJECT);
    }

    static Optional<Probe> route(String route) {
        if (!isOne(route)) {
            return Optional.empty();
        }
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1).replace("{project}", "{domain}")
                + (route.endsWith("/export-tables") ? "?type=FORM&identifier=mother" : "");
        return Optional.of(new Probe(
                route,
                kind(route),
                method.equals("GET"),
                true,
                HqProbes.call(method, pattern, BODIES.getOrDefault(route, ""))));
    }

    private static Kind kind(String route) {
        return IDS.entrySet().stream()
                .filter(id -> route.contains(id.getKey()))
                .findFirst()
                .map(id -> ENDED.getOrDefault(route, id.getValue()))
                .orElseGet(() -> ENDED.getOrDefault(route, Kind.PROJECT));
    }
}

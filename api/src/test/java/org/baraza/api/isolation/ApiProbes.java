// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Server;

/** Probes of our own REST API. */
final class ApiProbes {
    private static final String PROJECT = "/api/v1/projects/{project}";

    private static final Map<String, String> BODIES = Map.of(
            "PATCH " + PROJECT, "{}",
            "PATCH " + PROJECT + "/settings/security", "{}",
            "POST " + PROJECT + "/roles", "{\"name\": \"NEW\", \"permissions\": []}",
            "PUT " + PROJECT + "/roles/{role_id}", "{\"name\": \"ID\", \"permissions\": []}",
            "POST " + PROJECT + "/members", "{\"username\": \"" + Server.ADMIN + "\", \"role\": \"Admin\"}",
            "PATCH " + PROJECT + "/members/{user_id}", "{\"role\": \"Read Only\"}");

    private ApiProbes() {}

    static boolean isOne(String target) {
        return target.contains(" " + PROJECT);
    }

    static Optional<Probe> route(String route) {
        if (!isOne(route)) {
            return Optional.empty();
        }
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1).replace("{project}", "{domain}");
        return Optional.of(new Probe(
                route,
                kind(method, pattern),
                method.equals("GET"),
                true,
                HqProbes.call(method, pattern, BODIES.getOrDefault(route, ""))));
    }

    private static Kind kind(String method, String pattern) {
        if (pattern.contains("{role_id}")) {
            return Kind.NEW_ROLE;
        }
        if (pattern.contains("{user_id}")) {
            return method.equals("DELETE") ? Kind.NEW_MEMBER : Kind.MEMBER;
        }
        if (pattern.contains("{job_id}")) {
            return pattern.endsWith("/cancel") ? Kind.WAITING_JOB : Kind.JOB;
        }
        return Kind.PROJECT;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.Optional;
import org.baraza.api.testing.Server;

/** Probes of the resources that look like CommCare HQ's. */
final class HqProbes {
    private HqProbes() {}

    static Optional<Probe> of(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (pattern.matches("/a/\\{domain}/api/.*user.*")) {
            return Optional.of(user(route, method, pattern));
        }
        return Optional.empty();
    }

    private static Probe user(String route, String method, String pattern) {
        boolean one = pattern.contains("{userId}");
        boolean ends = method.equals("DELETE") || pattern.contains("deactivate");
        String body = switch (method) {
            case "PUT" -> "{\"first_name\": \"Nia\"}";
            case "POST" -> one ? "" : "{\"username\": \"NEW\", \"password\": \"" + Server.PASSWORD + "\"}";
            default -> "";
        };
        Kind kind = !one ? Kind.PROJECT : ends ? Kind.NEW_WORKER : Kind.WORKER;
        return new Probe(route, kind, method.equals("GET"), true, call(method, pattern, body));
    }

    /** @param body with {@code NEW} where a fresh name stands and {@code ID} for the id asked for */
    static Probe.Call call(String method, String pattern, String body) {
        return (who, project, id) -> Answer.of(who.client()
                .send(
                        method,
                        RouteProbes.path(pattern, project).replaceAll("\\{[^}]*}", id),
                        body.replace("NEW", Tenant.noId()).replace("ID", id),
                        "Authorization",
                        who.authorization()));
    }
}

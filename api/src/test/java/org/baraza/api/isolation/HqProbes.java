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
        if (pattern.contains("/api/invitation/")) {
            String body = "{\"email\": \"NEW@example.org\", \"role\": \"Read Only\"}";
            return Optional.of(new Probe(route, Kind.PROJECT, false, true, call(method, pattern, body)));
        }
        if (pattern.contains("/web-user") || pattern.contains("/bulk-user")) {
            return Optional.of(webUser(route, method, pattern));
        }
        if (pattern.matches("/a/\\{domain}/api/.*user.*")) {
            return Optional.of(user(route, method, pattern));
        }
        if (pattern.contains("/fixture")) {
            boolean one = pattern.contains("{rowId}");
            return Optional.of(new Probe(route, one ? Kind.ROW : Kind.PROJECT, true, true, call(method, pattern, "")));
        }
        if (pattern.contains("/lookup_table_item")) {
            return Optional.of(row(route, method, pattern));
        }
        if (pattern.contains("/lookup_table")) {
            return Optional.of(table(route, method, pattern));
        }
        return Optional.empty();
    }

    private static Probe table(String route, String method, String pattern) {
        String body = switch (method) {
            case "PUT" -> "{\"is_global\": true, \"tag\": \"TAG\"}";
            case "POST" -> "{\"tag\": \"tNEW\", \"fields\": []}";
            default -> "";
        };
        Kind kind =
                !pattern.contains("{tableId}") ? Kind.PROJECT : method.equals("DELETE") ? Kind.NEW_TABLE : Kind.TABLE;
        return new Probe(route, kind, method.equals("GET"), true, call(method, pattern, body));
    }

    /** A new row names its table in the body, so its probe asks for a table. */
    private static Probe row(String route, String method, String pattern) {
        String body = switch (method) {
            case "PUT" -> "{\"item_attributes\": {\"kind\": \"k\"}}";
            case "POST" -> "{\"data_type_id\": \"ID\", \"fields\": {}}";
            default -> "";
        };
        Kind kind = method.equals("POST")
                ? Kind.TABLE
                : !pattern.contains("{rowId}") ? Kind.PROJECT : method.equals("DELETE") ? Kind.NEW_ROW : Kind.ROW;
        return new Probe(route, kind, method.equals("GET"), true, call(method, pattern, body));
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

    private static Probe webUser(String route, String method, String pattern) {
        String body = method.equals("PATCH") ? "{\"role\": \"Read Only\"}" : "";
        Kind kind = pattern.contains("{userId}") ? Kind.MEMBER : Kind.PROJECT;
        return new Probe(route, kind, method.equals("GET"), true, call(method, pattern, body));
    }

    /** @param body with {@code NEW} where a fresh name stands and {@code ID} for the id asked for */
    static Probe.Call call(String method, String pattern, String body) {
        return (who, project, id) -> Answer.of(who.client()
                .send(
                        method,
                        RouteProbes.path(pattern, project).replaceAll("\\{[^}]*}", id),
                        body.replace("NEW", Tenant.noId().substring(2))
                                .replace("TAG", "only_" + project.replace('-', '_'))
                                .replace("ID", id),
                        "Authorization",
                        who.authorization()));
    }
}

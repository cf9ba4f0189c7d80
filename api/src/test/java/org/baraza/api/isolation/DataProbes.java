// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.Optional;

/** Probes of forms and cases in the data API. */
final class DataProbes {
    private DataProbes() {}

    /** @param route method and pattern */
    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1).replaceAll("/$", "");
        boolean reads = method.equals("GET") || pattern.endsWith("/bulk-fetch");
        if (pattern.matches("/a/\\{domain}/api/(v0\\.[45]/|)form(/v1|)(/\\{formId})?")) {
            String query = pattern.endsWith("{formId}") ? "" : "?form_id={id}";
            return Optional.of(new Probe(route, Kind.FORM, true, true, HqProbes.call(method, pattern + query, "")));
        }
        if (!pattern.matches("/a/\\{domain}/api/(v0\\.[456]/case|case/v[12])(/.*)?")) {
            return Optional.empty();
        }
        if (pattern.endsWith("/{*externalId}")) {
            return Optional.of(new Probe(
                    route,
                    Kind.EXTERNAL_ID,
                    reads,
                    true,
                    HqProbes.call(method, pattern, reads ? "" : "{\"properties\": {\"a\": \"b\"}}")));
        }
        boolean one = pattern.endsWith("{caseId}");
        boolean second = pattern.contains("v2") || pattern.contains("v0.6");
        boolean lists = method.equals("GET") && !one;
        String query = lists ? (second ? "?external_id={id}" : "?case_id={id}") : "";
        Kind kind = lists && second ? Kind.EXTERNAL_ID : Kind.CASE;
        return Optional.of(
                new Probe(route, kind, reads, true, HqProbes.call(method, pattern + query, body(method, pattern))));
    }

    /** Links a case of one's own to the one asked for, changes it, or asks for it. */
    private static String body(String method, String pattern) {
        if (pattern.endsWith("/bulk-fetch")) {
            return "{\"case_ids\": [\"ID\"]}";
        }
        return switch (method) {
            case "POST" ->
                "{\"case_type\": \"mother\", \"case_name\": \"n\", \"owner_id\": \"-\", \"indices\": {\"parent\": "
                        + "{\"case_id\": \"ID\", \"case_type\": \"mother\", \"relationship\": \"child\"}}}";
            case "PUT" ->
                pattern.endsWith("{caseId}")
                        ? "{\"properties\": {\"a\": \"b\"}}"
                        : "{\"case_id\": \"ID\", \"properties\": {\"a\": \"b\"}}";
            default -> "";
        };
    }
}

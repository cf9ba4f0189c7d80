// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/** Probes of exports. */
final class ExportProbes {
    private ExportProbes() {}

    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (pattern.startsWith("/a/{domain}/data/export/access-log")
                || pattern.startsWith("/a/{domain}/data/export/audit-log")) {
            return Optional.of(new Probe(route, Kind.PROJECT, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/data/export/custom/")) {
            return Optional.of(new Probe(route, Kind.DAILY_EXPORT, false, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/data/export/stream/")) {
            return Optional.of(new Probe(route, Kind.EXPORT, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.contains("/odata/")) {
            String feed = pattern.replace("{kind:cases|forms}", "cases").replaceAll("\\{table[^}]*}", "0");
            return Optional.of(new Probe(route, Kind.FEED, true, true, HqProbes.call(method, feed, "")));
        }
        if (pattern.startsWith("/a/{domain}/api/det_export_instance/v1/{exportId}")) {
            return Optional.of(new Probe(route, Kind.EXPORT, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/api/det_export_instance/v1")) {
            return Optional.of(new Probe(route, Kind.PROJECT, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/api/form/v1/bulk-action")) {
            boolean starts = method.equals("POST");
            return Optional.of(
                    new Probe(route, starts ? Kind.PROJECT : Kind.FORM_ACTION, false, true, byKey(method, pattern)));
        }
        return Optional.empty();
    }

    /** Nothing but a key opens it. */
    private static Probe.Call byKey(String method, String pattern) {
        return (who, project, id) -> {
            Answer answer = Answer.of(who.client()
                    .send(
                            method,
                            RouteProbes.path(pattern, project).replace("{jobId}", id),
                            "{\"action\": \"archive\", \"form_ids\": [\"none\"]}".getBytes(UTF_8),
                            "Authorization",
                            who.key()));
            // The id of the job and the time are made afresh.
            String body = answer.body()
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "MADE")
                    .replaceAll("\"created_at\":\"[^\"]*\"", "");
            return new Answer(answer.status(), body);
        };
    }

    static List<Probe> graphQl() {
        return List.of(
                GraphQlProbes.node("export", Kind.EXPORT, "... on Export { format }"),
                GraphQlProbes.inProject("export", Kind.EXPORT, "export(exportId: $id) { format tables { label } }"),
                GraphQlProbes.inProject("exports", Kind.PROJECT, "exports { totalCount }"),
                GraphQlProbes.inProject(
                        "exportTables", Kind.PROJECT, "exportTables(type: CASE, identifier: \"mother\") { label }"),
                GraphQlProbes.inProject(
                        "exportTables",
                        Kind.EXPORT,
                        "exportTables(type: CASE, identifier: \"none\", exportId: $id) { label }"),
                GraphQlProbes.mutation(
                        "createExport",
                        Kind.PROJECT,
                        "type: CASE, identifier: \"mother\", name: \"Probe\"",
                        "export { format }"),
                GraphQlProbes.mutation("updateExport", Kind.EXPORT, "exportId: $id", "export { format }"),
                GraphQlProbes.mutation("deleteExport", Kind.NEW_EXPORT, "exportId: $id", "exportId"),
                GraphQlProbes.mutation("startExport", Kind.EXPORT, "exportId: $id", "job { kind }"),
                GraphQlProbes.mutation("startExportMedia", Kind.FORM_EXPORT, "exportId: $id", "job { kind }"),
                GraphQlProbes.mutation("startExports", Kind.EXPORT, "exportIds: [$id]", "job { kind }"),
                GraphQlProbes.mutation("rebuildExport", Kind.NEW_EXPORT, "exportId: $id", "job { kind }"),
                GraphQlProbes.mutation(
                        "setExportRebuilding",
                        Kind.NEW_EXPORT,
                        "exportId: $id, rebuilding: false",
                        "export { rebuilding }"));
    }
}

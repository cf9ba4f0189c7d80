// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.baraza.api.testing.Multipart;
import org.baraza.exchange.workbook.WorkbookWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Probes of jobs and workbooks. */
final class BulkProbes {
    private static final String DOWNLOAD =
            "mutation($project: String!) { startDownload(input: {project: $project, workbook: GROUPS}) { userErrors { code } } }";

    private BulkProbes() {}

    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1).replace("{kind}", "groups");
        if (pattern.startsWith("/a/{domain}/bulk/jobs/")) {
            return Optional.of(new Probe(route, Kind.JOB, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/fixtures/fixapi/status")) {
            return Optional.of(new Probe(route, Kind.UPLOAD, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/importer/history/")) {
            return Optional.of(new Probe(route, Kind.IMPORT, true, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/importer/")) {
            return Optional.of(new Probe(route, Kind.PROJECT, false, true, upload(pattern)));
        }
        if (pattern.startsWith("/a/{domain}/bulk/") || pattern.startsWith("/a/{domain}/fixtures/fixapi")) {
            return Optional.of(new Probe(route, Kind.PROJECT, false, true, upload(pattern)));
        }
        return Optional.empty();
    }

    private static Probe.Call upload(String pattern) {
        return (who, project, _) -> {
            Multipart form = pattern.contains("importer") || pattern.contains("case-tables")
                    ? cases()
                    : noWorkbook(pattern.contains("fixapi") ? "file-to-upload" : "file");
            var answer = Answer.of(who.client()
                    .send(
                            "POST",
                            RouteProbes.path(pattern, project),
                            form.bytes(),
                            "Content-Type",
                            Multipart.TYPE,
                            "Authorization",
                            who.authorization()));
            // The id of the job is made afresh.
            return new Answer(
                    answer.status(), answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "MADE"));
        };
    }

    /** Looks like a workbook until somebody reads it. */
    static Multipart noWorkbook(String field) {
        return new Multipart().file(field, "book.xlsx", "application/zip", "PK no workbook".getBytes(UTF_8));
    }

    /** A workbook with one sheet that says nothing. */
    static Multipart emptyWorkbook(String sheet, String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookWriter workbook = new WorkbookWriter(bytes);
        workbook.sheet(sheet).header(header);
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Multipart().file("bulk_upload_file", "book.xlsx", "application/zip", bytes.toByteArray());
    }

    /** A table with one case. */
    static Multipart cases() {
        return new Multipart()
                .file("file", "cases.csv", "text/csv", "case_id,name\n,Amina\n".getBytes(UTF_8))
                .field("case_type", "patient");
    }

    /** The id of an import that was begun. */
    static String importOf(JsonNode begun) {
        return begun.path("status_url").asString().replaceAll(".*/uploads/([^/]*)/status", "$1");
    }

    static List<Probe> graphQl() {
        return List.of(
                GraphQlProbes.node("job", Kind.JOB, "... on Job { kind }"),
                GraphQlProbes.inProject("job", Kind.JOB, "job(jobId: $id) { kind done }"),
                GraphQlProbes.inProject("jobs", Kind.PROJECT, "jobs(first: 1) { pageInfo { hasPreviousPage } }"),
                GraphQlProbes.mutation(
                        "startBulkAction",
                        Kind.PROJECT,
                        "action: ACTIVATE_MOBILE_WORKERS, ids: [\"nobody\"]",
                        "job { kind }"),
                GraphQlProbes.mutation("startDownload", Kind.PROJECT, "workbook: GROUPS", "job { kind }"),
                GraphQlProbes.inProject(
                        "caseTable", Kind.CASE_TABLE, "caseTable(tableId: $id) { fileName rows columns { samples } }"),
                GraphQlProbes.mutation(
                        "startCaseImport",
                        Kind.CASE_TABLE,
                        "tableId: $id, caseType: \"patient\", searchField: CASE_ID, searchColumn: \"case_id\","
                                + " columns: [{header: \"name\", target: \"name\"}], checkOnly: true",
                        "job { kind }"),
                GraphQlProbes.mutation("cancelJob", Kind.WAITING_JOB, "jobId: $id", "job { kind }"),
                new Probe("Subscription.jobChanged", Kind.PROJECT, true, true, watching()));
    }

    private static Probe.Call watching() {
        return (who, project, _) -> {
            String body = JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "query",
                            "subscription($project: String!) { jobChanged(project: $project) { checkOnly } }",
                            "variables",
                            Map.of("project", project)));
            var event = CompletableFuture.supplyAsync(
                            () -> who.client().firstEvent("/graphql", body, who.authorization()))
                    .completeOnTimeout("", 20, TimeUnit.SECONDS);
            while (!event.isDone()) {
                who.graphQl().ask(DOWNLOAD, Map.of("project", who.name()));
                Tenant.pause();
            }
            return new Answer(200, event.join());
        };
    }
}

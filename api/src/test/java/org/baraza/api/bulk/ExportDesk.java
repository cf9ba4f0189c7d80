// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Server;
import org.baraza.identity.MobileWorker;
import org.baraza.testing.FormXml;
import tools.jackson.databind.JsonNode;

/** Somebody in an office, who exports what workers of hers sent. */
final class ExportDesk {
    static final String VISIT = "http://example.org/visit";

    final Office office;
    final MobileWorker worker;
    private final Phone phone;

    ExportDesk(Server server, String project) {
        this.office = new Office(server, project);
        this.worker = server.worker(office.access, "amina");
        this.phone = new Phone(server.client(), project, Client.basic("amina", Server.PASSWORD));
    }

    /** Submits a form with files, each under its name and with its name as content. */
    void submit(FormXml form, String... files) {
        Multipart parts = Multipart.of(form.text());
        for (String file : files) {
            parts.file(file, file, "image/jpeg", file.getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = phone.submit(parts);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    FormXml visit(String formId) {
        return FormXml.visit(formId, worker.userId());
    }

    /** Asks in the project; {@code $p} is its name. */
    JsonNode ask(String document, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("p", office.project());
        return office.graphQl().ask(document, all);
    }

    /** Makes an export of what is usual, with the other fields as they stand. */
    String create(String type, String identifier, String fields) {
        JsonNode made = ask(
                        "mutation($p: String!, $i: String!) { createExport(input: {project: $p, type: " + type
                                + ", identifier: $i, name: \"Visits\" " + fields
                                + "}) { export { exportId } userErrors { field code message } } }",
                        Map.of("i", identifier))
                .path("createExport");
        assertThat(made.path("userErrors")).as(made.toString()).isEmpty();
        return made.at("/export/exportId").asString();
    }

    /** Selects all that can be exported. */
    void selectAll(String exportId) {
        JsonNode found = ask(
                        "query($p: String!, $e: String!) { project(name: $p) { export(exportId: $e) { tables {"
                                + " path label selected columns { path label selected options } } } } }",
                        Map.of("e", exportId))
                .at("/project/export/tables");
        List<Map<String, Object>> tables = new java.util.ArrayList<>();
        found.forEach(table -> {
            List<Map<String, Object>> columns = new java.util.ArrayList<>();
            table.path("columns").forEach(column -> {
                List<String> options = new java.util.ArrayList<>();
                column.path("options").forEach(option -> options.add(option.asString()));
                columns.add(Map.of(
                        "path",
                        column.path("path").asString(),
                        "label",
                        column.path("label").asString(),
                        "selected",
                        true,
                        "options",
                        options));
            });
            tables.add(Map.of(
                    "path",
                    table.path("path").asString(),
                    "label",
                    table.path("label").asString(),
                    "selected",
                    true,
                    "columns",
                    columns));
        });
        JsonNode changed = ask(
                "mutation($p: String!, $e: String!, $t: [ExportTableInput!]) { updateExport(input: {project: $p, exportId: $e,"
                        + " tables: $t}) { userErrors { code message } } }",
                Map.of("e", exportId, "t", tables));
        assertThat(changed.at("/updateExport/userErrors"))
                .as(changed.toString())
                .isEmpty();
    }

    /** The file that a job makes of an export. */
    byte[] exported(String exportId, String format) {
        JsonNode started = ask(
                        "mutation($p: String!, $e: String!) { startExport(input: {project: $p, exportId: $e, format: "
                                + format + "}) { job { jobId } userErrors { code message } } }",
                        Map.of("e", exportId))
                .path("startExport");
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        return office.fetched(started.at("/job/jobId").asString());
    }

    HttpResponse<String> streamed(String exportId, String format) {
        return office.get("data/export/stream/" + exportId + "?format=" + format);
    }

    static Map<String, List<List<String>>> unzipped(byte[] archive) {
        Map<String, List<List<String>>> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), lines(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Lines of a CSV file without quoted values. */
    static List<List<String>> lines(String csv) {
        return csv.lines().map(line -> List.of(line.split(",", -1))).toList();
    }

    /** The values of a column, by its header. */
    static List<String> column(List<List<String>> lines, String header) {
        int place = lines.getFirst().indexOf(header);
        assertThat(place).as(header + " in " + lines.getFirst()).isNotNegative();
        return lines.stream().skip(1).map(line -> line.get(place)).toList();
    }
}

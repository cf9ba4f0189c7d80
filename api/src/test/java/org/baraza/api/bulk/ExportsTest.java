// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Exports of forms and cases, from their making to their files. */
@ExtendWith(WholeServer.class)
class ExportsTest {
    private final Server server;

    ExportsTest(Server server) {
        this.server = server;
    }

    @Test
    void aFormWithARepeatInARepeatBecomesThreeTablesWithNumbersThatFitTogether() {
        ExportDesk desk = new ExportDesk(server, "repeats");
        desk.submit(desk.visit("f0")
                .says("<weight>54</weight><note/><child><name>A</name><visit><day>mon</day></visit>"
                        + "<visit><day>tue</day></visit></child><child><name>=B</name></child>"));
        desk.submit(desk.visit("f1").says("<weight/><child><name>C</name><visit><day>wed</day></visit></child>"));
        String export = desk.create("FORM", ExportDesk.VISIT, "");
        desk.selectAll(export);

        Map<String, List<List<String>>> files = ExportDesk.unzipped(desk.exported(export, "CSV"));
        assertThat(files).containsOnlyKeys("Forms.csv", "Repeat_ child.csv", "Repeat_ visit.csv");
        List<List<String>> forms = files.getOrDefault("Forms.csv", List.of());
        assertThat(ExportDesk.column(forms, "number")).containsExactly("0", "1");
        assertThat(ExportDesk.column(forms, "formid")).containsExactly("f0", "f1");
        assertThat(ExportDesk.column(forms, "form.weight")).containsExactly("54", "");
        assertThat(ExportDesk.column(forms, "form.note")).containsExactly("", "---");
        assertThat(ExportDesk.column(forms, "username")).containsExactly("amina", "amina");
        List<List<String>> children = files.getOrDefault("Repeat_ child.csv", List.of());
        assertThat(ExportDesk.column(children, "number")).containsExactly("0.0", "0.1", "1.0");
        assertThat(ExportDesk.column(children, "form.child.name")).containsExactly("A", "'=B", "C");
        List<List<String>> visits = files.getOrDefault("Repeat_ visit.csv", List.of());
        assertThat(ExportDesk.column(visits, "number")).containsExactly("0.0.0", "0.0.1", "1.0.0");
        assertThat(ExportDesk.column(visits, "number__1")).containsExactly("0", "0", "0");
        assertThat(ExportDesk.column(visits, "number__2")).containsExactly("0", "1", "0");
        assertThat(ExportDesk.column(visits, "form.child.visit.day")).containsExactly("mon", "tue", "wed");

        Map<String, List<List<String>>> book = Office.read(desk.exported(export, "XLSX"));
        assertThat(book).containsOnlyKeys("Forms", "Repeat_ child", "Repeat_ visit");
        assertThat(book.getOrDefault("Repeat_ child", List.of()).get(2)).contains("0.1", "'=B");
        String json = new String(desk.exported(export, "JSON"), StandardCharsets.UTF_8);
        assertThat(json).contains("\"Forms\":{\"headers\":[\"number\",", "\"=B\"");
        String lines = new String(desk.exported(export, "JSON_LINES"), StandardCharsets.UTF_8);
        assertThat(lines.lines()).hasSize(8).allMatch(line -> line.startsWith("{\"table\":"));
        String page = new String(desk.exported(export, "HTML"), StandardCharsets.UTF_8);
        assertThat(page).contains("<td>&#39;=B</td>".replace("&#39;", "'"), "<table id=\"Forms\">");
    }

    @Test
    void casesAreExportedWithTheNamesOfTheirOwnersTheirHistoryAndTheirParents() {
        ExportDesk desk = new ExportDesk(server, "case-tables");
        String amina = desk.worker.userId();
        desk.submit(desk.visit("f0").creates("h1", "household", "Home", amina));
        desk.submit(desk.visit("f1").creates("c1", "mother", "Ruth", amina).updates("c1", "village", "Kibera"));
        desk.submit(desk.visit("f2").links("c1", "parent", "household", "h1"));
        desk.submit(desk.visit("f3").creates("c2", "mother", "Anna", amina).closes("c2"));
        String export = desk.create("CASE", "mother", "");
        desk.selectAll(export);

        Map<String, List<List<String>>> files = ExportDesk.unzipped(desk.exported(export, "CSV"));
        List<List<String>> cases = files.getOrDefault("Cases.csv", List.of());
        assertThat(ExportDesk.column(cases, "caseid")).containsExactly("c1", "c2");
        assertThat(ExportDesk.column(cases, "village")).containsExactly("Kibera", "---");
        assertThat(ExportDesk.column(cases, "owner_name")).containsExactly("amina", "amina");
        assertThat(ExportDesk.column(cases, "closed")).containsExactly("False", "True");
        assertThat(ExportDesk.column(cases, "indices.household")).containsExactly("h1", "");
        assertThat(ExportDesk.column(files.getOrDefault("Case History.csv", List.of()), "action_type"))
                .containsExactly("create", "update", "create");
        List<List<String>> parents = files.getOrDefault("Parent Cases.csv", List.of());
        assertThat(ExportDesk.column(parents, "number")).containsExactly("0.0");
        assertThat(ExportDesk.column(parents, "parent_case_id")).containsExactly("h1");

        HttpResponse<String> stream = desk.streamed(export, "unzipped-csv");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(ExportDesk.column(ExportDesk.lines(stream.body()), "name")).containsExactly("Ruth", "Anna");
    }

    @Test
    void theFileOfADailyExportIsKeptAndMadeAnewWhenItIsStale() {
        ExportDesk desk = new ExportDesk(server, "daily");
        desk.submit(desk.visit("f0").says("<weight>54</weight>"));
        String export = desk.create("FORM", ExportDesk.VISIT, ", daily: true, format: HTML");
        String path = "data/export/custom/dailysaved/download/" + export + "/";
        HttpResponse<String> first = desk.office.get(path);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(first.body()).contains("<td>f0</td>");

        desk.submit(desk.visit("f1").says("<weight>55</weight>"));
        assertThat(desk.office.get(path).body()).doesNotContain("f1");
        desk.office.sql("update exchange.export set built_at = built_at - interval '2 days'");
        assertThat(desk.office.get(path).body()).doesNotContain("f1");
        long end = System.nanoTime() + 30_000_000_000L;
        while (!desk.office.get(path).body().contains("f1") && System.nanoTime() < end) {
            Office.pause();
        }
        assertThat(desk.office.get(path).body()).contains("<td>f1</td>");
        assertThat(server.client().get("/a/daily/" + path).statusCode()).isEqualTo(401);
    }

    @Test
    void aDeidentifiedExportHidesWhatIsSensitiveTheSameEachTime() {
        ExportDesk desk = new ExportDesk(server, "veiled");
        desk.submit(desk.visit("f0").says("<phone>0722</phone><born>1990-05-05</born>"));
        desk.submit(desk.visit("f1").says("<phone>0722</phone><born>1990-05-05</born>"));
        String export = desk.create(
                "FORM",
                ExportDesk.VISIT,
                ", manner: {deidentified: true}, tables: [{path: \"\", label: \"Forms\", selected: true, columns: ["
                        + "{path: \"form.phone\", label: \"phone\", selected: true, sensitivity: ID},"
                        + "{path: \"form.born\", label: \"born\", selected: true, sensitivity: DATE}]}]");
        List<List<String>> lines =
                ExportDesk.lines(desk.streamed(export, "unzipped-csv").body());
        assertThat(lines.getFirst()).containsExactly("phone *sensitive*", "born *sensitive*");
        List<String> phones = ExportDesk.column(lines, "phone *sensitive*");
        assertThat(phones).doesNotContain("0722").hasSize(2);
        assertThat(phones.getFirst()).isEqualTo(phones.getLast()).matches("[0-9a-f]{20}");
        assertThat(ExportDesk.column(lines, "born *sensitive*")).doesNotContain("1990-05-05");
        assertThat(desk.streamed(export, "unzipped-csv").body())
                .isEqualTo(desk.streamed(export, "unzipped-csv").body());
    }

    @Test
    void anotherMemberSeesNeitherAPrivateExportNorTheFilesThatOthersMade() {
        ExportDesk desk = new ExportDesk(server, "sharing");
        desk.submit(desk.visit("f0"));
        String export = desk.create("FORM", ExportDesk.VISIT, "");
        JsonNode started = desk.ask(
                "mutation($p: String!, $e: String!) { startExport(input: {project: $p, exportId: $e}) { job { jobId } } }",
                Map.of("e", export));
        String jobId = started.at("/startExport/job/jobId").asString();
        desk.office.fetched(jobId);
        String colleague = colleague(desk.office);
        String query = "{\"query\": \"{ project(name: \\\"sharing\\\") { exports { nodes { exportId } } job(jobId: \\\""
                + jobId + "\\\") { jobId } } }\"}";
        HttpResponse<String> seen = server.client().post("/graphql", query, "Authorization", colleague);
        assertThat(seen.body()).contains("\"nodes\":[]", "\"job\":null");
        assertThat(server.client()
                        .get("/a/sharing/data/export/stream/" + export, "Authorization", colleague)
                        .statusCode())
                .isEqualTo(404);
    }

    private String colleague(Office office) {
        var user = server.webUser("colleague@example.org");
        office.sql("insert into identity.membership (project_id, user_id, role_id) select '" + office.access.project()
                + "', '" + user.userId()
                + "', role_id from identity.role where 'view_reports' = any(permissions) limit 1");
        return Client.basic(user.username(), Server.PASSWORD);
    }
}

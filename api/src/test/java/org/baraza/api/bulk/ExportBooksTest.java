// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Exports as workbooks: of Excel 97, and several as one. */
@ExtendWith(WholeServer.class)
class ExportBooksTest {
    private final Server server;

    ExportBooksTest(Server server) {
        this.server = server;
    }

    @Test
    void anExportBecomesAWorkbookOfExcel97() throws IOException {
        ExportDesk desk = new ExportDesk(server, "excel-97");
        desk.submit(
                desk.visit("f0").says("<note>=1+1</note><child><name>Zoë</name></child><child><name>B</name></child>"));
        String export = desk.create("FORM", ExportDesk.VISIT, ", format: XLS");
        desk.selectAll(export);
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(desk.exported(export, "XLS")))) {
            assertThat(book.getSheetName(0)).isEqualTo("Forms");
            assertThat(IntStream.range(0, book.getSheetAt(0).getRow(1).getLastCellNum())
                            .mapToObj(column ->
                                    String.valueOf(book.getSheetAt(0).getRow(1).getCell(column)))
                            .toList())
                    .contains("f0", "'=1+1");
            assertThat(book.getSheet("Repeat_ child").getLastRowNum()).isEqualTo(2);
        }
        var stream = desk.streamed(export, "xls");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("application/vnd.ms-excel");
    }

    @Test
    void moreColumnsThanExcel97HoldsAreRefusedInASentenceBeforeAnythingIsWritten() {
        ExportDesk desk = new ExportDesk(server, "too-wide");
        desk.submit(desk.visit("f0"));
        String columns = IntStream.range(0, 257)
                .mapToObj(number -> "{path: \"form.q" + number + "\", label: \"q" + number + "\", selected: true}")
                .collect(Collectors.joining(","));
        String export = desk.create(
                "FORM",
                ExportDesk.VISIT,
                ", format: XLS, tables: [{path: \"\", label: \"Forms\", selected: true, columns: [" + columns + "]}]");
        JsonNode refused = desk.ask(
                        "mutation($p: String!, $e: String!) { startExport(input: {project: $p, exportId: $e}) {"
                                + " job { jobId } userErrors { field code message } } }",
                        Map.of("e", export))
                .at("/startExport/userErrors/0");
        assertThat(refused.path("code").asString()).isEqualTo("TOO_LARGE_FOR_XLS");
        assertThat(refused.path("message").asString()).contains("257 columns", "256", "another format");
        assertThat(desk.streamed(export, "xls").statusCode()).isEqualTo(400);
        assertThat(desk.streamed(export, "xlsx").statusCode()).isEqualTo(200);
    }

    private JsonNode together(Office office, List<String> exports) {
        return office.graphQl()
                .ask(
                        "mutation($p: String!, $e: [String!]!) { startExports(input: {project: $p, exportIds: $e}) {"
                                + " job { jobId kind } userErrors { field code message } } }",
                        Map.of("p", office.project(), "e", exports))
                .path("startExports");
    }

    @Test
    void severalExportsBecomeOneWorkbookWhoseSheetsHaveTheirNames() {
        ExportDesk desk = new ExportDesk(server, "together");
        desk.submit(desk.visit("f0").creates("c1", "mother", "Ruth", desk.worker.userId()));
        desk.submit(desk.visit("f1").says("<child><name>A</name></child><child><name>B</name></child>"));
        String cases = desk.create("CASE", "mother", "");
        String forms = desk.create("FORM", ExportDesk.VISIT, "");
        desk.selectAll(forms);
        JsonNode started = together(desk.office, List.of(cases, forms, cases));
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        assertThat(started.at("/job/kind").asString()).isEqualTo("EXPORTS_DOWNLOAD");
        String jobId = started.at("/job/jobId").asString();
        Map<String, List<List<String>>> book = Office.read(desk.office.fetched(jobId));
        assertThat(book).containsOnlyKeys("Visits", "Visits - Forms", "Visits - Repeat_ child");
        assertThat(ExportDesk.column(book.getOrDefault("Visits", List.of()), "name"))
                .containsExactly("Ruth");
        assertThat(ExportDesk.column(book.getOrDefault("Visits - Forms", List.of()), "formid"))
                .containsExactly("f0", "f1");
        assertThat(ExportDesk.column(book.getOrDefault("Visits - Repeat_ child", List.of()), "number"))
                .containsExactly("1.0", "1.1");
        assertThat(desk.office.job(jobId).path("total").asInt()).isEqualTo(3);
        assertThat(together(desk.office, List.of()).at("/userErrors/0/code").asString())
                .isEqualTo("EXPORTS_EXPECTED");
    }

    @Test
    void whoMayExportCasesOnlyPutsNoFormsIntoAWorkbookNorSeesThatOfOthers() {
        ExportDesk desk = new ExportDesk(server, "together-rights");
        desk.submit(desk.visit("f0").creates("c1", "mother", "Ruth", desk.worker.userId()));
        String cases = desk.create("CASE", "mother", ", sharing: EXPORT_ONLY");
        String forms = desk.create("FORM", ExportDesk.VISIT, ", sharing: EXPORT_ONLY");
        String own = desk.create("CASE", "mother", "");
        Office colleague = desk.office.colleague(
                "cases-only",
                Permission.EXPORT_CASES.wireName() + "," + Permission.ACCESS_ALL_LOCATIONS.wireName(),
                "");
        for (String hidden : List.of(forms, own)) {
            assertThat(together(colleague, List.of(cases, hidden))
                            .at("/userErrors/0/code")
                            .asString())
                    .isEqualTo("NOT_FOUND");
        }
        JsonNode started = together(colleague, List.of(cases));
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        String jobId = started.at("/job/jobId").asString();
        assertThat(Office.read(colleague.fetched(jobId))).containsOnlyKeys("Visits");
        assertThat(desk.office.job(jobId).isNull())
                .as("a job for somebody else alone")
                .isTrue();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Cases from tables, as programs that were written for CommCare HQ send them. */
@ExtendWith(WholeServer.class)
final class CaseImportTest {
    private static final String UPLOAD = "importer/excel/bulk_upload_api/";

    private final Server server;

    CaseImportTest(Server server) {
        this.server = server;
    }

    private static Multipart csv(String table, String... fields) {
        return form("cases.csv", table.getBytes(UTF_8), fields);
    }

    private static Multipart form(String name, byte[] file, String... fields) {
        Multipart form = new Multipart()
                .file("file", name, "application/octet-stream", file)
                .field("case_type", "patient");
        for (int at = 0; at < fields.length; at += 2) {
            form.field(fields[at], fields[at + 1]);
        }
        return form;
    }

    /** Rows that are found by external id, and made where none is. */
    private static Multipart byExternalId(String table) {
        return csv(table, "search_field", "external_id", "create_new_cases", "on");
    }

    /** The result when the import has come to its end. */
    private static JsonNode imported(Office office, Multipart form) {
        HttpResponse<String> answer = office.post(UPLOAD, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        new Contract().holds("post", "/a/{domain}/importer/excel/bulk_upload_api", answer);
        String jobId = Client.json(answer).path("status_url").asString().replaceAll(".*/uploads/([^/]*)/status", "$1");
        office.ended(jobId);
        HttpResponse<String> status = office.get("importer/history/uploads/" + jobId + "/status/");
        new Contract().holds("get", "/a/{domain}/importer/history/uploads/{upload_id}/status", status);
        return Client.json(status);
    }

    /** The cases by external id. */
    private static Map<String, JsonNode> cases(Office office) {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        office.graphQl()
                .ask("""
                        query($p: String!) { project(name: $p) { cases(first: 100) { nodes {
                          caseId name externalId closed ownerId properties
                          indices { identifier relationship caseId } } } } }""", Map.of("p", office.project()))
                .at("/project/cases/nodes")
                .forEach(node -> cases.put(node.path("externalId").asString(""), node));
        return cases;
    }

    private static JsonNode named(Map<String, JsonNode> cases, String externalId) {
        return cases.getOrDefault(externalId, MissingNode.getInstance());
    }

    private static String counts(JsonNode status) {
        JsonNode result = status.path("result");
        return "%d made, %d found, %d failed"
                .formatted(
                        result.path("created_count").asInt(),
                        result.path("match_count").asInt(),
                        result.path("failed_count").asInt());
    }

    @Test
    void theSameTableTwiceMakesCasesAndThenFindsThem() {
        Office office = new Office(server, "import-twice");
        String table = "external_id,name,village\nA,Amina,Kibera\nB,Baraka,Mathare\n";
        assertThat(counts(imported(office, byExternalId(table)))).isEqualTo("2 made, 0 found, 0 failed");
        assertThat(counts(imported(office, byExternalId(table)))).isEqualTo("0 made, 2 found, 0 failed");
        assertThat(cases(office)).containsOnlyKeys("A", "B");
        assertThat(named(cases(office), "A").at("/properties/village").asString())
                .isEqualTo("Kibera");
    }

    @Test
    void aRowMayNameTheCaseOfARowBeforeItAsItsParent() {
        Office office = new Office(server, "import-parents");
        JsonNode status = imported(office, byExternalId("""
                external_id,name,parent_external_id,parent_ref,parent_relationship_type
                H,Household,,,
                C,Child,H,,
                E,Visit,C,host,extension
                X,Nobody's,unknown,,
                """));
        assertThat(counts(status)).isEqualTo("3 made, 0 found, 1 failed");
        assertThat(status.at("/result/errors/0/title").asString()).isEqualTo("Invalid Parent ID");
        assertThat(status.at("/result/errors/0/column").asString()).isEqualTo("parent_external_id");
        assertThat(status.at("/result/errors/0/rows/0").asInt()).isEqualTo(5);
        Map<String, JsonNode> cases = cases(office);
        assertThat(named(cases, "C").at("/indices/0/caseId"))
                .isEqualTo(named(cases, "H").path("caseId"));
        assertThat(named(cases, "E").at("/indices/0/identifier").asString()).isEqualTo("host");
        assertThat(named(cases, "E").at("/indices/0/relationship").asString()).isEqualTo("extension");
    }

    @Test
    void datesAndChoicesAreWhatTheDataDictionarySays() {
        Office office = new Office(server, "import-dictionary");
        assertThat(office.graphQl().ask("""
                        mutation($p: String!) { editCaseType(input: {project: $p, caseType: "patient", properties: [
                          {name: "dob", dataType: DATE},
                          {name: "sex", dataType: SELECT, allowedValues: [{value: "f"}, {value: "m"}]}]}) {
                          userErrors { message } } }""", Map.of("p", office.project())).at("/editCaseType/userErrors"))
                .isEmpty();
        JsonNode status = imported(office, byExternalId("""
                external_id,name,dob,sex
                A,Amina,2001-02-28,f
                B,Baraka,28/02/2001,m
                C,Chiku,,other
                D,Dalila,,
                """));
        assertThat(counts(status)).isEqualTo("2 made, 0 found, 2 failed");
        assertThat(status.at("/result/errors").toString())
                .contains("Invalid Date", "28/02/2001", "\"column\":\"dob\"", "Invalid multiple choice value", "other");
        assertThat(cases(office)).containsOnlyKeys("A", "D");
    }

    @Test
    void whatACellSaysIsWrittenAndWhatIsNotAColumnStays() {
        Office office = new Office(server, "import-cells");
        imported(office, byExternalId("external_id,name,village,age\nA,Amina,Kibera,31\n"));
        imported(office, byExternalId("external_id,village,note\nA,---,\"a, b\"\n"));
        JsonNode properties = named(cases(office), "A").path("properties");
        assertThat(properties.path("village").asString()).isEmpty();
        assertThat(properties.path("age").asString()).isEqualTo("31");
        assertThat(properties.path("note").asString()).isEqualTo("a, b");
        assertThat(named(cases(office), "A").path("name").asString()).isEqualTo("Amina");
        imported(office, byExternalId("external_id,close\nA,yes\n"));
        assertThat(named(cases(office), "A").path("closed").asBoolean()).isTrue();
    }

    @Test
    void rowsAtFaultAreToldAndTheOthersAreDone() {
        Office office = new Office(server, "import-faults");
        JsonNode status = imported(office, byExternalId("""
                external_id,name,owner_id,owner_name,date_opened
                A,Amina,,,2024-02-01
                ,Blank,,,
                B,Baraka,nobody,,
                C,Chiku,,Nobody,
                D,Dalila,,,tomorrow
                """));
        assertThat(counts(status)).isEqualTo("1 made, 0 found, 4 failed");
        assertThat(troubles(status))
                .containsExactlyInAnyOrder(
                        "Blank External ID [3]", "Invalid Owner [4]", "Invalid Owner Name [5]", "Invalid Date [6]");
        assertThat(cases(office)).containsOnlyKeys("A");
    }

    @Test
    void ownersThatAreUnclearAndWhatIsNoCaseAreToldInHqsWords() {
        Office office = new Office(server, "import-owners");
        JsonNode places = office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(
                                List.of("code", "name", "parent_code", "Shares Cases Y/N"),
                                List.of("ward", "Ward", "", "Y"),
                                List.of("village", "Village", "ward", "Y")),
                        "ward",
                        List.of(
                                List.of("site_code", "name", "parent_site_code"),
                                List.of("north", "North", ""),
                                List.of("south", "South", "")),
                        "village",
                        List.of(
                                List.of("site_code", "name", "parent_site_code"),
                                List.of("ahero-n", "Ahero", "north"),
                                List.of("ahero-s", "Ahero", "south")))));
        assertThat(places.path("created").asInt()).as(places.toString()).isEqualTo(6);
        JsonNode all = imported(office, byExternalId("""
                external_id,name,owner_name
                A,Amina,Ahero
                B,Baraka,ahero-s
                C,LONG,
                """.replace("LONG", "x".repeat(300))));
        assertThat(troubles(all))
                .containsExactlyInAnyOrder("Duplicated Location Name [2]", "Case Generation Error [4]");
        assertThat(cases(office)).containsOnlyKeys("B");
    }

    private static List<String> troubles(JsonNode status) {
        List<String> troubles = new ArrayList<>();
        status.at("/result/errors")
                .forEach(error -> troubles.add(error.path("title").asString() + " "
                        + error.path("rows").toString().replace(",", ", ")));
        return troubles;
    }

    @Test
    void twoCasesWithOneExternalIdAreTooMany() {
        Office office = new Office(server, "import-many");
        imported(office, csv("case_id,name,external_id\n,One,A\n,Two,A\n", "create_new_cases", "on"));
        JsonNode status = imported(office, byExternalId("external_id,name\nA,Which\n"));
        assertThat(status.at("/result/errors/0/title").asString()).isEqualTo("Too Many Matches");
        assertThat(counts(status)).isEqualTo("0 made, 0 found, 1 failed");
    }

    @Test
    void hundredCasesShareAForm() {
        Office office = new Office(server, "import-forms");
        StringBuilder table = new StringBuilder("external_id,name\n");
        for (int number = 1; number <= 250; number++) {
            table.append(number).append(",Case ").append(number).append('\n');
        }
        JsonNode status = imported(office, byExternalId(table.toString()));
        assertThat(counts(status)).isEqualTo("250 made, 0 found, 0 failed");
        assertThat(status.at("/result/num_chunks").asInt()).isEqualTo(3);
        JsonNode forms = office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { forms { totalCount nodes { deviceId } } } }",
                        Map.of("p", office.project()))
                .at("/project/forms");
        assertThat(forms.path("totalCount").asInt()).isEqualTo(3);
        assertThat(forms.at("/nodes/0/deviceId").asString()).isEqualTo("corehq.apps.case_importer.do_import.do_import");
    }

    @Test
    void aMobileWorkerMayImportIfHerRoleAllowsIt() {
        Office office = new Office(server, "import-worker");
        var worker = server.worker(office.access, "amina");
        String her = Client.basic("amina", Server.PASSWORD);
        String path = "/a/" + office.project() + "/" + UPLOAD;
        byte[] table = byExternalId("external_id,name\nA,Amina\n").bytes();
        assertThat(server.client()
                        .send("POST", path, table, "Content-Type", Multipart.TYPE, "Authorization", her)
                        .statusCode())
                .isEqualTo(403);
        office.sql(
                "update identity.role set permissions = permissions || '{edit_data}' where name = 'Mobile Worker Default'");
        HttpResponse<String> answer = server.client()
                .send(
                        "POST",
                        path + "?",
                        table,
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        Client.basic("amina@" + office.project() + ".commcarehq.org", Server.PASSWORD));
        while (answer.statusCode() == 403) {
            Office.pause();
            answer = server.client().send("POST", path, table, "Content-Type", Multipart.TYPE, "Authorization", her);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        office.ended(Client.json(answer).path("status_url").asString().replaceAll(".*/uploads/([^/]*)/status", "$1"));
        assertThat(named(cases(office), "A").path("ownerId").asString()).isEqualTo(worker.userId());
    }

    @Test
    void whoImportsNamesOwnersWithoutSeeingTheListOfWorkers() {
        Office office = new Office(server, "import-clerks");
        var worker = server.worker(office.access, "amina");
        String table = "external_id,name,owner_name\nA,Amina,amina\nB,Baraka,nobody\n";
        Office clerk = office.colleague("clerk", "edit_data,access_api,access_all_locations", "nowhere");
        JsonNode status = imported(clerk, byExternalId(table));
        assertThat(counts(status)).isEqualTo("1 made, 0 found, 1 failed");
        assertThat(named(cases(office), "A").path("ownerId").asString()).isEqualTo(worker.userId());
        assertThat(status.at("/result/errors/0/title").asString()).isEqualTo("Invalid Owner Name");

        Office restricted = office.colleague("restricted", "edit_data,access_api", "nowhere");
        JsonNode refused = imported(restricted, byExternalId(table.replace("A,", "C,")));
        assertThat(counts(refused)).isEqualTo("0 made, 0 found, 2 failed");
        assertThat(refused.at("/result/errors/0/rows")).hasSize(2);
    }

    @Test
    void aWorkbookOfTheOldKindIsReadAsOpenFnSendsIt() throws IOException {
        Office office = new Office(server, "import-old");
        var bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            var sheet = book.createSheet("SheetJS");
            sheet.createRow(0).createCell(0).setCellValue("external_id");
            sheet.getRow(0).createCell(1).setCellValue("name");
            sheet.getRow(0).createCell(2).setCellValue("weight");
            sheet.createRow(1).createCell(0).setCellValue(7);
            sheet.getRow(1).createCell(1).setCellValue("Amina");
            sheet.getRow(1).createCell(2).setCellValue(54.5);
            book.write(bytes);
        }
        imported(
                office,
                form("output.xls", bytes.toByteArray(), "search_field", "external_id", "create_new_cases", "on"));
        JsonNode made = named(cases(office), "7");
        assertThat(made.path("name").asString()).isEqualTo("Amina");
        assertThat(made.path("properties").toString()).isEqualTo("{\"weight\":\"54.5\"}");
    }

    @Test
    void aTableThatCannotBeImportedIsRefusedAtOnce() {
        Office office = new Office(server, "import-refused");
        refused(office, csv("case_id,name\n"), "Error: Your spreadsheet is empty.");
        refused(office, csv("case_id,type\n1,x\n"), "Error: Field name \"type\" is reserved");
        refused(office, csv("case_id,first name\n1,x\n"), "Error: Column names must be valid XML elements");
        refused(office, csv("name\nAmina\n"), "Error: There is no column case_id");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        refused(office, form("output.xls", old), "Error: This .xls workbook is damaged.");
        refused(office, form("x.xlsx", "PK no".getBytes(UTF_8)), "Error: This is no .xlsx workbook");
        HttpResponse<String> unknown = office.get("importer/history/uploads/nothing/status");
        assertThat(unknown.statusCode()).isEqualTo(200);
        new Contract().holds("get", "/a/{domain}/importer/history/uploads/{upload_id}/status", unknown);
        assertThat(Client.json(unknown).path("state").asInt()).isEqualTo(-1);
    }

    private static void refused(Office office, Multipart form, String message) {
        HttpResponse<String> answer = office.post(UPLOAD, form);
        assertThat(answer.statusCode()).isEqualTo(500);
        new Contract().holds("post", "/a/{domain}/importer/excel/bulk_upload_api", answer);
        assertThat(Client.json(answer).path("message").asString()).startsWith(message);
    }
}

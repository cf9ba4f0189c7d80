// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Tables of cases whose columns somebody explains before they are imported. */
@ExtendWith(WholeServer.class)
final class CaseTablesTest {
    private static final List<Map<String, String>> HOUSES_AND_PEOPLE = List.of(
            Map.of("header", "Full name", "target", "name"),
            Map.of("header", "House", "target", "parent_external_id"),
            Map.of("header", "Weight (kg)", "target", "weight"));

    private final Server server;

    CaseTablesTest(Server server) {
        this.server = server;
    }

    private static String sent(Office office, String table) {
        HttpResponse<String> answer = send(office, table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        new Contract().holds("post", "/a/{domain}/bulk/case-tables", answer);
        return Client.json(answer).path("tableId").asString();
    }

    private static HttpResponse<String> send(Office office, String table) {
        return office.post(
                "bulk/case-tables/", new Multipart().file("file", "people.csv", "text/csv", table.getBytes(UTF_8)));
    }

    private static JsonNode start(Office office, String tableId, boolean checkOnly, List<Map<String, String>> columns) {
        return office.graphQl()
                .ask("""
                        mutation($p: String!, $t: String!, $check: Boolean!, $columns: [CaseColumnInput!]!) {
                          startCaseImport(input: {project: $p, tableId: $t, caseType: "person", searchField: EXTERNAL_ID,
                              searchColumn: "No", createNew: true, columns: $columns, checkOnly: $check}) {
                            job { jobId checkOnly } userErrors { code message }
                          } }""", Map.of("p", office.project(), "t", tableId, "check", checkOnly, "columns", columns))
                .path("startCaseImport");
    }

    private static JsonNode table(Office office, String tableId) {
        return office.graphQl()
                .ask("""
                        query($p: String!, $t: String!) { project(name: $p) {
                          caseTable(tableId: $t) { fileName rows columns { header samples } } } }""", Map.of("p", office.project(), "t", tableId))
                .at("/project/caseTable");
    }

    private static int cases(Office office) {
        return office.graphQl()
                .ask("query($p: String!) { project(name: $p) { cases { totalCount } } }", Map.of("p", office.project()))
                .at("/project/cases/totalCount")
                .asInt();
    }

    @Test
    void columnsBecomeWhatSomebodySaysTheyAre() {
        Office office = new Office(server, "tables-mapped");
        String id = sent(office, "No,Full name,House,Weight (kg),Remarks\n1,Amina,,54,x\n2,Juma,1,61,y\n");
        JsonNode seen = table(office, id);
        assertThat(seen.path("rows").asInt()).isEqualTo(2);
        assertThat(seen.at("/columns/1").toString())
                .isEqualTo("{\"header\":\"Full name\",\"samples\":[\"Amina\",\"Juma\"]}");
        JsonNode job = office.ended(
                start(office, id, false, HOUSES_AND_PEOPLE).at("/job/jobId").asString());
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        JsonNode juma = office.graphQl().ask("""
                        query($p: String!) { project(name: $p) { cases(filter: {externalId: "2"}) { nodes {
                          name properties indices { case { name } } } } } }""", Map.of("p", office.project())).at("/project/cases/nodes/0");
        assertThat(juma.toString())
                .isEqualTo("{\"name\":\"Juma\",\"properties\":{\"weight\":\"61\"},"
                        + "\"indices\":[{\"case\":{\"name\":\"Amina\"}}]}");
        assertThat(table(office, id).isNull()).isTrue();
        assertThat(start(office, id, false, HOUSES_AND_PEOPLE)
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aTrialTellsWhatWouldHappenAndChangesNothing() {
        Office office = new Office(server, "tables-tried");
        StringBuilder rows = new StringBuilder("No,Full name,House,Weight (kg)\n");
        for (int row = 1; row <= 120; row++) {
            rows.append(row)
                    .append(",Person ")
                    .append(row)
                    .append(row > 110 ? ",1," : ",,")
                    .append(row)
                    .append('\n');
        }
        rows.append("121,Lost,nowhere,1\n5,Again,,2\n");
        String id = sent(office, rows.toString());
        for (int trial = 0; trial < 2; trial++) {
            JsonNode job = office.ended(
                    start(office, id, true, HOUSES_AND_PEOPLE).at("/job/jobId").asString());
            assertThat(job.path("checkOnly").asBoolean()).isTrue();
            assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(120);
            assertThat(job.path("updated").asInt()).isEqualTo(1);
            assertThat(job.at("/errors/nodes/0/code").asString()).isEqualTo("INVALID_PARENT_ID");
            assertThat(job.path("failed").asInt()).isEqualTo(1);
        }
        assertThat(cases(office)).isZero();
        JsonNode done = office.ended(
                start(office, id, false, HOUSES_AND_PEOPLE).at("/job/jobId").asString());
        assertThat(done.path("created").asInt()).isEqualTo(120);
        assertThat(cases(office)).isEqualTo(120);
    }

    @Test
    void aPlanThatDoesNotFitIsRefusedAndTheTableStays() {
        Office office = new Office(server, "tables-unfit");
        String id = sent(office, "No,A,B\n1,x,y\n");
        assertThat(start(
                                office,
                                id,
                                false,
                                List.of(
                                        Map.of("header", "A", "target", "same"),
                                        Map.of("header", "B", "target", "same")))
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("TARGET_TWICE");
        assertThat(start(office, id, false, List.of(Map.of("header", "A", "target", "two words")))
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("COLUMN_NAMES_INVALID");
        assertThat(table(office, id).path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableIsRefusedWhenItIsSent() {
        Office office = new Office(server, "tables-none");
        HttpResponse<String> answer = send(office, "No,Name\n");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("EMPTY");
    }

    @Test
    void anotherProjectNeverSeesTheTable() {
        Office office = new Office(server, "tables-mine");
        Office other = new Office(server, "tables-theirs");
        String id = sent(office, "No,Name\n1,Amina\n");
        assertThat(table(other, id).isNull()).isTrue();
        assertThat(start(other, id, true, HOUSES_AND_PEOPLE)
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }
}

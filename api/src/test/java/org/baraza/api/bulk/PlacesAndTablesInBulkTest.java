// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholeServer.class)
class PlacesAndTablesInBulkTest {
    private static final AtomicInteger WRONG = new AtomicInteger();

    private final Server server;
    private final Contract contract = new Contract();

    PlacesAndTablesInBulkTest(Server server) {
        this.server = server;
    }

    @Test
    void goodLocationsAreMadeInTheOrderOfTheTreeAndTheDependantsOfABadOneAreNamed() {
        Office office = new Office(server, "tree");
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put(
                "village",
                List.of(
                        List.of("site_code", "name", "parent_site_code", "latitude", "data: water"),
                        List.of("v1", "First", "d1", "-0.1", "=SUM(1)"),
                        List.of("v2", "Second", "d2", "", ""),
                        List.of("v3", "Third", "d9", "", "")));
        sheets.put(
                "types",
                List.of(
                        List.of("code", "name", "parent_code", "Shares Cases Y/N"),
                        List.of("village", "Village", "district", "Y"),
                        List.of("district", "District", "", "N")));
        sheets.put(
                "district",
                List.of(
                        List.of("site_code", "name", "parent_site_code", "latitude"),
                        List.of("d1", "North", "", "1.5"),
                        List.of("d2", "South", "", "far")));
        JsonNode rehearsal = office.uploaded("locations", Office.book(sheets), "checkOnly", "true");
        JsonNode job = office.uploaded("locations", Office.book(sheets));
        for (JsonNode each : List.of(rehearsal, job)) {
            assertThat(each.path("created").asInt()).as(each.toString()).isEqualTo(4);
            assertThat(each.at("/errors/nodes").toString())
                    .contains("COORDINATE_INVALID", "DEPENDS_ON_BAD_ROW", "PARENT_UNKNOWN");
            assertThat(each.path("failed").asInt()).isEqualTo(3);
        }
        byte[] book = office.downloaded("LOCATIONS");
        assertThat(Office.read(book).getOrDefault("village", List.of()).get(1)).contains("v1", "d1", "'=SUM(1)");
        JsonNode same = office.uploaded("locations", book);
        assertThat(same.path("unchanged").asInt()).as(same.toString()).isEqualTo(4);
        assertThat(same.path("failed").asInt()).isZero();

        JsonNode gone = office.uploaded(
                "locations",
                Office.book(Map.of(
                        "district",
                        List.of(List.of("site_code", "name", "Delete(Y/N)"), List.of("d1", "", "Y")),
                        "village",
                        List.of(List.of("site_code", "name", "Delete(Y/N)"), List.of("v1", "", "Y")))));
        assertThat(gone.path("deleted").asInt()).as(gone.toString()).isEqualTo(2);
    }

    private static Map<String, List<List<String>>> fruit() {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put(
                "types",
                List.of(
                        List.of("Delete(Y/N)", "table_id", "is_global?", "field 1", "field 2", "field 2 : property 1"),
                        List.of("N", "fruit", "yes", "code", "name", "lang")));
        sheets.put(
                "fruit",
                List.of(
                        List.of(
                                "UID",
                                "Delete(Y/N)",
                                "field: code",
                                "name: lang 1",
                                "field: name 1",
                                "name: lang 2",
                                "field: name 2"),
                        List.of("", "N", "m", "en", "mango", "sw", "embe"),
                        List.of("", "N", "p", "en", "papaya", "sw", "papai")));
        return sheets;
    }

    @Test
    void lookupTablesComeInByHqsAddressAndGoOutAsTheyCame() {
        Office office = new Office(server, "fruits");
        HttpResponse<String> answer = fixapi(office, Office.book(fruit()), "true", "false");
        contract.holds("post", "/a/{domain}/fixtures/fixapi", answer);
        assertThat(Client.json(answer).path("code").asInt()).as(answer.body()).isEqualTo(200);
        assertThat(Client.json(answer).path("message").asString()).isEqualTo("Successfully uploaded 1 tables.");
        byte[] book = office.downloaded("LOOKUP_TABLES");
        JsonNode same = office.uploaded("lookup-tables", book);
        assertThat(same.path("unchanged").asInt()).as(same.toString()).isEqualTo(3);

        HttpResponse<String> later = fixapi(office, Office.book(fruit()), "true", "true");
        String status = Client.json(later).path("status_url").asString();
        assertThat(status).contains("/a/fruits/fixtures/fixapi/status/");
        String path = status.substring(status.indexOf("fixtures/"));
        HttpResponse<String> asked = office.get(path);
        while (asked.body().contains("progress")) {
            contract.holds("get", "/a/{domain}/fixtures/fixapi/status/{download_id}", asked);
            Office.pause();
            asked = office.get(path);
        }
        assertThat(Client.json(asked).toString()).isEqualTo("{\"complete\":true,\"message\":\"Upload complete.\"}");
        assertThat(Office.read(office.downloaded("LOOKUP_TABLES")).getOrDefault("fruit", List.of()))
                .hasSize(3);

        Map<String, List<List<String>>> bad = fruit();
        bad.remove("fruit");
        HttpResponse<String> refused = fixapi(office, Office.book(bad), "false", "false");
        assertThat(Client.json(refused).path("code").asInt()).isEqualTo(405);
        assertThat(refused.body()).contains("There's no sheet for type 'fruit'");
    }

    /** What HQ says of a workbook of lookup tables that it cannot take; a sheet by the name of a table has its rows. */
    static Stream<Arguments> wrongTables() {
        List<String> types = List.of("Delete(Y/N)", "table_id", "is_global?", "field 1");
        List<String> colours = List.of("N", "colours", "yes", "name");
        return Stream.of(
                arguments(
                        Map.of("colours", List.of(List.of("field: name"))),
                        "Workbook does not contain a sheet called types"),
                arguments(
                        Map.of(
                                "types", List.of(types, colours),
                                "colours", List.of(List.of("UID", "field: nmae"), List.of("", "red"))),
                        "Excel worksheet 'colours' does not contain the column 'field: name' as specified in its 'types' definition"),
                arguments(
                        Map.of(
                                "types", List.of(types, colours, colours),
                                "colours", List.of(List.of("UID", "field: name"), List.of("", "red"))),
                        "Lookup-tables should have unique 'table_id'. There are two rows with table_id 'colours' in 'types' sheet."),
                arguments(
                        Map.of(
                                "types",
                                        List.of(
                                                List.of("table_id", "field 1", "colour"),
                                                List.of("colours", "name", "x")),
                                "colours", List.of(List.of("UID", "field: name"), List.of("", "red"))),
                        "The following are illegal column headers: colour. (Sheet types)"),
                arguments(
                        Map.of(
                                "types", List.of(types, colours),
                                "colours", List.of(List.of("UID", "field: name"), List.of("", "red")),
                                "shapes", List.of(List.of("UID", "field: name"), List.of("", "round"))),
                        "There's no row for the sheet 'shapes' in 'types' sheet."));
    }

    @ParameterizedTest
    @MethodSource("wrongTables")
    void aWorkbookOfLookupTablesThatCannotBeTakenIsRefusedInHqsWords(
            Map<String, List<List<String>>> sheets, String message) {
        Office office = new Office(server, "wrong-tables-" + WRONG.incrementAndGet());
        HttpResponse<String> refused = fixapi(office, Office.book(sheets), "false", "false");
        contract.holds("post", "/a/{domain}/fixtures/fixapi", refused);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(Client.json(refused).path("code").asInt()).isEqualTo(405);
        assertThat(Client.json(refused).path("message").asString()).isEqualTo(message);
    }

    private static HttpResponse<String> fixapi(Office office, byte[] book, String replace, String async) {
        return office.post(
                "fixtures/fixapi/",
                new Multipart()
                        .file("file-to-upload", "fruit.xlsx", "application/zip", book)
                        .field("replace", replace)
                        .field("async", async));
    }

    @Test
    void whatIsNoWorkbookIsRefusedAtOnceOrByItsJob() {
        Office office = new Office(server, "hostile-books");
        HttpResponse<String> text = office.upload("groups", "a,b".getBytes(StandardCharsets.UTF_8));
        contract.holds("post", "/a/{domain}/bulk/{kind}", text);
        assertThat(Client.json(text).path("code").asString()).isEqualTo("NOT_A_WORKBOOK");
        assertThat(office.upload("cats", new byte[] {'P', 'K'}).statusCode()).isEqualTo(404);
        JsonNode broken = office.uploaded("groups", "PK no archive".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.path("state").asString()).isEqualTo("FAILED");
        assertThat(broken.at("/problem/code").asString()).isEqualTo("NOT_A_WORKBOOK");
        JsonNode header = office.uploaded(
                "groups", Office.book(Map.of("groups", List.of(List.of("name", "nmae"), List.of("North", "x")))));
        assertThat(header.at("/problem/code").asString()).isEqualTo("ILLEGAL_HEADERS");
    }
}

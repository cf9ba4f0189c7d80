// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** OpenFn's adaptor runs unchanged, with a password and with a key. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenFnTest {
    private static final String PROJECT = "openfn";

    private OpenFn byPassword;
    private OpenFn byKey;

    @BeforeAll
    void aProject(Server server) {
        WebUser user = server.webUser("openfn@example.org");
        server.project(PROJECT, user);
        byPassword = new OpenFn(server.client(), PROJECT, basic(user.username(), Server.PASSWORD));
        String key = server.apiKey(user, Optional.of(PROJECT));
        byKey = new OpenFn(server.client(), PROJECT, "ApiKey " + user.username() + ":" + key);
    }

    @Test
    void aFormIsSubmittedAndComesBackWithItsCase() {
        var answer = byKey.submit("app-1", """
                <data xmlns="http://example.org/openfn"><village>Kibera</village>
                  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="ofn-case" date_modified="2026-03-01T08:00:00Z">
                    <create><case_type>patient</case_type><case_name>Amina</case_name><owner_id>-</owner_id></create>
                  </case></data>""");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("submit_success");
        assertThat(byKey.get("form", "xmlns=http://example.org/openfn")).hasSize(1);
        assertThat(byPassword.get("case", "type=patient").stream()
                        .map(one -> one.path("case_id").asString()))
                .contains("ofn-case");
    }

    @Test
    void aListIsFetchedPageByPage() {
        for (int n = 0; n < 5; n++) {
            JsonNode made = byPassword.post("user", Map.of("username", "worker" + n, "password", Server.PASSWORD));
            assertThat(made.path("id").asString()).isNotEmpty();
        }
        assertThat(byKey.get("user", "limit=2")).hasSize(5);
    }

    @Test
    void answersWithoutABodyAreUnderstood() {
        assertThat(byKey.post("lookup_table", Map.of("tag", "village", "fields", List.of(Map.of("field_name", "name"))))
                        .isMissingNode())
                .isTrue();
        assertThat(byKey.get("lookup_table", "").stream()
                        .map(one -> one.path("tag").asString()))
                .containsExactly("village");
    }

    @Test
    void casesOfTheSecondVersionAreWrittenInBulkAndFoundByExternalId() {
        JsonNode made = byKey.request("POST", "case/v2", """
                [{"create": true, "case_type": "visit", "case_name": "One", "owner_id": "-", "external_id": "ofn-1"},
                 {"create": true, "case_type": "visit", "case_name": "Two", "owner_id": "-", "external_id": "ofn-2"}]""");
        assertThat(made.path("cases")).hasSize(2);
        assertThat(byKey.request("GET", "case/v2/ext/ofn-2/", "")
                        .path("case_name")
                        .asString())
                .isEqualTo("Two");
        assertThat(byKey.request("GET", "case/v2?case_type=visit", "")
                        .path("matching_records")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aWorkbookOfCasesBecomesAnImport() throws IOException {
        var file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "SheetJS", null)) {
            var sheet = workbook.newWorksheet("SheetJS");
            sheet.value(0, 0, "external_id");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, "ofn-row");
            sheet.value(1, 1, "Row");
        }
        Multipart parts = new Multipart()
                .file("file", "output.xlsx", "application/octet-stream", file.toByteArray())
                .field("case_type", "imported")
                .field("search_field", "external_id")
                .field("create_new_cases", "on");
        JsonNode answer = byKey.bulk("/importer/excel/bulk_upload_api/", parts);
        assertThat(answer.path("code").asInt()).isEqualTo(200);
        assertThat(answer.path("message").asString()).isEqualTo("success");
        assertThat(answer.path("status_url").asString()).contains("/a/openfn/importer/history/uploads/");
    }

    /** Its documentation says {@code DELETE(Y/N)}, which is no header of such a workbook and means nothing. */
    @Test
    void aWorkbookOfLookupTablesIsReadAtOnce() throws IOException {
        var file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "SheetJS", null)) {
            fill(
                    workbook.newWorksheet("types"),
                    List.of("DELETE(Y/N)", "table_id", "is_global?", "field 1"),
                    List.of("N", "fruit", "yes", "name"));
            fill(
                    workbook.newWorksheet("fruit"),
                    List.of("UID", "DELETE(Y/N)", "field: name"),
                    List.of("", "N", "Mango"));
        }
        Multipart parts = new Multipart()
                .file("file-to-upload", "output.xlsx", "application/octet-stream", file.toByteArray())
                .field("replace", "false");
        JsonNode answer = byKey.bulk("/fixtures/fixapi/", parts);
        assertThat(answer.path("code").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.path("message").isString())
                .as("it calls replace of it")
                .isTrue();
        assertThat(byKey.get("lookup_table_item", "").toString()).contains("Mango");
    }

    @SafeVarargs
    private static void fill(Worksheet sheet, List<String>... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                sheet.value(row, column, rows[row].get(column));
            }
        }
    }
}

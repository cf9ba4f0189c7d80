// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.dictionary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The data dictionary with the shapes of CommCare HQ. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DictionaryOverHttpTest {
    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "words");
    }

    private HttpResponse<String> post(String path, String form) {
        return place.client()
                .send(
                        "POST",
                        "/a/words/data_dictionary/" + path,
                        form.getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        place.authorization());
    }

    private JsonNode json(String path) {
        return Client.json(
                place.client().get("/a/words/data_dictionary/" + path, "Authorization", place.authorization()));
    }

    private static String encoded(String json) {
        return URLEncoder.encode(json, UTF_8);
    }

    @Test
    void aTypeIsMadeDescribedDeprecatedAndDeleted() {
        assertThat(post("create_case_type/", "name=patient&description=Who+is+ill")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> changed = post(
                "update_case_property/",
                "groups=" + encoded("[{\"caseType\": \"patient\", \"id\": null, \"name\": \"Health\", \"index\": 0}]")
                        + "&properties="
                        + encoded("""
                                [{"caseType": "patient", "name": "hiv", "label": "HIV status", "index": 0, "group": "Health",
                                  "data_type": "select", "allowed_values": {"pos": "Positive", "neg": ""}},
                                 {"caseType": "patient", "name": "note", "description": "Free text"}]"""));
        assertThat(Client.json(changed)).hasToString("{\"status\":\"success\"}");
        JsonNode type = json("json/patient/").at("/case_types/0");
        assertThat(type.path("is_safe_to_delete").asBoolean()).isTrue();
        assertThat(type.path("module_count").asInt()).isZero();
        assertThat(type.at("/groups/0/name").asString()).isEqualTo("Health");
        assertThat(type.at("/groups/0/properties/0/label").asString()).isEqualTo("HIV status");
        assertThat(type.at("/groups/0/properties/0/data_type").asString()).isEqualTo("select");
        assertThat(type.at("/groups/0/properties/0/allowed_values")).hasToString("{\"pos\":\"Positive\",\"neg\":\"\"}");
        assertThat(type.at("/groups/1/name").asString()).isEmpty();
        assertThat(type.at("/groups/1/properties/0/description").asString()).isEqualTo("Free text");

        assertThat(Client.json(post("deprecate_or_restore_case_type/patient/", "is_deprecated=true"))
                        .path("status")
                        .asString())
                .isEqualTo("success");
        assertThat(json("json/").path("case_types").findValuesAsString("name")).doesNotContain("patient");
        JsonNode all = json("json/?load_deprecated_case_types=true");
        assertThat(all.toString()).contains("\"name\":\"patient\"").contains("\"is_deprecated\":true");
        assertThat(Client.json(post("delete_case_type/patient/", ""))
                        .path("status")
                        .asString())
                .isEqualTo("success");
        assertThat(Client.json(post("delete_case_type/patient/", ""))
                        .path("status")
                        .asString())
                .isEqualTo("failed");
    }

    @Test
    void whatIsWrongWithAChangeIsToldAndNothingIsDone() {
        HttpResponse<String> answer = post(
                "update_case_property/",
                "properties="
                        + encoded(
                                "[{\"caseType\": \"bad\", \"name\": \"ok\"}, {\"caseType\": \"bad\", \"name\": \"1st\"}]"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).path("status").asString()).isEqualTo("failed");
        assertThat(Client.json(answer).path("messages")).hasSize(1);
        assertThat(post("update_case_property/", "properties=nothing").statusCode())
                .isEqualTo(400);
        assertThat(place.client()
                        .get("/a/words/data_dictionary/json/bad/", "Authorization", place.authorization())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWorkbookIsTakenInAndItsErrorsAreNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookWriter workbook = new WorkbookWriter(bytes);
        var sheet = workbook.sheet("animal");
        sheet.header("Case Property", "Label", "Data Type");
        sheet.row("species", "Species", "Plain");
        sheet.row("no good", "", "");
        workbook.sheet("animal-vl").header("Case Property", "Valid Value", "Valid Value Description");
        workbook.finish();
        HttpResponse<String> answer = place.client()
                .send(
                        "POST",
                        "/a/words/data_dictionary/import",
                        new Multipart()
                                .file("bulk_upload_file", "d.xlsx", "application/zip", bytes.toByteArray())
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        place.authorization());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).path("messages").toString()).contains("Sheet \\\"animal\\\", row 3");
        assertThat(json("json/animal/")
                        .at("/case_types/0/groups/0/properties/0/label")
                        .asString())
                .isEqualTo("Species");
        HttpResponse<String> book =
                place.client().get("/a/words/data_dictionary/export/", "Authorization", place.authorization());
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.headers().firstValue("Content-Disposition").orElse("")).contains("data_dictionary.xlsx");
    }

    @Test
    void casesOfDeprecatedTypesAreHiddenFromTheCaseApiUnlessTheyAreWanted() {
        String worker = place.worker("amina");
        var phone = place.phone("amina@words.commcarehq.org");
        phone.post(
                "receiver/",
                "text/xml",
                FormXml.visit("form-a", worker)
                        .creates("case-a", "ghost", "G", worker)
                        .creates("case-b", "alive", "A", worker)
                        .text()
                        .getBytes(UTF_8));
        json("json/ghost/");
        post("deprecate_or_restore_case_type/ghost/", "is_deprecated=true");
        assertThat(cases("")).contains("case-b").doesNotContain("case-a");
        assertThat(cases("?include_deprecated=true")).contains("case-a", "case-b");
        assertThat(cases("?include_deprecated=no")).doesNotContain("case-a");
    }

    private String cases(String query) {
        return place.client()
                .get("/a/words/api/case/v2/" + query, "Authorization", place.authorization())
                .body();
    }
}

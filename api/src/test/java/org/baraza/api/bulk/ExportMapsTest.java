// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports of cases for maps. */
@ExtendWith(WholeServer.class)
class ExportMapsTest {
    private final Server server;

    ExportMapsTest(Server server) {
        this.server = server;
    }

    private static JsonNode features(String file) {
        JsonNode collection = JsonMapper.shared().readTree(file);
        assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
        return collection.path("features");
    }

    /** A mother with a place of her home and one of her farm, and two who live nowhere. */
    private static void submitMothers(ExportDesk desk) {
        String amina = desk.worker.userId();
        desk.submit(
                desk.visit("f0").creates("c1", "mother", "Zoë \"Z\"", amina).updates("c1", "farm", "-1.5 36.9 0.0 10"));
        desk.submit(desk.visit("f1").updates("c1", "home", "-1.28 36.81 1661.5 4.2"));
        desk.submit(desk.visit("f2").creates("c2", "mother", "Anna", amina).updates("c2", "home", "Kibera"));
        desk.submit(desk.visit("f3").creates("c3", "mother", "Ruth", amina));
    }

    private static void sayThatHomesArePlaces(Office office) {
        assertThat(office.graphQl()
                        .ask(
                                "mutation($p: String!) { editCaseType(input: {project: $p, caseType: \"mother\", properties: ["
                                        + "{name: \"home\", dataType: GPS}]}) { userErrors { message } } }",
                                Map.of("p", office.project()))
                        .at("/editCaseType/userErrors"))
                .isEmpty();
    }

    @Test
    void casesStandWhereTheDataDictionarySaysAndThoseThatAreNowhereAreLeftOut() {
        ExportDesk desk = new ExportDesk(server, "maps");
        submitMothers(desk);
        String export = desk.create(
                "CASE",
                "mother",
                ", format: GEOJSON, tables: [{path: \"\", label: \"Cases\", selected: true, columns: ["
                        + Stream.of("caseid", "name", "properties.farm", "properties.home")
                                .map(path -> "{path: \"" + path + "\", label: \"" + path.replace("properties.", "")
                                        + "\", selected: true}")
                                .collect(Collectors.joining(", "))
                        + "]}]");

        JsonNode guessed = features(new String(desk.exported(export, "GEOJSON"), UTF_8));
        assertThat(guessed).hasSize(1);
        assertThat(guessed.at("/0/geometry").toString())
                .as("the farm stands first")
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[36.9,-1.5,0.0]}");

        sayThatHomesArePlaces(desk.office);
        HttpResponse<String> stream = desk.streamed(export, "geojson");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        assertThat(stream.headers().firstValue("Content-Disposition").orElse(""))
                .contains("maps-Visits.geojson");
        JsonNode said = features(stream.body());
        assertThat(said).hasSize(1);
        assertThat(said.at("/0/geometry/coordinates").toString()).isEqualTo("[36.81,-1.28,1661.5]");
        JsonNode properties = said.at("/0/properties");
        assertThat(properties.path("name").asString()).isEqualTo("Zoë \"Z\"");
        assertThat(properties.path("caseid").asString()).isEqualTo("c1");
        assertThat(properties.path("home").asString()).isEqualTo("-1.28 36.81 1661.5 4.2");

        assertThat(new Office(server, "maps-elsewhere")
                        .get("data/export/stream/" + export + "?format=geojson")
                        .statusCode())
                .as("another project's")
                .isEqualTo(404);
    }

    @Test
    void formsAndTheHistoryOfCasesAloneAreRefused() {
        ExportDesk desk = new ExportDesk(server, "no-maps");
        submitMothers(desk);
        JsonNode refused = desk.ask(
                        "mutation($p: String!, $i: String!) { createExport(input: {project: $p, type: FORM, identifier: $i,"
                                + " name: \"Visits\", format: GEOJSON}) { export { exportId }"
                                + " userErrors { field code message } } }",
                        Map.of("i", ExportDesk.VISIT))
                .path("createExport");
        assertThat(refused.path("export").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/field").toString()).isEqualTo("[\"input\",\"format\"]");
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("CASES_ONLY");

        String forms = desk.create("FORM", ExportDesk.VISIT, "");
        assertThat(started(desk, forms)).isEqualTo("CASES_ONLY");
        assertThat(desk.streamed(forms, "geojson").statusCode()).isEqualTo(400);
        String history = desk.create(
                "CASE",
                "mother",
                ", tables: [{path: \"history\", label: \"Case History\", selected: true, columns: ["
                        + "{path: \"action_type\", label: \"action_type\", selected: true}]}]");
        assertThat(started(desk, history)).isEqualTo("CASES_NOT_SELECTED");
        assertThat(desk.streamed(history, "csv").statusCode()).isEqualTo(200);
    }

    /** Why a file for maps is refused. */
    private static String started(ExportDesk desk, String export) {
        return desk.ask(
                        "mutation($p: String!, $e: String!) { startExport(input: {project: $p, exportId: $e, format: GEOJSON}) {"
                                + " job { jobId } userErrors { field code message } } }",
                        Map.of("e", export))
                .at("/startExport/userErrors/0/code")
                .asString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baraza.apps.AppVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class AppImportTest {

    @ParameterizedTest
    @ValueSource(strings = {"01-chw", "02-household", "03-survey"})
    void anAppOfTheVectorsIsUnderstoodWhole(String name) {
        AppImport.Imported imported = AppVectors.imported(name);

        assertThat(imported.notices()).isEmpty();
        assertThat(App.of(imported.document()).forms().map(AppForm::uniqueId))
                .containsExactlyInAnyOrderElementsOf(imported.sources().keySet());
    }

    @Test
    void aVersionBecomesAWorkingCopy() throws Exception {
        ObjectNode build = (ObjectNode) AppVectors.app("01-chw");
        build.put("copy_of", "app1").put("_id", "build1").put("is_released", true);

        AppImport.Imported imported = AppImport.read(build, AppVectors.ids());

        assertThat(imported.document().path("copy_of").isNull()).isTrue();
        assertThat(imported.document().has("_id")).isFalse();
        assertThat(imported.document().has("is_released")).isFalse();
        assertThat(build.path("copy_of").asString()).as("the one given").isEqualTo("app1");
    }

    @Test
    void actionsOfBefore2023AreRewritten() throws Exception {
        AppImport.Imported imported = AppImport.read(json("""
                        {"modules": [{"doc_type": "Module", "unique_id": "m", "name": {"en": "M"}, "case_type": "child",
                          "forms": [{"unique_id": "f", "name": {"en": "F"}, "requires": "none", "actions": {
                            "open_case": {"condition": {"type": "always"}, "name_path": "/data/name"},
                            "update_case": {"condition": {"type": "always"}, "update": {"village": "/data/village"}},
                            "subcases": [{"case_type": "visit", "case_name": "/data/v", "condition": {"type": "always"},
                              "case_properties": {"weight": "/data/weight"}}]}}]}],
                         "_attachments": {"f.xml": "<x/>"}}
                        """), AppVectors.ids());

        JsonNode actions = imported.document().at("/modules/0/forms/0/actions");
        assertThat(actions.at("/open_case/name_update/question_path").asString())
                .isEqualTo("/data/name");
        assertThat(actions.at("/open_case").has("name_path")).isFalse();
        assertThat(actions.at("/update_case/update/village/question_path").asString())
                .isEqualTo("/data/village");
        assertThat(actions.at("/subcases/0/name_update/question_path").asString())
                .isEqualTo("/data/v");
        assertThat(actions.at("/subcases/0/case_properties/weight/update_mode").asString())
                .isEqualTo("always");
        assertThat(imported.notices())
                .contains(
                        new ImportNotice(
                                "langs", "The app did not say its languages; they were taken from the first name"),
                        new ImportNotice(
                                "modules[0].forms[0]",
                                "What the form does with cases was written in an older way and has been rewritten"));
    }

    @Test
    void olderActionsReadLikeThoseOfToday() throws Exception {
        BasicForm older = BasicForm.read(json(
                "{\"actions\": {\"open_case\": {\"condition\": {\"type\": \"always\"}, \"name_path\": \"/data/n\"}}}"));

        assertThat(older.actions().openCase().name().question()).isEqualTo("/data/n");
        assertThat(older.opensCase()).isTrue();
    }

    @Test
    void whatHasNoIdGetsOneAndWhatHasATakenOneToo() throws Exception {
        AppImport.Imported imported = AppImport.read(json("""
                        {"langs": ["en"], "modules": [
                          {"unique_id": "m", "forms": [{"unique_id": "f"}, {"unique_id": "f"}, {"name": {"en": "x"}}]}],
                         "_attachments": {"f.xml": "<x/>"}}
                        """), AppVectors.ids());

        List<String> ids =
                App.of(imported.document()).forms().map(AppForm::uniqueId).toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("").startsWith("f");
        assertThat(imported.sources()).containsKeys(ids.get(0), ids.get(1));
        assertThat(imported.notices())
                .anyMatch(notice -> notice.place().equals("modules[0].forms[2]")
                        && notice.sentence().startsWith("The form has no source"));
    }

    @Test
    void whatIsNotKnownIsKeptAndReported() throws Exception {
        ObjectNode app = (ObjectNode) AppVectors.app("01-chw");
        app.put("brand_new", "x");
        app.put("location_fixture_restore", "both_fixtures");
        ((ObjectNode) app.at("/modules/0/case_details/short/columns/0")).put("format", "graph");
        ((ObjectNode) app.at("/modules/0/forms/0")).put("use_default_image_for_all", true);

        AppImport.Imported imported = AppImport.read(app, AppVectors.ids());

        assertThat(imported.document().path("brand_new").asString()).isEqualTo("x");
        assertThat(imported.notices())
                .extracting(ImportNotice::place)
                .containsExactly(
                        "brand_new",
                        "location_fixture_restore",
                        "modules[0].case_details.short.columns[0]",
                        "modules[0].forms[0].use_default_image_for_all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"modules\": 3}", "{\"doc_type\": \"RemoteApp\", \"modules\": []}"})
    void whatIsNoAppIsRefused(String document) {
        assertThatThrownBy(() -> AppImport.read(json(document), AppVectors.ids()))
                .isInstanceOf(NotAnApp.class);
    }

    @Test
    void readingNeverFailsOnShapesNobodyExpected() throws Exception {
        App app = App.of(json("""
                        {"langs": "en", "version": "x", "profile": [], "translations": 1, "modules": [3, {"forms": {}},
                          {"doc_type": "ShadowModule", "name": "x", "case_details": null}]}
                        """));

        assertThat(app.langs()).containsExactly("en");
        assertThat(app.modules()).hasSize(2);
        assertThat(app.forms()).isEmpty();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

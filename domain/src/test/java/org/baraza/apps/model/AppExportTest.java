// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baraza.apps.AppVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class AppExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"01-chw", "02-household", "03-survey"})
    void whatIsGivenOutComesInAgainAsTheSameApp(String name) throws Exception {
        AppImport.Imported first = AppVectors.imported(name);

        ObjectNode out = AppExport.source(first.document(), FormSources.of(first.sources()), AppVectors.ids());
        AppImport.Imported again = AppImport.read(out, AppVectors.ids());

        assertThat(again.notices()).isEmpty();
        assertThat(again.sources().values())
                .containsExactlyInAnyOrderElementsOf(first.sources().values());
        assertThat(withoutFormIds(again.document())).isEqualTo(withoutFormIds(first.document()));
    }

    @Test
    void formsGetFreshIdsWhereverTheyAreNamed() {
        AppImport.Imported imported = AppVectors.imported("01-chw");

        ObjectNode out = AppExport.source(imported.document(), FormSources.of(imported.sources()), AppVectors.ids());

        String fresh = out.at("/modules/0/forms/0/unique_id").asString();
        assertThat(fresh).isNotEqualTo("form_reg");
        assertThat(out.at("/modules/0/case_list_form/form_id").asString()).isEqualTo(fresh);
        assertThat(out.path("_attachments").has(fresh + ".xml")).isTrue();
        assertThat(out.at("/modules/0/unique_id").asString()).isEqualTo("mod_mothers");
        assertThat(imported.document().at("/modules/0/forms/0/unique_id").asString())
                .as("the one given")
                .isEqualTo("form_reg");
    }

    @Test
    void aCopyRemembersItsFamilyOnlyInItsOwnProject() throws Exception {
        AppImport.Imported imported = AppVectors.imported("02-household");
        imported.document().put("_id", "app1");
        FormSources sources = FormSources.of(imported.sources());

        ObjectNode near = AppCopy.of(imported.document(), sources, "Copy", true, AppVectors.ids())
                .document();
        ObjectNode far = AppCopy.of(imported.document(), sources, "Copy", false, AppVectors.ids())
                .document();

        assertThat(near.path("name").asString()).isEqualTo("Copy");
        assertThat(near.path("family_id").asString()).isEqualTo("app1");
        assertThat(far.has("family_id")).isFalse();
    }

    private static String withoutFormIds(JsonNode document) {
        ObjectNode copy = ((ObjectNode) document).deepCopy();
        String text = copy.toString();
        for (AppForm form : App.of(copy).forms().toList()) {
            text = text.replace('"' + form.uniqueId() + '"', "\"form\"");
        }
        return List.of(text).getFirst();
    }
}

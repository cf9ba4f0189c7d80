// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.baraza.apps.AppVectors;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class AppComparisonTest {

    @Test
    void nothingChangedInTheSameApp() {
        assertThat(changed(app -> {}, Map.of())).isEmpty();
    }

    @Test
    void menusAndFormsAreNewGoneOrCalledOtherwise() {
        List<Change> changes = changed(
                app -> {
                    ((ObjectNode) app.at("/modules/0/name")).put("en", "Women");
                    ((ArrayNode) app.path("modules")).remove(1);
                    ((ArrayNode) app.at("/modules/0/forms")).remove(2);
                },
                Map.of());

        assertThat(changes)
                .contains(
                        new Change(
                                Change.Kind.CHANGED, "Women", "The name in en changed from \"Mothers\" to \"Women\""),
                        new Change(Change.Kind.REMOVED, "Feedback", "The menu is gone"),
                        new Change(Change.Kind.REMOVED, "Feedback › Give feedback", "The form is gone"),
                        new Change(Change.Kind.REMOVED, "Mothers › Close", "The form is gone"));
    }

    @Test
    void caseManagementIsComparedPropertyByProperty() {
        List<Change> changes = changed(
                app -> {
                    ObjectNode form = (ObjectNode) app.at("/modules/0/forms/2");
                    form.put("form_filter", "1 = 1");
                    ((ObjectNode) form.at("/actions/close_case/condition")).put("type", "always");
                    ((ObjectNode) form.at("/actions/update_case/update")).remove("close_reason");
                },
                Map.of());

        assertThat(changes)
                .extracting(Change::sentence)
                .containsExactly(
                        "The display condition is now \"1 = 1\"",
                        "What is saved to the property close_reason \"/data/reason\" was taken away",
                        "When it closes the case changed from \"/data/reason = 'moved'\" to \"always\"");
    }

    @Test
    void questionsAreComparedByTheirPaths() {
        String close = AppVectors.source("01-chw", "form_close")
                .replace("<reason/><note/>", "<reason/><remark/>")
                .replace("/data/note", "/data/remark")
                .replace("<value>mistake</value>", "<value>error</value>")
                .replace(">Reason<", ">Why?<")
                .replace("nodeset=\"/data/reason\" required=\"true()\"", "nodeset=\"/data/reason\"");

        List<Change> changes = changed(app -> {}, Map.of("form_close", close));

        assertThat(changes)
                .contains(
                        new Change(
                                Change.Kind.CHANGED,
                                "Mothers › Close › /data/reason",
                                "The label in en changed from \"Reason\" to \"Why?\""),
                        new Change(
                                Change.Kind.CHANGED,
                                "Mothers › Close › /data/reason",
                                "What makes it required \"true()\" was taken away"),
                        new Change(
                                Change.Kind.ADDED,
                                "Mothers › Close › /data/reason",
                                "The choice error (\"Mistake\") is new"),
                        new Change(Change.Kind.ADDED, "Mothers › Close › /data/remark", "The question \"Note\" is new"),
                        new Change(
                                Change.Kind.REMOVED, "Mothers › Close › /data/note", "The question \"Note\" is gone"));
    }

    @Test
    void listsAndSettingsAreComparedToo() {
        List<Change> changes = changed(
                app -> {
                    app.putArray("langs").add("sw").add("en");
                    ((ObjectNode) app.at("/profile/properties")).put("cc-show-saved", "no");
                    ObjectNode list = (ObjectNode) app.at("/modules/0/case_details/short");
                    list.put("filter", "");
                    ((ArrayNode) list.path("columns")).remove(4);
                    ((ObjectNode) list.at("/columns/2")).put("format", "plain");
                },
                Map.of());

        assertThat(changes)
                .extracting(Change::sentence)
                .containsExactly(
                        "The first language changed from \"en\" to \"sw\"",
                        "The device setting cc-show-saved changed from \"yes\" to \"no\"",
                        "The filter \"risk != 'archived'\" was taken away",
                        "The format of the column \"Umri\" changed from \"time-ago\" to \"plain\"",
                        "The column \"Risk\" is gone");
    }

    private static List<Change> changed(Consumer<ObjectNode> change, Map<String, String> otherSources) {
        AppImport.Imported before = AppVectors.imported("01-chw");
        AppImport.Imported after = AppVectors.imported("01-chw");
        change.accept(after.document());
        Map<String, String> sources = new HashMap<>(after.sources());
        sources.putAll(otherSources);
        return AppComparison.of(
                App.of(before.document()),
                FormSources.of(before.sources()),
                App.of(after.document()),
                FormSources.of(sources));
    }
}

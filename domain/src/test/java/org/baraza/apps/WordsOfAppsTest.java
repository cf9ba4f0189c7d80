// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.baraza.apps.editing.AppChange;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FieldWork;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** What the data dictionary learns of apps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WordsOfAppsTest {
    private static final String APP = """
            {"name": "CHW", "langs": ["en"], "modules": [{"unique_id": "m", "case_type": "household", "name": {"en": "H"},
              "forms": [{"unique_id": "f", "xmlns": "http://example.org/f", "name": {"en": "F"}, "actions": {
                "open_case": {"condition": {"type": "always"}, "name_update": {"question_path": "/data/name"}},
                "update_case": {"condition": {"type": "always"}, "update": {
                  "village": {"question_path": "/data/village"}}},
                "subcases": [{"condition": {"type": "always"}, "case_type": "child", "reference_id": "parent",
                  "name_update": {"question_path": "/data/c"}, "case_properties": {"dob": {"question_path": "/data/d"}}}]
              }}]}]}""";

    private final World world = new World();
    private final Dictionary dictionary =
            new Dictionary(world.transactions, new FieldWork(world).cases, new Audit(), world.clock);
    private final Apps apps = new Apps(world.transactions, new Audit(), world.clock);
    private final AppEditing editing = new AppEditing(world.transactions, new Audit(), world.clock);

    @AfterAll
    void close() {
        world.close();
    }

    private ProjectAccess project(String name) {
        return world.project(name, world.webUser(name + "@example.org"));
    }

    private WorkingCopy imported(ProjectAccess who) {
        return world.in(
                        who,
                        () -> apps.importApp(who, "CHW", JsonMapper.shared().readTree(APP)))
                .app();
    }

    private DescribedType type(ProjectAccess who, String name) {
        return world.in(who, () -> dictionary.type(who, name)).orElseThrow();
    }

    private static List<String> names(DescribedType type) {
        return type.properties().stream().map(CaseProperty::name).toList();
    }

    @Test
    void anImportedAppTellsItsTypesAndWhatItWritesToThem() {
        ProjectAccess who = project("import");
        imported(who);
        assertThat(names(type(who, "household"))).containsExactly("name", "village");
        assertThat(names(type(who, "child"))).containsExactly("dob", "name");
        ProjectAccess stranger = project("stranger");
        assertThat(world.in(stranger, () -> dictionary.type(stranger, "household")))
                .isEmpty();
    }

    @Test
    void aChangeOfAnAppAddsWhatIsNewAndBringsNothingBackThatSomebodyDeleted() {
        ProjectAccess who = project("change");
        WorkingCopy app = imported(who);
        var gone = new DictionaryChange.Property(
                "household", "village", null, null, null, null, null, null, true, null, null);
        world.in(who, () -> {
            dictionary.change(who, new DictionaryChange(List.of(), List.of(gone)));
            return true;
        });
        var update = JsonMapper.shared().readTree("{\"question_path\": \"/data/water\"}");
        world.in(
                who,
                () -> editing.edit(
                        who,
                        app.appId(),
                        1,
                        List.of(new AppChange.Put("forms[f].actions.update_case.update.water", update))));
        assertThat(names(type(who, "household"))).containsExactly("name", "water");
    }

    @Test
    void aQuestionThatSavesToACaseTellsItsTypeAndProperties() {
        ProjectAccess who = project("saves");
        WorkingCopy app = imported(who);
        String source = TestApps.source("f", """
                <name/><save vellum:role="SaveToCase" vellum:case_type="visit"><case case_id=""
                  xmlns="http://commcarehq.org/case/transaction/v2"><update><weight/></update></case></save>""", "");
        world.in(
                who,
                () -> editing.edit(
                        who, app.appId(), 1, List.of(new AppChange.PutSource("f", source, Optional.empty()))));
        assertThat(names(type(who, "visit"))).containsExactly("weight");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;

/** Menus, assertions and other parts of a suite, beyond what the vectors show. */
final class SuiteTest {

    @Test
    void newerEnginesFindTheInstancesOfAMenuInTheMenu() throws Exception {
        BuiltFiles older = filtered("2.53.0");
        BuiltFiles newer = filtered("2.54.0");

        assertThat(older.holds("suite.xml", "/suite/menu/instance")).isFalse();
        assertThat(older.holds("suite.xml", "/suite/entry/instance[@id='item-list:t']"))
                .isTrue();
        assertThat(newer.holds("suite.xml", "/suite/menu/instance[@id='item-list:t']"))
                .isTrue();
        assertThat(newer.holds("suite.xml", "/suite/entry/instance")).isFalse();
    }

    private static BuiltFiles filtered(String engine) throws CannotBuild {
        TestApps app = new TestApps().set("{'build_spec': {'version': '" + engine + "'}}");
        app.menu("m", "", "{}")
                .change(menu -> menu.put("module_filter", "count(instance('item-list:t')/t_list/t) > 0"))
                .form("f", "{}");
        return app.files();
    }

    @Test
    void homeAndMenusMayBeGrids() throws Exception {
        TestApps app = new TestApps().set("{'use_grid_menus': true, 'grid_form_menus': 'some'}");
        app.menu("m", "", "{'display_style': 'grid'}").form("f", "{}");
        app.menu("n", "", "{}").form("g", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='root']/@style")).isEqualTo("grid");
        assertThat(files.string("suite.xml", "/suite/menu[@id='m0']/@style")).isEqualTo("grid");
        assertThat(files.holds("suite.xml", "/suite/menu[@id='m1']/@style")).isFalse();
    }

    @Test
    void conditionsOfTheAuthorAreAskedInAppMenuAndForm() throws Exception {
        String asserted = "{'custom_assertions': [{'test': 'true()', 'text': {'en': 'Charge the phone'}}]}";
        TestApps app = new TestApps().set(asserted);
        app.menu("m", "", asserted).form("f", asserted);

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='root']/assertions/assert/text/locale/@id"))
                .isEqualTo("custom_assertion.root.0");
        assertThat(files.string("suite.xml", "/suite/menu[@id='m0']/assertions/assert/text/locale/@id"))
                .isEqualTo("custom_assertion.m0.0");
        assertThat(files.string("suite.xml", "/suite/entry/assertions/assert/text/locale/@id"))
                .isEqualTo("custom_assertion.m0.f0.0");
        assertThat(files.text("en/app_strings.txt", "custom_assertion.m0.f0.0")).contains("Charge the phone");
    }

    @Test
    void menusForTrainingStandInAMenuOfTheirOwn() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{'is_training_module': true}").form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='m0']/@root")).isEqualTo("training-root");
        assertThat(files.holds("suite.xml", "/suite/menu[@id='training-root']/text/locale"))
                .isTrue();
    }

    @Test
    void aFormOfReleaseNotesIsAResourceOfItsOwnKind() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{}")
                .form("f", "{}")
                .form("news", "{'is_release_notes_form': true, 'enable_release_notes': true}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/xform-update-info/resource/@id"))
                .isEqualTo("news");
        assertThat(files.string("suite.xml", "count(/suite/menu/command)")).isEqualTo("1");
    }

    @Test
    void textsKeepOneLineAndTheirHashSigns() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{'name': {'en': 'Ward #3\\nnorth'}}").form("f", "{}");

        assertThat(app.files().text("en/app_strings.txt", "modules.m0")).contains("Ward \\#3\\nnorth");
    }

    @Test
    void theEnginesTextsAreTakenAsTheAppWants() throws Exception {
        TestApps app = new TestApps().set("{'translations': {'en': {'login.button': 'Enter'}}, 'langs': ['en', 'sw']}");
        app.menu("m", "", "{}").form("f", "{}");
        BuildContext plain = app.context(3);
        BuildContext known = new BuildContext(
                plain.base(),
                plain.domain(),
                plain.appId(),
                plain.buildId(),
                plain.version(),
                plain.engine(),
                language -> Map.of("login.button", "Ingia", "other.key", "Nyingine"),
                plain.previous(),
                0);

        BuiltFiles files = new BuiltFiles(Compiler.compile(app.app(), app.sources(), known));

        assertThat(files.text("en/app_strings.txt", "login.button")).contains("Enter");
        assertThat(files.text("sw/app_strings.txt", "login.button")).contains("Ingia");
        assertThat(files.text("sw/app_strings.txt", "other.key")).isEmpty();
    }
}

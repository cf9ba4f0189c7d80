// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Texts, settings and declarations that phones find in a build, beyond what the vectors show. */
final class PhoneFilesTest {

    @Test
    void aBlankTranslationTakesNoTextAway() throws Exception {
        TestApps app = new TestApps().set("{'translations': {'en': {'modules.m0': '', 'cchq.case': ' '}}}");
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.text("en/app_strings.txt", "modules.m0")).contains("m");
        assertThat(files.text("default/app_strings.txt", "cchq.case")).contains("Case");
    }

    @Test
    void aDeviceSettingThatIsLeftBlankIsAsUsual() throws Exception {
        TestApps app = new TestApps().set("""
                {'profile': {'properties': {'purge-freq': '', 'cc-show-saved': 'yes', 'cc-other': ' '}},
                 'build_profiles': {'p': {'name': 'P', 'langs': ['en'], 'settings': {'cc-show-saved': ''}}}}
                """);
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("profile.ccpr", "/profile/property[@key='purge-freq']/@value"))
                .isEqualTo("0");
        assertThat(files.holds("profile.ccpr", "/profile/property[@key='cc-other']"))
                .isFalse();
        assertThat(files.string("p/profile.ccpr", "/profile/property[@key='cc-show-saved']/@value"))
                .isEqualTo("yes");
    }

    @Test
    void otherAppsThatMustBeThereAreNamed() throws Exception {
        TestApps app =
                new TestApps().set("{'profile': {'features': {'users': 'true', 'dependencies': ['org.a', 'org.b']}}}");
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = app.files();

        String packages = "/profile/features/dependencies/dependency/android_package";
        assertThat(files.string("profile.ccpr", "count(" + packages + ")")).isEqualTo("2");
        assertThat(files.string("profile.ccpr", "/profile/features/dependencies/dependency[2]/android_package/@id"))
                .isEqualTo("org.b");
    }

    @Test
    void newerListsSayThatTheyAreEmptyAndWhatTheirButtonDoes() throws Exception {
        BuiltFiles newer = listed("2.54.0");

        assertThat(newer.string("suite.xml", "/suite/detail[@id='m0_case_short']/no_items_text/text/locale/@id"))
                .isEqualTo("m0_no_items_text");
        assertThat(newer.text("en/app_strings.txt", "m0_no_items_text")).contains("List is empty.");
        assertThat(newer.text("en/app_strings.txt", "m0_select_text")).contains("Choose");
        assertThat(newer.holds("suite.xml", "/suite/detail[@id='m0_case_short']/select_text"))
                .isTrue();
        assertThat(listed("2.53.0").text("en/app_strings.txt", "m0_no_items_text"))
                .isEmpty();
    }

    private static BuiltFiles listed(String engine) throws CannotBuild {
        TestApps app = new TestApps().set("{'build_spec': {'version': '" + engine + "'}}");
        app.menu("m", "mother", "{}").form("f", TestApps.followsUp());
        ((ObjectNode) app.document().at("/modules/0/case_details/short"))
                .set("select_text", TestApps.object("{'en': 'Choose'}"));
        return app.files();
    }

    @Test
    void whatMarksAndConditionsOfMenusLookIntoIsDeclared() throws Exception {
        BuiltFiles newer = marked("2.54.0");
        BuiltFiles older = marked("2.53.0");

        String menu = "/suite/menu[@id='m0']/instance";
        assertThat(newer.string("suite.xml", "count(" + menu + ")")).isEqualTo("2");
        assertThat(newer.holds("suite.xml", menu + "[@id='item-list:mark']")).isTrue();
        assertThat(newer.holds("suite.xml", menu + "[@id='item-list:must']")).isTrue();
        assertThat(newer.string("suite.xml", "/suite/menu[@id='root']/instance/@id"))
                .isEqualTo("item-list:app");
        assertThat(newer.string("suite.xml", "/suite/entry[command/@id='m0-f0']/instance/@id"))
                .as("the form's own mark")
                .isEqualTo("item-list:form");
        assertThat(older.holds("suite.xml", "/suite/menu/instance")).isFalse();
        assertThat(older.string("suite.xml", "count(/suite/entry[command/@id='m0-f0']/instance)"))
                .isEqualTo("3");
        assertThat(older.holds("suite.xml", "/suite/entry[command/@id='m1-f0']/instance[@id='item-list:app']"))
                .as("whose form stands on the home screen")
                .isTrue();
    }

    private static BuiltFiles marked(String engine) throws CannotBuild {
        TestApps app = new TestApps()
                .set(("{'build_spec': {'version': '" + engine + "'}, 'custom_assertions': [" + must("app") + "]}"));
        app.menu("m", "", "{'custom_icons': [" + mark("mark") + "], 'custom_assertions': [" + must("must") + "]}")
                .form("f", "{'custom_icons': [" + mark("form") + "]}");
        app.menu("n", "", "{'put_in_root': true}").form("g", "{}");
        return app.files();
    }

    private static String mark(String table) {
        return "{'form': 'badge', 'xpath': 'count(instance(\\u0027item-list:" + table + "\\u0027)/x)'}";
    }

    private static String must(String table) {
        return "{'test': 'instance(\\u0027item-list:" + table + "\\u0027)/x = 1', 'text': {'en': 'x'}}";
    }
}

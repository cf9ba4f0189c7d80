// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.checks.Severity;
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
    void theNameOfAFormMaySayHowManyCasesThereAre() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}")
                .form("f", "{'requires': 'case', 'show_count': true}")
                .form("g", "{'show_count': true}");

        BuiltFiles files = app.files();

        String text = "/suite/entry[command/@id='m0-f0']/command/text/locale[@id='forms.m0f0']";
        assertThat(files.string("suite.xml", text + "/argument/xpath/@function"))
                .isEqualTo("count(instance('casedb')/casedb/case[@case_type='mother'][@status='open'])");
        assertThat(files.text("default/app_strings.txt", "forms.m0f0")).contains("f (${0})");
        assertThat(files.text("default/app_strings.txt", "forms.m0f1")).contains("g");
        assertThat(files.holds("suite.xml", "//argument[ancestor::entry/command/@id='m0-f1']"))
                .isFalse();
    }

    @Test
    void phonesBringTheDataOfTheWorkerForPractice() throws Exception {
        TestApps app = new TestApps()
                .set("{'practice_mobile_worker_id': 'u1', 'build_profiles': {'p': {'name': 'Coast', 'langs': ['en'],"
                        + " 'practice_mobile_worker_id': 'u2'}, 'q': {'name': 'Hills', 'langs': ['en']}}}");
        app.menu("m", "", "{}").form("f", "{}");

        Build first = Compiler.compile(app.app(), app.sources(), app.context(3).withPractice(restores("a", "b")));
        BuiltFiles files = new BuiltFiles(first);
        String resource = "/suite/user-restore/resource[@id='practice-user-restore']";
        assertThat(files.string("suite.xml", resource + "/@version")).isEqualTo("3");
        assertThat(files.string("suite.xml", resource + "/location[@authority='remote']"))
                .isEqualTo("https://hq.example/a/demo/apps/download/build1/practice_user_restore.xml");
        assertThat(first.file("practice_user_restore.xml")).hasValue("a".getBytes(UTF_8));
        assertThat(first.file("p/practice_user_restore.xml")).hasValue("b".getBytes(UTF_8));
        assertThat(files.string("p/suite.xml", resource + "/location[@authority='remote']"))
                .endsWith("practice_user_restore.xml?profile=p");
        assertThat(files.holds("q/suite.xml", "/suite/user-restore")).isFalse();

        BuiltFiles again = new BuiltFiles(Compiler.compile(
                app.app(), app.sources(), app.context(5).after(first.versions()).withPractice(restores("a", "c"))));
        assertThat(again.string("suite.xml", resource + "/@version"))
                .as("the same data")
                .isEqualTo("3");
        assertThat(again.string("p/suite.xml", resource + "/@version"))
                .as("other data")
                .isEqualTo("5");
        assertThat(app.files().holds("suite.xml", "/suite/user-restore"))
                .as("nobody practises")
                .isFalse();
    }

    private static Map<String, byte[]> restores(String one, String other) {
        return Map.of("u1", one.getBytes(UTF_8), "u2", other.getBytes(UTF_8));
    }

    @Test
    void aLanguageProfileMaySetPhonesOtherwise() throws Exception {
        TestApps app = new TestApps()
                .set("{'profile': {'properties': {'cc-show-saved': 'no'}}, 'build_profiles': {'p': {'name': 'Coast',"
                        + " 'langs': ['en'], 'settings': {'cc-show-saved': 'yes'}}}}");
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = app.files();

        String value = "/profile/property[@key='cc-show-saved']/@value";
        assertThat(files.string("profile.ccpr", value)).isEqualTo("no");
        assertThat(files.string("p/profile.ccpr", value)).isEqualTo("yes");
    }

    @Test
    void filesOfAWorkingCopyAreAskedForAsSuch() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = new BuiltFiles(
                Compiler.compile(app.app(), app.sources(), app.context(3).ofDraft()));

        assertThat(files.string("profile.ccpr", "//resource[@id='suite']/location[@authority='remote']"))
                .endsWith("/suite.xml?latest=true&target=save");
        assertThat(files.string("suite.xml", "//resource[@id='f']/location[@authority='remote']"))
                .isEqualTo("./modules-0/forms-0.xml?latest=true&target=save");
        assertThat(files.string("suite.xml", "//resource[@id='f']/location[@authority='local']"))
                .isEqualTo("./modules-0/forms-0.xml");
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
    void formsForTrainingThatStandInTheMenuAboveStandInTheTrainingMenu() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{'is_training_module': true, 'put_in_root': true}").form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='training-root']/command/@id"))
                .isEqualTo("m0-f0");
        assertThat(files.string("suite.xml", "count(/suite/menu)")).isEqualTo("1");
    }

    @Test
    void onlyTheHomeScreenSaysWhetherItIsAGrid() throws Exception {
        TestApps lists = new TestApps().set("{'grid_form_menus': 'all'}");
        lists.menu("m", "", "{'put_in_root': true}").form("f", "{}");
        TestApps grid = new TestApps().set("{'use_grid_menus': true}");
        grid.menu("m", "", "{'put_in_root': true, 'display_style': 'grid'}").form("f", "{}");
        grid.menu("n", "", "{'display_style': 'grid'}").form("g", "{}");

        assertThat(lists.files().holds("suite.xml", "/suite/menu[@style]")).isFalse();
        BuiltFiles files = grid.files();
        assertThat(files.string("suite.xml", "/suite/menu[command/@id='m0-f0']/@style"))
                .isEqualTo("grid");
        assertThat(files.holds("suite.xml", "/suite/menu[@id='m1']/@style"))
                .as("nothing is said of the menus below")
                .isFalse();
    }

    @Test
    void mediaThatTheServerLacksAreLeftOut() throws Exception {
        TestApps app = new TestApps().set("""
                {'multimedia_map': {
                  'jr://file/commcare/image/a.png': {'multimedia_id': 'M1', 'media_type': 'CommCareImage', 'unique_id': 'u1'},
                  'jr://file/commcare/image/b.png': {'multimedia_id': 'M2', 'media_type': 'CommCareImage', 'unique_id': 'u2'}}}
                """);
        app.menu("m", "", "{'media_image': {'en': 'jr://file/commcare/image/a.png'}}")
                .form("f", "{'media_image': {'en': 'jr://file/commcare/image/b.png'}}");

        Build build = Compiler.compile(app.app(), app.sources(), app.context(1).withMedia(Set.of("M2")));

        assertThat(new BuiltFiles(build).string("media_suite.xml", "/suite/media/resource/@id"))
                .isEqualTo("media-u2-b.png");
        assertThat(build.media()).extracting(Build.MediaFile::multimediaId).containsExactly("M2");
    }

    @Test
    void aPictureIsAskedForOnlyInLanguagesThatHaveIt() throws Exception {
        TestApps app =
                new TestApps().set("{'langs': ['en', 'sw'], 'build_profiles': {'p': {'name': 'P', 'langs': ['sw']}}}");
        app.menu("m", "", "{'media_image': {'en': 'jr://file/commcare/image/a.png'}}")
                .form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.holds("suite.xml", "/suite/menu/display/text[@form='image']"))
                .isTrue();
        assertThat(files.holds("p/suite.xml", "/suite/menu/display")).isFalse();
        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @Test
    void aListThatAllHomeFormsShareComesBeforeThem() throws Exception {
        TestApps app = new TestApps();
        app.menu("a", "song", "{'put_in_root': true}").form("fa", TestApps.followsUp());
        app.menu("b", "song", "{'put_in_root': true}")
                .form("fb", TestApps.followsUp().replaceFirst("\\{", "{'post_form_workflow': 'previous_screen', "));
        app.menu("c", "", "{'put_in_root': true}").form("fc", "{}");

        assertThat(app.files().string("suite.xml", "count(/suite/entry[command/@id='m1-f0']/stack/create/datum)"))
                .as("the survey needs no case, so the list comes after the form's item")
                .isEqualTo("0");
        assertThat(app.files().string("suite.xml", "/suite/entry[command/@id='m1-f0']/stack/create/command/@value"))
                .isEqualTo("'m1-f0'");
    }

    @Test
    void itemsOfPhonesWithKeysAreNumberedAndAFormMayHaveAMark() throws Exception {
        TestApps app = new TestApps().set("{'profile': {'properties': {'cc-entry-mode': 'cc-entry-review'}}}");
        app.menu("m", "", "{'name': {'en': '1 Home'}}")
                .form("f", "{'custom_icons': [{'form': 'badge', 'text': {'en': 'New'}, 'xpath': ''}]}");

        BuiltFiles files = app.files();

        assertThat(files.text("en/app_strings.txt", "modules.m0")).contains("1 Home");
        assertThat(files.text("en/app_strings.txt", "forms.m0f0")).contains("${0} f");
        assertThat(files.text("en/app_strings.txt", "forms.m0f0.badge")).contains("New");
        assertThat(files.string("suite.xml", "/suite/entry/command/display/text[@form='badge']/locale/@id"))
                .isEqualTo("forms.m0f0.badge");
        assertThat(files.string("profile.ccpr", "/profile/property[@key='recovery-measures-url']/@value"))
                .isEqualTo("https://hq.example/a/demo/phone/recovery_measures/build1/");
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
                plain.goal(),
                language -> Map.of("login.button", "Ingia", "other.key", "Nyingine"),
                plain.previous(),
                Map.of(),
                false,
                Optional.empty());

        BuiltFiles files = new BuiltFiles(Compiler.compile(app.app(), app.sources(), known));

        assertThat(files.text("en/app_strings.txt", "login.button")).contains("Enter");
        assertThat(files.text("sw/app_strings.txt", "login.button")).contains("Ingia");
        assertThat(files.text("sw/app_strings.txt", "other.key")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is chosen and computed before a form opens, beyond what the vectors show. */
final class SessionsTest {
    private static final String FIRST = "/suite/entry[command/@id='m0-f0']";

    @Test
    void subcasesAreCountedAfterTheCaseItself() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", """
                        {'actions': {'open_case': {'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/name'}},
                          'subcases': [
                            {'case_type': 'child', 'condition': {'type': 'never'}, 'name_update': {'question_path': '/data/name'}},
                            {'case_type': 'child', 'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/name'}}]}}
                        """);

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIRST + "/session/datum[2]/@id")).isEqualTo("case_id_new_child_2");
        assertThat(files.holds(
                        "modules-0/forms-0.xml",
                        "//x:setvalue[@ref='/data/subcase_1/case/@case_id'][contains(@value, 'case_id_new_child_2')]"))
                .isTrue();
    }

    @Test
    void aFormThatHasNoCaseOfItsOwnMayOpenOthersWhichBelongToNone() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", """
                        {'actions': {'subcases': [{'case_type': 'visit', 'condition': {'type': 'always'},
                          'name_update': {'question_path': '/data/name'}}]}}
                        """);

        BuiltFiles files = app.files();

        String form = "modules-0/forms-0.xml";
        assertThat(files.string("suite.xml", FIRST + "/session/datum/@id")).isEqualTo("case_id_new_visit_0");
        assertThat(files.string(form, "//x:setvalue[@ref='/data/subcase_0/case/@case_id']/@value"))
                .endsWith("/case_id_new_visit_0");
        assertThat(files.holds(form, "//d:subcase_0/c:case/c:create")).isTrue();
        assertThat(files.holds(form, "//c:index")).isFalse();
    }

    @Test
    void theUsersOwnCaseMustBeThere() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{}").form("f", """
                        {'actions': {'usercase_update': {'condition': {'type': 'always'},
                           'update': {'phone': {'question_path': '/data/name'}}},
                          'usercase_preload': {'condition': {'type': 'always'}, 'preload': {'/data/name': 'name'}}}}
                        """);

        BuiltFiles files = app.files();

        String usercase = "instance('casedb')/casedb/case[@case_type='commcare-user']"
                + "[hq_user_id=instance('commcaresession')/session/context/userid]";
        assertThat(files.string("suite.xml", FIRST + "/session/datum[@id='usercase_id']/@function"))
                .isEqualTo(usercase + "/@case_id");
        assertThat(files.string("suite.xml", FIRST + "/assertions/assert/@test"))
                .isEqualTo("count(" + usercase + ") = 1");
        assertThat(files.string("suite.xml", FIRST + "/assertions/assert/text/locale/@id"))
                .isEqualTo("case_autoload.usercase.case_missing");
        assertThat(files.holds("modules-0/forms-0.xml", "//d:commcare_usercase/c:case/c:update/c:phone"))
                .isTrue();
        assertThat(files.string("modules-0/forms-0.xml", "//x:setvalue[@ref='/data/name']/@value"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id="
                        + "instance('commcaresession')/session/data/usercase_id]/case_name");
    }

    @Test
    void severalCasesMayBeChosenAtOnce() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}")
                .change(menu -> ((ObjectNode) menu.at("/case_details/short"))
                        .put("multi_select", true)
                        .put("max_select_value", 20))
                .form("f", "{'requires': 'case'}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIRST + "/session/instance-datum/@id"))
                .isEqualTo("selected_cases");
        assertThat(files.string("suite.xml", FIRST + "/session/instance-datum/@max-select-value"))
                .isEqualTo("20");
        assertThat(files.string("suite.xml", FIRST + "/instance[@id='selected_cases']/@src"))
                .isEqualTo("jr://instance/selected-entities/selected_cases");
    }

    @Test
    void aFormOnSeveralCasesWritesNoCaseByItselfAndKnowsWhichWereChosen() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}")
                .change(menu -> ((ObjectNode) menu.at("/case_details/short")).put("multi_select", true))
                .form("f", TestApps.followsUp());

        BuiltFiles files = app.files();

        assertThat(files.holds("modules-0/forms-0.xml", "//c:case")).isFalse();
        assertThat(files.string("modules-0/forms-0.xml", "//x:instance[@id='selected_cases']/@src"))
                .isEqualTo("jr://instance/selected-entities/selected_cases");
    }

    @Test
    void ofSeveralParentsAnyWillDo() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'parent_select': {'active': true, 'module_id': 'h'}}")
                .form("f", "{'requires': 'case'}");
        app.menu("h", "home", "{}")
                .change(menu -> ((ObjectNode) menu.at("/case_details/short")).put("multi_select", true))
                .form("g", "{'requires': 'case'}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIRST + "/session/datum/@nodeset"))
                .endsWith("[selected(join(' ', instance('parent_selected_cases')/results/value), index/parent)]");
        assertThat(files.holds("suite.xml", FIRST + "/instance[@id='parent_selected_cases']"))
                .isTrue();
    }

    @Test
    void aCaseWhoseOwnerTheFormSaysNeedsNoGroup() throws Exception {
        TestApps app = new TestApps().set("{'case_sharing': true}");
        app.menu("m", "mother", "{}").form("f", """
                        {'actions': {'open_case': {'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/name'}},
                          'update_case': {'condition': {'type': 'always'}, 'update': {'owner_id': {'question_path': '/data/name'}}}}}
                        """);

        assertThat(app.files().holds("suite.xml", FIRST + "/assertions")).isFalse();
    }

    @Test
    void aRowOfATableMayBeChosenBeforeTheCase() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", """
                        {'fixture_select': {'active': true, 'fixture_type': 'region', 'display_column': 'label',
                          'variable_column': 'code', 'xpath': 'region = $fixture_value'}}
                        """).form("f", "{'requires': 'case'}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIRST + "/session/datum[1]/@id")).isEqualTo("fixture_value_m0");
        assertThat(files.string("suite.xml", FIRST + "/session/datum[1]/@nodeset"))
                .isEqualTo("instance('item-list:region')/region_list/region");
        assertThat(files.string("suite.xml", FIRST + "/session/datum[1]/@value"))
                .isEqualTo("code");
        assertThat(files.string("suite.xml", FIRST + "/session/datum[2]/@nodeset"))
                .endsWith("[region = instance('commcaresession')/session/data/fixture_value_m0]");
        assertThat(files.string(
                        "suite.xml", "/suite/detail[@id='m0_fixture_select']/field/template/text/xpath/@function"))
                .isEqualTo("label");
        assertThat(files.holds("suite.xml", FIRST + "/instance[@id='item-list:region']"))
                .isTrue();
    }

    @Test
    void sharedCasesNeedOneGroup() throws Exception {
        TestApps app = new TestApps().set("{'case_sharing': true}");
        app.menu("m", "mother", "{}").form("f", TestApps.registers());

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIRST + "/assertions/assert/@test"))
                .isEqualTo("count(instance('groups')/groups/group) = 1");
        assertThat(files.string("modules-0/forms-0.xml", "//x:setvalue[@ref='/data/case/create/owner_id']/@value"))
                .isEqualTo("instance('groups')/groups/group/@id");
        assertThat(files.string("modules-0/forms-0.xml", "//x:instance[@id='groups']/@src"))
                .isEqualTo("jr://fixture/user-groups");
        assertThat(files.string("profile.ccpr", "/profile/property[@key='server-tether']/@value"))
                .isEqualTo("sync");
    }

    @Test
    void anInstanceThatNothingIsKnownOfRefusesTheVersion() {
        TestApps app = new TestApps();
        app.menu("m", "", "{'module_filter': \"x\"}".replace("\\", ""))
                .change(menu -> menu.put("module_filter", "instance('mystery')/x = 1"))
                .form("f", "{}");

        assertThatThrownBy(app::build)
                .isInstanceOfSatisfying(
                        CannotBuild.class,
                        refused -> assertThat(refused.sentence()).contains("mystery"));
    }

    @Test
    void anInstanceWhoseSourceTheAuthorSaysIsDeclared() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{}")
                .form(
                        "f",
                        "{'custom_instances': [{'instance_id': 'mystery', 'instance_path': 'jr://fixture/mystery'},"
                                + " {'instance_id': '', 'instance_path': 'x'}]}",
                        TestApps.source(
                                "f",
                                "<name/><x/>",
                                "<bind nodeset=\"/data/x\" calculate=\"instance('mystery')/a/b\"/>"));

        BuiltFiles files = app.files();

        assertThat(files.string("modules-0/forms-0.xml", "//x:instance[@id='mystery']/@src"))
                .isEqualTo("jr://fixture/mystery");
        assertThat(files.string("suite.xml", FIRST + "/instance[@id='mystery']/@src"))
                .as("whether the suite looks into it or not")
                .isEqualTo("jr://fixture/mystery");
    }
}

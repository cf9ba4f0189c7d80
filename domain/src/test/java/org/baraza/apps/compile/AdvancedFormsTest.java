// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.CheckContext;
import org.junit.jupiter.api.Test;

/** Forms that load and open several cases. */
final class AdvancedFormsTest {
    private static final String SESSION = "/suite/entry[command/@id='m0-f0']/session";
    private static final String DATA = "instance('commcaresession')/session/data/";

    @Test
    void aFormThatShadowsAnotherShowsItsQuestionsAndChoosesItsCasesInItsOwnWay() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'doc_type': 'AdvancedModule'}")
                .form("parent", """
                        {'doc_type': 'AdvancedForm', 'actions': {'load_update_cases': [{'case_type': 'mother',
                          'case_tag': 'a', 'case_properties': {'said': {'question_path': '/data/name'}}}]}}""")
                .form("shade", """
                        {'doc_type': 'ShadowForm', 'shadow_parent_form_id': 'parent', 'extra_actions': {
                          'load_update_cases': [{'case_type': 'mother', 'case_tag': 'a',
                            'auto_select': {'mode': 'user', 'value_key': 'mine'}}]}}""");
        BuiltFiles files = app.files();

        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .isEmpty();
        assertThat(files.string("suite.xml", "/suite/entry[command/@id='m0-f1']/form"))
                .isEqualTo("urn:parent");
        assertThat(files.string("suite.xml", "/suite/entry[command/@id='m0-f1']/session/datum/@function"))
                .contains("mine");
        assertThat(files.holds("suite.xml", "/suite/entry[command/@id='m0-f0']/session/datum/@nodeset"))
                .isTrue();
        assertThat(files.string("suite.xml", "count(/suite/xform)")).isEqualTo("1");
        assertThat(app.build().files()).doesNotContainKey("modules-0/forms-1.xml");
    }

    @Test
    void casesAreChosenInTheirOrderAndTheSecondBelongsToTheFirst() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [
                          {'case_type': 'mother', 'case_tag': 'load_mother_0', 'preload': {'/data/name': 'name'}},
                          {'case_type': 'child', 'case_tag': 'kid', 'case_index': {'tag': 'load_mother_0'},
                           'case_properties': {'weight': {'question_path': '/data/name'}},
                           'close_condition': {'type': 'always'}}]
                        """).files();

        assertThat(files.string("suite.xml", SESSION + "/datum[1]/@id")).isEqualTo("case_id_load_mother_0");
        assertThat(files.holds("suite.xml", SESSION + "/datum[1]/@detail-confirm"))
                .as("it leads to another one")
                .isFalse();
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@nodeset"))
                .endsWith("[@case_type='child'][@status='open'][index/parent=" + DATA + "case_id_load_mother_0]");
        assertThat(files.string(
                        "modules-0/forms-0.xml", "//x:bind[@nodeset='/data/case_kid/case/@case_id']/@calculate"))
                .isEqualTo(DATA + "case_id_kid");
        assertThat(files.holds("modules-0/forms-0.xml", "//d:case_kid/c:case[c:update/c:weight][c:close]"))
                .isTrue();
        assertThat(files.holds("modules-0/forms-0.xml", "//d:case_load_mother_0"))
                .as("nothing is written to it")
                .isFalse();
        assertThat(files.string("modules-0/forms-0.xml", "//x:setvalue[@ref='/data/name']/@value"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id=" + DATA + "case_id_load_mother_0]/case_name");
    }

    @Test
    void aCaseIsChosenFromTheListOfAMenuOfItsType() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'doc_type': 'AdvancedModule'}").form("f", """
                {'doc_type': 'AdvancedForm', 'actions': {'load_update_cases': [
                  {'case_type': 'mother', 'case_tag': 'a'}, {'case_type': 'child', 'case_tag': 'b'},
                  {'case_type': 'child', 'case_tag': 'c', 'details_module': 'others'},
                  {'case_type': 'goat', 'case_tag': 'd'}]}}""");
        app.menu("children", "child", "{}");
        app.menu("others", "child", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", SESSION + "/datum[1]/@detail-select"))
                .isEqualTo("m0_case_short");
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@detail-select"))
                .isEqualTo("m1_case_short");
        assertThat(files.string("suite.xml", SESSION + "/datum[3]/@detail-select"))
                .isEqualTo("m2_case_short");
        assertThat(files.string("suite.xml", SESSION + "/datum[4]/@detail-select"))
                .as("no menu lists goats")
                .isEqualTo("m0_case_short");
    }

    @Test
    void anExtensionIsOwnedByNobodyAndAQuestionMaySayTheRelationship() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [{'case_type': 'mother', 'case_tag': 'mum'}],
                        'open_cases': [
                          {'case_type': 'note', 'case_tag': 'note', 'name_update': {'question_path': '/data/name'},
                           'open_condition': {'type': 'always'},
                           'case_indices': [{'tag': 'mum', 'reference_id': 'host', 'relationship': 'extension'}]},
                          {'case_type': 'link', 'name_update': {'question_path': '/data/name'},
                           'open_condition': {'type': 'if', 'question': '/data/name', 'answer': 'x', 'operator': '='},
                           'case_indices': [{'tag': 'note', 'relationship': 'question', 'relationship_question': '/data/name'}]}]
                        """).files();

        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@id")).isEqualTo("case_id_new_note_0");
        assertThat(files.string("suite.xml", SESSION + "/datum[3]/@id")).isEqualTo("case_id_new_link_1");
        assertThat(files.string("modules-0/forms-0.xml", "//d:case_note/c:case/c:create/c:owner_id"))
                .isEqualTo("-");
        assertThat(files.string("modules-0/forms-0.xml", "//d:case_note/c:case/c:index/c:host/@relationship"))
                .isEqualTo("extension");
        assertThat(files.string(
                        "modules-0/forms-0.xml", "//x:bind[@nodeset='/data/case_note/case/index/host']/@calculate"))
                .isEqualTo(DATA + "case_id_mum");
        String link = "/data/case_open_link_1/case";
        assertThat(files.string("modules-0/forms-0.xml", "//x:bind[@nodeset='" + link + "']/@relevant"))
                .isEqualTo("/data/name = 'x'");
        assertThat(files.string("modules-0/forms-0.xml", "//x:bind[@nodeset='" + link + "/index/parent']/@calculate"))
                .isEqualTo("/data/case_note/case/@case_id");
        assertThat(files.string(
                        "modules-0/forms-0.xml",
                        "//x:bind[@nodeset='" + link + "/index/parent/@relationship']/@calculate"))
                .isEqualTo("/data/name");
    }

    @Test
    void aCaseMayBeFoundWithoutAList() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [
                          {'case_type': 'clinic', 'case_tag': 'clinic', 'auto_select': {'mode': 'user', 'value_key': 'clinic'}},
                          {'case_type': 'area', 'case_tag': 'area',
                           'auto_select': {'mode': 'case', 'value_source': 'clinic', 'value_key': 'parent'}},
                          {'case_type': 'commcare-user', 'case_tag': 'me', 'auto_select': {'mode': 'usercase'}},
                          {'case_type': 'x', 'case_tag': 'raw', 'auto_select': {'mode': 'raw', 'value_key': "'abc'"}},
                          {'case_type': 'x', 'case_tag': 'row',
                           'auto_select': {'mode': 'fixture', 'value_source': 'conf', 'value_key': 'id'}}]
                        """.replace("\"'abc'\"", "'string(1)'")).files();

        assertThat(files.string("suite.xml", SESSION + "/datum[1]/@function"))
                .isEqualTo("if(" + thereIs("clinic") + ", instance('commcaresession')/session/user/data/clinic, '')");
        String missing = "/suite/entry/assertions/assert[text/locale/@id='case_autoload.user.property_missing']";
        assertThat(files.string("suite.xml", missing + "/@test")).isEqualTo(thereIs("clinic"));
        assertThat(files.string("suite.xml", missing + "/text/locale/argument")).isEqualTo("clinic");
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@function"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id=" + DATA + "case_id_clinic]/index/parent");
        assertThat(files.string("suite.xml", SESSION + "/datum[4]/@function")).isEqualTo("string(1)");
        assertThat(files.string("suite.xml", SESSION + "/datum[5]/@function"))
                .isEqualTo("instance('item-list:conf')/conf_list/conf/id");
        assertThat(files.holds(
                        "suite.xml",
                        "/suite/entry/assertions/assert[text/locale/@id='case_autoload.fixture.exactly_one_fixture']"))
                .isTrue();
        assertThat(files.text("default/app_strings.txt", "case_autoload.user.case_missing"))
                .isPresent();
    }

    @Test
    void aRowOfATableMaySayWhichCaseIsMeant() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [{'case_type': 'clinic', 'case_tag': 'clinic', 'load_case_from_fixture':
                          {'fixture_nodeset': 'instance(1)', 'fixture_tag': 'row', 'fixture_variable': 'code', 'case_property': 'code', 'auto_select': true}}]
                        """.replace("instance(1)", "today()")).files();

        assertThat(files.string("suite.xml", SESSION + "/datum[1]/@id")).isEqualTo("row");
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@id")).isEqualTo("clinic");
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@nodeset"))
                .isEqualTo("instance('casedb')/casedb/case[@case_type='clinic'][@status='open'][code=" + DATA + "row]");
        assertThat(files.string("suite.xml", SESSION + "/datum[2]/@autoselect")).isEqualTo("true");
    }

    @Test
    void casesOfARepeatHaveIdsOfTheirOwn() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'doc_type': 'AdvancedModule'}")
                .form("f", """
                        {'doc_type': 'AdvancedForm', 'actions': {'open_cases': [
                          {'case_type': 'a', 'case_tag': 'one', 'repeat_context': '/data/r', 'name_update': {'question_path': '/data/r/n'},
                           'open_condition': {'type': 'always'}},
                          {'case_type': 'b', 'case_tag': 'two', 'repeat_context': '/data/r', 'name_update': {'question_path': '/data/r/n'},
                           'open_condition': {'type': 'always'}, 'case_indices': [{'tag': 'one'}]}]}}
                        """, TestApps.source("f", "<name/><r jr:template=\"\"><n/></r>", ""));

        BuiltFiles files = app.files();

        assertThat(files.holds("suite.xml", SESSION)).isFalse();
        assertThat(files.holds("modules-0/forms-0.xml", "//d:r[d:case_one/c:case][d:case_two/c:case]"))
                .isTrue();
        assertThat(files.string(
                        "modules-0/forms-0.xml", "//x:bind[@nodeset='/data/r/case_one/case/@case_id']/@calculate"))
                .isEqualTo("uuid()");
        assertThat(files.string(
                        "modules-0/forms-0.xml", "//x:bind[@nodeset='/data/r/case_two/case/index/parent']/@calculate"))
                .isEqualTo("/data/r/case_one/case/@case_id");
    }

    private static String thereIs(String property) {
        String data = "instance('commcaresession')/session/user/data";
        return "count(" + data + ") = 1 and count(" + data + "/" + property + ") = 1";
    }

    @Test
    void whatIsWrittenIntoAParentGoesIntoABlockOfTheParent() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [{'case_type': 'mother', 'case_tag': 'mum', 'case_properties':
                          {'seen': {'question_path': '/data/name'}, 'parent/seen': {'question_path': '/data/name'}}}]
                        """).files();

        assertThat(files.holds(
                        "modules-0/forms-0.xml",
                        "//d:case_mum[c:case/c:update[count(*)=1]/c:seen]/d:parents/d:parent/c:case/c:update/c:seen"))
                .isTrue();
        assertThat(files.string(
                        "modules-0/forms-0.xml",
                        "//x:bind[@nodeset='/data/case_mum/parents/parent/case/@case_id']/@calculate"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id=" + DATA + "case_id_mum]/index/parent");
    }

    @Test
    void theAnswerThatMakesAnExtensionSaysWhoOwnsIt() throws Exception {
        BuiltFiles files = form("""
                        'load_update_cases': [{'case_type': 'mother', 'case_tag': 'mum'}],
                        'open_cases': [{'case_type': 'link', 'case_tag': 'link', 'name_update': {'question_path': '/data/name'},
                           'open_condition': {'type': 'always'},
                           'case_indices': [{'tag': 'mum', 'relationship': 'question', 'relationship_question': '/data/name'}]}]
                        """).files();

        assertThat(files.string("modules-0/forms-0.xml", "//d:case_link/c:case/c:create/c:owner_id"))
                .isEqualTo("-");
        assertThat(files.string(
                        "modules-0/forms-0.xml",
                        "//x:bind[@nodeset='/data/case_link/case/create/owner_id']/@calculate"))
                .isEqualTo("if(/data/name = 'extension', '-', /data/meta/userID)");
        assertThat(files.string("modules-0/forms-0.xml", "//d:case_link/c:case/c:index/c:parent/@relationship"))
                .isEqualTo("@relationship");
        assertThat(files.holds("modules-0/forms-0.xml", "//d:case_link/c:case/c:update"))
                .as("nothing is updated")
                .isFalse();
    }

    @Test
    void theItemThatOnlyShowsTheListHasAVariableOfItsOwn() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'doc_type': 'AdvancedModule', 'case_list': {'show': true}}");

        assertThat(app.files().string("suite.xml", "/suite/entry[command/@id='m0-case-list']/session/datum/@id"))
                .isEqualTo("case_id_case_mother");
    }

    private static TestApps form(String actions) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{'doc_type': 'AdvancedModule'}")
                .form("f", "{'doc_type': 'AdvancedForm', 'actions': {" + actions + "}}");
        return app;
    }
}

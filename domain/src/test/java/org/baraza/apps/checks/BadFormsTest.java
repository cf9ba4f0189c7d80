// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.baraza.apps.checks.Fault.fault;
import static org.baraza.apps.checks.Fault.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a form, or with what it does to cases, is found at its place and with a sentence. */
final class BadFormsTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        fault.mustBeFound();
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        forms(all);
        cases(all);
        advanced(all);
        shadows(all);
        return all.stream();
    }

    private static void forms(List<Fault> all) {
        all.add(form("no name", "missing text", form -> form.putObject("name")));
        all.add(form("no links", "no form links", form -> form.put("post_form_workflow", "form")));
        all.add(form("a link to nowhere", "bad form link", form -> linked(form, "{'form_id': 'gone'}")));
        all.add(form("a link to no menu", "bad form link", form -> linked(form, "{'module_unique_id': 'gone'}")));
        all.add(form(
                "a link that cannot be read",
                "bad form link",
                form -> linked(form, "{'form_id': 'visit', 'xpath': '1 +'}")));
        all.add(fault("a link to a menu without a door", "form link to display only forms", "form visit", app -> {
            app.menu("flat", "", "{'put_in_root': true}").form("o", "{}");
            linked((ObjectNode) app.document().at("/modules/0/forms/0"), "{'module_unique_id': 'flat'}");
        }));
        all.add(fault("a link into a lost menu", "form link to missing root", "form visit", app -> {
            app.menu("lost", "", "{'root_module_id': 'gone'}").form("o", "{}");
            linked((ObjectNode) app.document().at("/modules/0/forms/0"), "{'form_id': 'o'}");
        }));
        all.add(form(
                "a condition that cannot be read",
                "form filter has xpath error",
                form -> form.put("form_filter", "(1")));
        all.add(form(
                "a condition on the user's case",
                "invalid user property xpath reference",
                form -> form.put("form_filter", "#user/x = 1")));
        all.add(fault("a condition before the case", "invalid case xpath reference", "form visit", app -> {
            ((ObjectNode) app.document().at("/modules/0/forms/0")).put("form_filter", "#case/x = 1");
            ((ArrayNode) app.document().at("/modules/0/forms"))
                    .add(TestApps.object("{'unique_id': 'more', 'name': {'en': 'x'}}"));
        }));
        all.add(form(
                "a condition without a case",
                "filtering without case",
                form -> form.put("requires", "none").put("form_filter", "#case/x = 1")));
        all.add(fault("no source", "blank form", "form more", app -> {
            ((ArrayNode) app.document().at("/modules/0/forms"))
                    .add(TestApps.object("{'unique_id': 'more', 'name': {'en': 'x'}, 'requires': 'case'}"));
        }));
        all.add(form("another namespace", "form error", form -> form.put("xmlns", "urn:other")));
        all.add(fault("a link that does not say enough", "error", "form visit", app -> {
            linked(
                    (ObjectNode) app.document().at("/modules/0/forms/0"),
                    "{'form_id': 'visit', 'datums': [{'name': 'other', 'xpath': '1'}]}");
        }));
        all.add(form("an unknown instance", "error", form -> form.put("form_filter", "instance('mystery')/x = 1")));
    }

    private static void cases(List<Fault> all) {
        all.add(form(
                "a condition on a property that nobody saves",
                "unknown property",
                form -> form.put("form_filter", "#case/agge > 5")));
        all.add(actions(
                "a preload of a property that nobody saves",
                "unknown property",
                "'case_preload': {'condition': {'type': 'always'}, 'preload': {'/data/name': 'agge'}}"));
        all.add(
                actions(
                        "the user's case where there are none",
                        "no user cases",
                        "'usercase_update': {'condition': {'type': 'always'}, 'update': {'x': {'question_path': '/data/name'}}}"));
        all.add(actions(
                "an illegal name",
                "update_case word illegal",
                "'update_case': {'condition': {'type': 'always'}, "
                        + "'update': {'1st': {'question_path': '/data/name'}}}"));
        all.add(actions(
                "a reserved name",
                "update_case uses reserved word",
                "'update_case': {'condition': {'type': "
                        + "'always'}, 'update': {'status': {'question_path': '/data/name'}}}"));
        all.add(actions(
                "a parent that is not chosen",
                "update_case word illegal",
                "'update_case': {'condition': {'type': "
                        + "'always'}, 'update': {'parent/x': {'question_path': '/data/name'}}}"));
        all.add(actions(
                "a question that is gone",
                "path error",
                "'update_case': {'condition': {'type': 'always'}, "
                        + "'update': {'x': {'question_path': '/data/gone'}}}"));
        all.add(actions(
                "a condition on a lost question",
                "path error",
                "'close_case': {'condition': {'type': 'if', "
                        + "'question': '/data/gone', 'answer': 'x', 'operator': '='}}"));
        all.add(actions(
                "a preload into a lost question",
                "path error",
                "'case_preload': {'condition': {'type': " + "'always'}, 'preload': {'/data/gone': 'x'}}"));
        all.add(actions(
                "a photo of the user",
                "multimedia case property not supported",
                "'usercase_update': {'condition':"
                        + " {'type': 'always'}, 'update': {'x': {'question_path': '/data/photo'}}}"));
        all.add(actions(
                "a child without a type",
                "subcase has no case type",
                "'subcases': [{'condition': {'type': "
                        + "'always'}, 'name_update': {'question_path': '/data/name'}}]"));
        all.add(actions(
                "a child without a name",
                "case_name required",
                "'subcases': [{'case_type': 'x', 'condition': " + "{'type': 'always'}}]"));
        all.add(
                actions(
                        "a child of no repeat",
                        "subcase repeat context",
                        "'subcases': [{'case_type': 'x', 'condition': "
                                + "{'type': 'always'}, 'repeat_context': '/data/name', 'name_update': {'question_path': '/data/name'}}]"));
        all.add(actions(
                "a child named in another repeat",
                "subcase repeat context",
                "'subcases': [{'case_type': 'x', "
                        + "'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/rep/inner'}}]"));
        all.add(actions(
                "a preload from an illegal name",
                "update_case word illegal",
                "'case_preload': {'condition': {'type': 'always'}, 'preload': {'/data/name': 'my prop'}}"));
        all.add(actions(
                "a preload from nothing",
                "update_case word illegal",
                "'case_preload': {'condition': {'type': 'always'}, 'preload': {'/data/name': ''}}"));
        all.add(actions(
                "a condition on no question",
                "path error",
                "'close_case': {'condition': {'type': 'if', 'question': '', 'answer': 'x', 'operator': '='}}"));
        all.add(
                actions(
                        "a property of an answer that is given repeatedly",
                        "path error",
                        "'update_case': {'condition': {'type': 'always'}, 'update': {'x': {'question_path': '/data/rep/inner'}}}"));
        all.add(fault("what is done with one case where several are chosen", "several cases", "form visit", app -> {
            ((ObjectNode) app.document().at("/modules/0/case_details/short")).put("multi_select", true);
        }));
        all.add(actions(
                "a child of an illegal type",
                "invalid case type",
                "'subcases': [{'case_type': 'my visit', 'condition': {'type': 'always'},"
                        + " 'name_update': {'question_path': '/data/name'}}]"));
        all.add(actions(
                "a child whose link has an illegal name",
                "invalid name",
                "'subcases': [{'case_type': 'visit', 'reference_id': 'my mother', 'condition': {'type': 'always'},"
                        + " 'name_update': {'question_path': '/data/name'}}]"));
        all.add(form(
                "a case without a name that belongs to none",
                "case_name required",
                form -> form.put("requires", "none")
                        .set(
                                "actions",
                                TestApps.object(
                                        "{'subcases': [{'case_type': 'x', 'condition': {'type': 'always'}}]}"))));
        all.add(form(
                "a case without a name",
                "case_name required",
                form -> form.put("requires", "none")
                        .set("actions", TestApps.object("{'open_case': {'condition': {'type': 'always'}}}"))));
    }

    private static void advanced(List<Fault> all) {
        all.add(advanced("no type", "no case type in action", "'load_update_cases': [{'case_tag': 'a'}]"));
        all.add(advanced(
                "a case of no repeat",
                "subcase repeat context",
                "'open_cases': [{'case_type': 't', 'open_condition': {'type': 'always'}, 'repeat_context': '/data/name',"
                        + " 'name_update': {'question_path': '/data/name'}}]"));
        all.add(advanced(
                "a name with a blank", "invalid name", "'load_update_cases': [{'case_tag': 'a b', 'case_type': 't'}]"));
        all.add(advanced(
                "a preload from an illegal name",
                "update_case word illegal",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': 't', 'preload': {'/data/name': '1x'}}]"));
        all.add(advanced(
                "a new case with an illegal name",
                "invalid name",
                "'open_cases': [{'case_type': 't', 'case_tag': '<x>', 'open_condition': {'type': 'always'},"
                        + " 'name_update': {'question_path': '/data/name'}}]"));
        all.add(advanced(
                "a variable with an illegal name",
                "invalid name",
                "'arbitrary_datums': [{'datum_id': 'a b', 'datum_function': '1'}]"));
        all.add(advanced(
                "an unknown parent",
                "missing parent tag",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': " + "'t', 'case_index': {'tag': 'b'}}]"));
        all.add(advanced(
                "no key",
                "auto select key",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': 't', " + "'auto_select': {'mode': 'user'}}]"));
        all.add(advanced(
                "no table",
                "auto select source",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': 't', "
                        + "'auto_select': {'mode': 'fixture', 'value_key': 'k'}}]"));
        all.add(advanced(
                "a case by a column that the table lacks",
                "unknown column",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': 't', "
                        + "'auto_select': {'mode': 'fixture', 'value_source': 'village', 'value_key': 'nme'}}]"));
        all.add(fromTable("no rows", "auto select source", "'fixture_nodeset': ''"));
        all.add(fromTable("no column of the rows", "auto select key", ROWS));
        all.add(fromTable("rows that cannot be read", "invalid filter xpath", "'fixture_nodeset': '1 +'"));
        all.add(fromTable("rows without the column", "unknown column", ROWS + ", 'fixture_variable': 'nme'"));
        all.add(advanced(
                "an unknown way",
                "auto select source",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': " + "'t', 'auto_select': {'mode': 'magic'}}]"));
        all.add(advanced(
                "no such case",
                "auto select case ref",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': "
                        + "'t', 'auto_select': {'mode': 'case', 'value_source': 'b', 'value_key': 'parent'}}]"));
        all.add(advanced(
                "a list that is gone",
                "missing module",
                "'load_update_cases': [{'case_tag': 'a', 'case_type': " + "'t', 'details_module': 'gone'}]"));
        all.add(advanced(
                "a case without a name",
                "case_name required",
                "'open_cases': [{'case_type': 't', " + "'open_condition': {'type': 'always'}}]"));
        all.add(
                advanced(
                        "an unknown relative",
                        "missing parent tag",
                        "'open_cases': [{'case_type': 't', 'name_update': "
                                + "{'question_path': '/data/name'}, 'open_condition': {'type': 'always'}, 'case_indices': [{'tag': 'b'}]}]"));
        all.add(advanced(
                "an unasked relationship",
                "missing relationship question",
                "'open_cases': [{'case_type': 't', "
                        + "'name_update': {'question_path': '/data/name'}, 'open_condition': {'type': 'always'}, 'case_indices': "
                        + "[{'tag': 'b', 'relationship': 'question'}]}]"));
    }

    private static final String ROWS =
            "'fixture_nodeset': 'instance(\\u0027item-list:village\\u0027)/village_list/village'";

    private static Fault fromTable(String name, String type, String members) {
        return advanced(
                name,
                type,
                "'load_update_cases': [{'case_tag': 'a', 'case_type': 't', " + "'load_case_from_fixture': {" + members
                        + "}}]");
    }

    private static void shadows(List<Fault> all) {
        all.add(shadow("no parent", "missing shadow parent", "'shadow_parent_form_id': ''"));
        all.add(shadow("a parent that is gone", "shadow parent does not exist", "'shadow_parent_form_id': 'gone'"));
        all.add(shadow(
                "a parent that is not advanced", "shadow parent does not exist", "'shadow_parent_form_id': 'visit'"));
        all.add(shadow(
                "a case of the parent that is not chosen",
                "missing shadow parent tag",
                "'shadow_parent_form_id': 'parent', 'extra_actions': {'load_update_cases': []}"));
        all.add(shadow(
                "a case without a type",
                "no case type in action",
                "'shadow_parent_form_id': 'parent', 'extra_actions': {'load_update_cases': [{'case_tag': 'a'}]}"));
    }

    private static Fault shadow(String name, String type, String members) {
        return fault(name, type, "form shade", app -> {
            app.menu("adv", "mother", "{'doc_type': 'AdvancedModule'}")
                    .form("parent", """
                            {'doc_type': 'AdvancedForm', 'actions': {'load_update_cases': [
                              {'case_tag': 'a', 'case_type': 'mother'}]}}""")
                    .form("shade", "{'doc_type': 'ShadowForm', " + members + "}");
        });
    }

    private static Fault actions(String name, String type, String actions) {
        return form(name, type, form -> form.set("actions", TestApps.object("{" + actions + "}")));
    }

    private static Fault advanced(String name, String type, String actions) {
        return fault(name, type, "form several", app -> {
            app.menu("adv", "t", "{'doc_type': 'AdvancedModule'}")
                    .form("several", "{'doc_type': 'AdvancedForm', 'actions': {" + actions + "}}");
        });
    }

    private static void linked(ObjectNode form, String link) {
        form.put("post_form_workflow", "form");
        form.putArray("form_links").add(TestApps.object(link));
    }
}

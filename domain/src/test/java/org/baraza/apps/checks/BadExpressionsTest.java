// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.baraza.apps.checks.Fault.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** An expression that cannot be read is found wherever an app has one. */
final class BadExpressionsTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        fault.mustBeFound();
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        conditions(all);
        lists(all);
        searches(all);
        cases(all);
        questions(all);
        return all.stream();
    }

    private static void conditions(List<Fault> all) {
        String assertion = "{'custom_assertions': [{'test': '1 +', 'text': {'en': 'No'}}]}";
        all.add(fault("a condition of the app", "error", "app", app -> app.set(assertion)));
        all.add(menu("a condition of a menu", "error", assertion));
        all.add(form("a condition of a form", "error", assertion));
        all.add(menu(
                "the condition of a button",
                "invalid filter xpath",
                "{'case_list_form': {'form_id': 'visit', 'relevancy_expression': '1 +'}}"));
        all.add(form("what a link says of a variable", "bad form link", """
                {'post_form_workflow': 'form', 'form_links': [
                  {'form_id': 'visit', 'xpath': '1', 'datums': [{'name': 'case_id', 'xpath': '1 +'}]}]}"""));
    }

    private static void lists(List<Fault> all) {
        all.add(list("the condition of a tab", tab("'relevant': '1 +'")));
        all.add(list("the list in a tab", tab("'has_nodeset': true, 'nodeset': 'x['")));
        all.add(list("the filter of a tab", tab("'has_nodeset': true, 'nodeset': 'x', 'nodeset_filter': '1 +'")));
        all.add(list("a variable", "{'custom_variables_dict': {'a': '1 +'}}"));
        all.add(list("a column", column("'useXpathExpression': true, 'field': '1 +'")));
        all.add(list("the filter of a column", column("'field': 'name', 'format': 'filter', 'filter_xpath': '1 +'")));
        all.add(
                list(
                        "a condition of a mapping",
                        column(
                                "'field': 'name', 'format': 'conditional-enum', 'enum': [{'key': 'x = ', 'value': {'en': 'a'}}]")));
        all.add(fault(
                "a calculated order",
                "invalid sort field",
                "module m",
                app -> change(
                        app,
                        "/modules/0/case_details/short",
                        "{'sort_elements': [{'field': 'name', 'sort_calculation': '1 +'}]}")));
        all.add(menu("the filter by a row", "invalid filter xpath", """
                {'fixture_select': {'active': true, 'fixture_type': 'village', 'display_column': 'name',
                  'variable_column': 'id', 'xpath': '$fixture_value = '}}"""));
    }

    private static String tab(String members) {
        return "{'tabs': [{'header': {'en': 'Tab'}, 'starting_index': 0, " + members + "}]}";
    }

    private static String column(String members) {
        return "{'columns': [{'header': {'en': 'Column'}, " + members + "}]}";
    }

    private static Fault list(String name, String members) {
        return fault(
                name, "invalid filter xpath", "module m", app -> change(app, "/modules/0/case_details/long", members));
    }

    private static void searches(List<Fault> all) {
        all.add(search("the filter of what is found", "'search_filter': '1 +'"));
        all.add(search("when there is a button", "'search_button_display_condition': '1 +'"));
        all.add(search("when a case is claimed", "'additional_relevant': '1 +'"));
        all.add(search("owners to leave out", "'blacklisted_owner_ids_expression': '1 +'"));
        all.add(search("a fixed filter", "'default_properties': [{'property': 'x', 'defaultValue': '1 +'}]"));
        all.add(search("a default", field("'default_value': '1 +'")));
        all.add(search("when an answer is required", field("'required': {'test': '1 +', 'text': {'en': 'a'}}")));
        all.add(search("a validation", field("'validations': [{'test': '1 +', 'text': {'en': 'a'}}]")));
        all.add(search(
                "choices",
                field("'input_': 'select1', 'itemset': {'instance_id': 'item-list:village', 'nodeset': 'x[',"
                        + " 'label': 'name', 'value': 'id'}")));
    }

    private static String field(String members) {
        return "'properties': [{'name': 'age', 'label': {'en': 'Age'}, " + members + "}]";
    }

    private static Fault search(String name, String members) {
        String properties = members.startsWith("'properties'") ? "" : ", " + field("'hint': {}");
        return menu(name, "invalid filter xpath", "{'search_config': {" + members + properties + "}}");
    }

    private static void cases(List<Fault> all) {
        all.add(advanced("a variable", "error", "'arbitrary_datums': [{'datum_id': 'a', 'datum_function': '1 +'}]"));
        all.add(advanced("the variable of a row", "error", """
                'load_update_cases': [{'case_tag': 'a', 'case_type': 't', 'load_case_from_fixture': {
                  'fixture_nodeset': 'x', 'fixture_tag': 'row', 'fixture_variable': 'id', 'case_property': 'id',
                  'arbitrary_datum_id': 'b', 'arbitrary_datum_function': '1 +'}}]"""));
        all.add(advanced("a case's id", "auto select key", """
                'load_update_cases': [{'case_tag': 'a', 'case_type': 't',
                  'auto_select': {'mode': 'raw', 'value_key': '1 +'}}]"""));
    }

    private static Fault advanced(String name, String type, String actions) {
        return fault(
                name,
                type,
                "form several",
                app -> app.menu("adv", "t", "{'doc_type': 'AdvancedModule'}")
                        .form("several", "{'doc_type': 'AdvancedForm', 'actions': {" + actions + "}}"));
    }

    private static void questions(List<Fault> all) {
        for (String logic : List.of("relevant", "constraint", "required", "readonly", "calculate")) {
            all.add(question("as " + logic, "<bind nodeset=\"/data/x\" " + logic + "=\"1 +\"/>", ""));
        }
        all.add(question("a first value", "<setvalue event=\"xforms-ready\" ref=\"/data/x\" value=\"1 +\"/>", ""));
        all.add(question("choices", "", """
                <select1 ref="/data/x"><label>x</label><itemset nodeset="instance('item-list:village')/x["><label ref="a"/>
                <value ref="a"/></itemset></select1>"""));
        all.add(
                question(
                        "how often",
                        "",
                        "<group><repeat nodeset=\"/data/rep\" jr:count=\"1 +\"><input ref=\"/data/rep/inner\"/></repeat></group>"));
        all.add(question(
                "within a label", "", "<input ref=\"/data/x\"><label><output value=\"1 +\"/></label></input>"));
        all.add(question("within a text that nobody shows", """
                <itext><translation lang="en" default=""><text id="unused"><value><output value="1 +"/></value></text>
                </translation></itext>""", ""));
    }

    private static Fault question(String name, String model, String body) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), Fault.visit(model, body));
        return new Fault(name, app, "validation error", "form visit");
    }

    private static Fault menu(String name, String type, String members) {
        return fault(name, type, "module m", app -> change(app, "/modules/0", members));
    }

    private static Fault form(String name, String type, String members) {
        return fault(name, type, "form visit", app -> change(app, "/modules/0/forms/0", members));
    }

    private static void change(TestApps app, String place, String members) {
        ((ObjectNode) app.document().at(place)).setAll(TestApps.object(members));
    }
}

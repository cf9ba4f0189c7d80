// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.baraza.apps.checks.Fault.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a menu is found, at its place and with a sentence. */
final class BadMenusTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        fault.mustBeFound();
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        menus(all);
        return all.stream();
    }

    private static void menus(List<Fault> all) {
        all.add(menu(
                "an empty tile",
                "invalid tile configuration",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("case_tile_template", "custom")));
        all.add(menu(
                "a hashtag that means nothing", "unknown hashtag", menu -> menu.put("module_filter", "#rain = 1")));
        all.add(menu(
                "a date in no format",
                "invalid filter xpath",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("filter", "format-date(x, '%Q') = 1")));
        all.add(menu(
                "a tile of an unknown layout",
                "invalid tile configuration",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("case_tile_template", "mosaic")));
        all.add(menu(
                "a tab without a name",
                "missing text",
                menu -> ((ObjectNode) menu.at("/case_details/long"))
                        .putArray("tabs")
                        .add(TestApps.object("{'starting_index': 0}"))));
        all.add(menu(
                "a column without its expression",
                "invalid column",
                menu -> ((ObjectNode) menu.at("/case_details/short/columns/0"))
                        .put("useXpathExpression", true)
                        .put("field", "")));
        all.add(menu(
                "a mapping to nothing",
                "missing text",
                menu -> ((ObjectNode) menu.at("/case_details/short/columns/0"))
                        .put("format", "enum")
                        .putArray("enum")
                        .add(TestApps.object("{'key': 'a', 'value': {}}"))));
        all.add(menu(
                "a filter by a property that nobody saves",
                "unknown property",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("filter", "agge > 5")));
        all.add(menu(
                "a column of a property that nobody saves",
                "unknown property",
                menu -> ((ObjectNode) menu.at("/case_details/short/columns/0")).put("field", "agge")));
        all.add(menu(
                "a column that looks for a property of the type that nobody saves",
                "unknown property",
                menu -> ((ObjectNode) menu.at("/case_details/short/columns/0"))
                        .put("useXpathExpression", true)
                        .put("field", "count(instance('casedb')/casedb/case[@case_type = 'mother'][agge = 1]/agge)")));
        all.add(menu(
                "a filter by an unknown table",
                "unknown table",
                menu -> ((ObjectNode) menu.at("/case_details/short"))
                        .put("filter", "age = instance('item-list:z')/z_list/z/age")));
        for (String path : new String[] {"village/nme", "village[nme = 'a']/name", "village[contains(nme, 'a')]"}) {
            all.add(menu(
                    "a filter by a column that a table lacks: " + path,
                    "unknown column",
                    menu -> ((ObjectNode) menu.at("/case_details/short"))
                            .put("filter", "age = instance('item-list:village')/village_list/" + path)));
        }
        all.add(menu(
                "a row with a column that the table lacks",
                "unknown column",
                menu -> menu.set(
                        "fixture_select",
                        TestApps.object("{'active': true, 'fixture_type': 'village', 'display_column': 'nme',"
                                + " 'variable_column': 'id'}"))));
        all.add(Fault.fault(
                "no columns in the list of another menu that a form chooses from",
                "no case detail",
                "module goats",
                app -> {
                    app.menu("goats", "goat", "{'case_details': {}}").form("look", "{}");
                    app.menu("adv", "mother", "{'doc_type': 'AdvancedModule'}").form("several", """
                            {'doc_type': 'AdvancedForm', 'actions': {'load_update_cases': [
                              {'case_tag': 'a', 'case_type': 'goat'}]}}""");
                }));
        all.add(menu("no type", "no case type", menu -> menu.put("case_type", "")));
        all.add(menu("a strange type", "no case type", menu -> menu.put("case_type", "a b")));
        all.add(menu(
                "a list without columns",
                "no case detail",
                menu -> ((ObjectNode) menu.at("/case_details/short")).putArray("columns")));
        all.add(menu("no name", "missing text", menu -> menu.putObject("name")));
        all.add(menu("a parent that is gone", "unknown root", menu -> menu.put("root_module_id", "gone")));
        all.add(menu("standing in itself", "root cycle", menu -> menu.put("root_module_id", "m")));
        all.add(menu(
                "its own parent's list",
                "parent cycle",
                menu -> menu.set("parent_select", TestApps.object("{'active': true, 'module_id': 'm'}"))));
        all.add(menu(
                "a parent list that is gone",
                "missing module",
                menu -> menu.set("parent_select", TestApps.object("{'active': true, 'module_id': 'gone'}"))));
        all.add(menu(
                "a registration that is gone",
                "case list form missing",
                menu -> menu.set("case_list_form", TestApps.object("{'form_id': 'gone', 'label': {'en': 'New'}}"))));
        all.add(menu(
                "a visit as registration",
                "case list form not registration",
                menu -> menu.set("case_list_form", TestApps.object("{'form_id': 'visit', 'label': {'en': 'New'}}"))));
        all.add(menu(
                "a registration without a name",
                "missing text",
                menu -> menu.set("case_list_form", TestApps.object("{'form_id': 'visit'}"))));
        all.add(menu(
                "a list item without a name",
                "missing text",
                menu -> menu.set("case_list", TestApps.object("{'show': true}"))));
        all.add(menu(
                "a condition that cannot be read",
                "module filter has xpath error",
                menu -> menu.put("module_filter", "1 = = 2")));
        all.add(menu(
                "a condition on a case",
                "module filter has xpath error",
                menu -> menu.put("module_filter", "#case/x = 1")));
        all.add(menu(
                "a filter that cannot be read",
                "invalid filter xpath",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("filter", "x = ")));
        all.add(menu(
                "an unknown function",
                "unknown function",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("filter", "frobnicate(x)")));
        all.add(menu(
                "too few arguments",
                "invalid filter xpath",
                menu -> ((ObjectNode) menu.at("/case_details/short")).put("filter", "if(x, 1)")));
        all.add(menu(
                "a sort by nothing",
                "invalid sort field",
                menu -> ((ObjectNode) menu.at("/case_details/short"))
                        .putArray("sort_elements")
                        .add(TestApps.object("{'field': 'a b'}"))));
        all.add(menu(
                "a column of no property",
                "invalid column",
                menu -> ((ObjectNode) menu.at("/case_details/short/columns/0")).put("field", "a b")));
        all.add(menu(
                "a row without a table",
                "fixture select incomplete",
                menu -> menu.set("fixture_select", TestApps.object("{'active': true}"))));
        all.add(
                menu(
                        "a row of an unknown table",
                        "unknown table",
                        menu -> menu.set(
                                "fixture_select",
                                TestApps.object(
                                        "{'active': true, 'fixture_type': 'x', 'display_column': 'a', 'variable_column': 'b'}"))));
        all.add(menu(
                "training in a menu",
                "training module child",
                menu -> menu.put("is_training_module", true).put("root_module_id", "other")));
        all.add(fault("training that holds menus", "training module parent", "module m", app -> {
            app.menu("other", "", "{'root_module_id': 'm'}").form("o", "{}");
            ((ObjectNode) app.document().at("/modules/0")).put("is_training_module", true);
        }));
        all.add(fault("nothing to show", "no forms or case list", "module empty", app -> {
            app.menu("empty", "", "{}");
        }));
        all.add(fault("cases that are their own ancestors", "circular case hierarchy", "module m", app -> {
            app.menu("n", "child", "{'parent_select': {'active': true, 'module_id': 'm'}}")
                    .form("o", TestApps.followsUp());
            ((ObjectNode) app.document().at("/modules/0"))
                    .set("parent_select", TestApps.object("{'active': true, 'module_id': 'n'}"));
        }));
        all.add(fault("a picture nobody uploaded", "missing media", "module m", app -> {
            ((ObjectNode) app.document().at("/modules/0"))
                    .putObject("media_image")
                    .put("en", "jr://file/commcare/x.png");
        }));
        all.add(extra("no source id", "no source module id", "{'doc_type': 'ShadowModule'}"));
        all.add(extra(
                "a source that is gone", "missing module", "{'doc_type': 'ShadowModule', 'source_module_id': 'x'}"));
        all.add(extra(
                "a parent that is gone",
                "shadow parent does not exist",
                "{'doc_type': 'ShadowModule', 'source_module_id': 'm', 'root_module_id': 'x'}"));
        all.add(fault("a shadow outside", "shadow outside", "module s", app -> {
            app.menu("in", "", "{'root_module_id': 'm'}").form("o", "{}");
            app.menu("s", "", "{'doc_type': 'ShadowModule', 'source_module_id': 'in', 'shadow_module_version': 2}");
        }));
        all.add(extra("no reports", "no reports", "{'doc_type': 'ReportModule'}"));
        all.add(extra(
                "a report that is gone",
                "report config ref invalid",
                "{'doc_type': 'ReportModule', 'report_configs': [{'report_id': 'r2', 'uuid': 'a'}]}"));
        all.add(
                extra(
                        "a report twice",
                        "report config id duplicated",
                        "{'doc_type': 'ReportModule', 'report_configs': [{'report_id': 'r1', 'uuid': 'a'}, {'report_id': 'r1', 'uuid': 'a'}]}"));
    }

    private static Fault menu(String name, String type, Consumer<ObjectNode> change) {
        return fault(name, type, "module m", app -> {
            change.accept((ObjectNode) app.document().at("/modules/0"));
        });
    }

    private static Fault extra(String name, String type, String members) {
        return fault(name, type, "module extra", app -> {
            app.menu("extra", "", members);
        });
    }
}

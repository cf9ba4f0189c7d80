// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each check fires, at its place and with a sentence. */
final class BadAppsTest {
    private static final CheckContext KNOWN = new CheckContext(
            Optional.of(Set.of("village")), Optional.of(Set.of("r1")), Optional.of(Set.of("u1")), false);

    /** One fault, what it is called, and where it must be found. */
    record Fault(String name, TestApps app, String type, String place) {
        @Override
        public String toString() {
            return type + ": " + name;
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        List<Problem> problems = AppChecks.of(fault.app().app(), fault.app().sources(), KNOWN);

        assertThat(problems).as("all that was found: %s", problems).anySatisfy(problem -> {
            assertThat(problem.type()).isEqualTo(fault.type());
            assertThat(problem.place().toString()).contains(fault.place());
            assertThat(problem.sentence()).hasSizeGreaterThan(15).doesNotContain("null");
        });
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        all.add(new Fault("an empty app", new TestApps(), "no modules", "app"));
        all.add(fault("a blank language", "empty lang", "app", app -> app.set("{'langs': ['en', ' ']}")));
        all.add(fault(
                "a language of a profile",
                "empty lang",
                "app",
                app -> app.set("{'build_profiles': {'p': {'name': 'Coast', 'langs': ['sw']}}}")));
        all.add(fault("two forms of one namespace", "duplicate xmlns", "form second", app -> {
            app.menu("other", "", "{}")
                    .form("second", "{'xmlns': 'urn:visit'}", TestApps.source("visit", "<name/>", ""));
        }));
        all.add(fault(
                "a strange password format",
                "password_format",
                "app",
                app -> app.set("{'profile': {'properties': {'password_format': 'z'}}}")));
        all.add(fault(
                "sharing against the settings",
                "case_sharing",
                "app",
                app -> app.set("{'case_sharing': true, 'profile': {'properties': {'server-tether': 'push-only'}}}")));
        all.add(fault(
                "a practice user who left",
                "practice user config error",
                "app",
                app -> app.set("{'practice_mobile_worker_id': 'u9'}")));
        menus(all);
        forms(all);
        cases(all);
        advanced(all);
        sources(all);
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
        all.add(extra("no source id", "no source module id", "{'doc_type': 'ShadowModule'}"));
        all.add(extra(
                "a source that is gone", "missing module", "{'doc_type': 'ShadowModule', 'source_module_id': 'x'}"));
        all.add(extra(
                "a parent that is gone",
                "shadow parent does not exist",
                "{'doc_type': 'ShadowModule', 'source_module_id': 'm', 'root_module_id': 'x'}"));
        all.add(fault("a shadow outside", "missing shadow parent", "module s", app -> {
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
        all.add(form(
                "a case without a name",
                "case_name required",
                form -> form.put("requires", "none")
                        .set("actions", TestApps.object("{'open_case': {'condition': {'type': 'always'}}}"))));
    }

    private static void advanced(List<Fault> all) {
        all.add(advanced("no type", "no case type in action", "'load_update_cases': [{'case_tag': 'a'}]"));
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

    private static void sources(List<Fault> all) {
        all.add(source("no XML", "invalid xml", "<h:html"));
        all.add(source("nothing", "blank form", TestApps.source("visit", "", "")));
        all.add(model("logic that cannot be read", "validation error", "<bind nodeset=\"/data/x\" relevant=\"1 +\"/>"));
        all.add(model("an unknown question", "unknown question", "<bind nodeset=\"/data/x\" calculate=\"/data/y\"/>"));
        all.add(model("an unknown function", "unknown function", "<bind nodeset=\"/data/x\" calculate=\"foo()\"/>"));
        all.add(model(
                "an unknown table",
                "unknown table",
                "<bind nodeset=\"/data/x\" calculate=\"instance('item-list:z')/a\"/>"));
        all.add(
                model(
                        "a circle",
                        "cyclic logic",
                        "<bind nodeset=\"/data/x\" calculate=\"/data/photo\"/><bind nodeset=\"/data/photo\" calculate=\"../x\"/>"));
        all.add(model(
                "a group that hides its own key",
                "cyclic logic",
                "<bind nodeset=\"/data/rep\" relevant=\"/data/rep/inner = 1\"/>"));
        all.add(model("a rule for nothing", "path error", "<bind nodeset=\"/data/gone\"/>"));
        all.add(model(
                "a value for nothing",
                "path error",
                "<setvalue event=\"xforms-ready\" ref=\"/data/gone\" value=\"1\"/>"));
        all.add(model(
                "a strange moment", "validation error", "<setvalue event=\"later\" ref=\"/data/x\" value=\"1\"/>"));
        all.add(model("a strange part", "validation error", "<strange/>"));
        all.add(model(
                "a text that is not there",
                "missing text",
                "<bind nodeset=\"/data/x\" jr:constraintMsg=\"jr:itext('gone')\"/>"));
        all.add(body("no choices", "validation error", "<select1 ref=\"/data/x\"><label>x</label></select1>"));
        all.add(body("an answer to nowhere", "path error", "<input ref=\"/data/gone\"/>"));
        all.add(body(
                "two of one value",
                "duplicate choice",
                "<select1 ref=\"/data/x\"><item><label>a</label><value>a</value></item>"
                        + "<item><label>b</label><value>a</value></item></select1>"));
        all.add(fault("a picture nobody uploaded", "missing media", "module m", app -> {
            ((ObjectNode) app.document().at("/modules/0"))
                    .putObject("media_image")
                    .put("en", "jr://file/commcare/x.png");
        }));
    }

    @Test
    void aFormWithoutACaseCannotSpeakOfOne() {
        TestApps app = new TestApps();
        app.menu("m", "", "{}")
                .form(
                        "f",
                        "{}",
                        TestApps.source("f", "<name/><x/>", "<bind nodeset=\"/data/x\" calculate=\"#case/y\"/>"));

        assertThat(AppChecks.ofForm(app.app(), app.sources(), CheckContext.NOTHING_KNOWN, "f"))
                .extracting(Problem::type)
                .containsExactly("unknown case");
    }

    @Test
    void theAppThatTheFaultsArePutIntoIsGood() {
        TestApps good = good();

        assertThat(AppChecks.of(good.app(), good.sources(), KNOWN)).isEmpty();
    }

    private static TestApps good() {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), visit("", ""));
        return app;
    }

    private static String visit(String model, String body) {
        return TestApps.source("visit", "<name/><x/><photo/><rep><inner/></rep>", model)
                .replace(
                        "</h:body>",
                        "<upload ref=\"/data/photo\" mediatype=\"image/*\"/><group ref=\"/data/rep\"><repeat nodeset=\"/data/rep\">"
                                + "<input ref=\"/data/rep/inner\"/></repeat></group>" + body + "</h:body>");
    }

    private static Fault fault(String name, String type, String place, Consumer<TestApps> change) {
        TestApps app = good();
        change.accept(app);
        return new Fault(name, app, type, place);
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

    private static Fault form(String name, String type, Consumer<ObjectNode> change) {
        return fault(name, type, "form visit", app -> {
            change.accept((ObjectNode) app.document().at("/modules/0/forms/0"));
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

    private static Fault source(String name, String type, String source) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), source);
        return new Fault(name, app, type, "form visit");
    }

    private static Fault model(String name, String type, String model) {
        return source(name, type, visit(model, ""));
    }

    private static Fault body(String name, String type, String body) {
        return source(name, type, visit("", body));
    }

    private static void linked(ObjectNode form, String link) {
        form.put("post_form_workflow", "form");
        form.putArray("form_links").add(TestApps.object(link));
    }
}

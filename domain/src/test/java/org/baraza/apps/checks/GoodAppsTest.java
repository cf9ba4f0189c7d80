// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.baraza.apps.AppVectors;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class GoodAppsTest {

    @ParameterizedTest
    @ValueSource(strings = {"01-chw", "02-household", "03-survey"})
    void nothingIsWrongWithTheAppsOfTheVectors(String name) {
        AppImport.Imported imported = AppVectors.imported(name);

        assertThat(AppChecks.of(
                        App.of(imported.document()), FormSources.of(imported.sources()), CheckContext.NOTHING_KNOWN))
                .isEmpty();
    }

    @Test
    void pathsInTextsAndListsOfChoicesAreLookedForFromTheirQuestion() {
        String model = """
                <instance id="t" src="jr://fixture/item-list:t"/><itext><translation lang="en" default="">
                <text id="name-label"><value>Who, <output value="../region"/>?</value></text>
                <text id="unused"><value><output value="../nowhere"/></value></text></translation></itext>
                """;
        String source = TestApps.source("visit", "<name/><region/><ward/>", model)
                .replace("<label>Name</label>", "<label ref=\"jr:itext('name-label')\"/>")
                .replace(
                        "</h:body>",
                        "<select1 ref=\"/data/ward\"><label>In <output value=\"../region\"/></label>"
                                + "<itemset nodeset=\"instance('t')/t_list/t[region = current()/../region]\">"
                                + "<label ref=\"name\"/><value ref=\"id\"/></itemset></select1></h:body>");

        assertThat(errors(source)).isEmpty();
        assertThat(errors(source.replace("current()/../region", "current()/../nothing")))
                .anySatisfy(problem -> assertThat(problem.type()).isEqualTo("unknown question"));
        assertThat(errors(source.replace("Who, <output value=\"../region\"/>", "<output value=\"../nothing\"/>")))
                .anySatisfy(problem -> assertThat(problem.type()).isEqualTo("unknown question"));
    }

    private static List<Problem> errors(String source) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), source);
        return errors(app);
    }

    private static List<Problem> errors(TestApps app) {
        return AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void whatIsSaidOfOneCaseIsWorthAWordWhereSeveralAreChosen() {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}")
                .change(menu -> ((ObjectNode) menu.at("/case_details/short")).put("multi_select", true))
                .form("visit", TestApps.followsUp());

        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .extracting(Problem::type, Problem::severity)
                .containsExactly(tuple("several cases", Severity.WARNING));
    }

    @Test
    void aChoiceTwiceIsWorthAWordAndStopsNothing() {
        String source = TestApps.source("visit", "<name/><x/>", "").replace("</h:body>", """
                        <select1 ref="/data/x"><label>X</label><item><label>A</label><value>a</value></item>
                        <item><label>B</label><value>a</value></item></select1></h:body>
                        """);

        assertThat(errors(source)).isEmpty();
    }

    @Test
    void namesThatAreMissingAreTheUsualOnes() throws Exception {
        TestApps app = new TestApps().set("{'langs': ['sw']}");
        app.menu(
                        "m",
                        "mother",
                        "{'name': {'en': 'Mothers'}, 'case_list': {'show': true}, 'case_list_form': {'form_id': 'new'}}")
                .form("new", TestApps.registers())
                .form("visit", TestApps.followsUp());

        assertThat(errors(app)).isEmpty();
        assertThat(app.files().text("sw/app_strings.txt", "case_lists.m0")).contains("Case List");
        assertThat(app.files().text("sw/app_strings.txt", "case_list_form.m0")).contains("Create a new Case");
        assertThat(app.files().text("sw/app_strings.txt", "modules.m0"))
                .as("the app does not speak English any more")
                .contains("Mothers");
    }

    @Test
    void aListMayOfferAFormThatMakesItsCasesBelowOthers() throws Exception {
        TestApps app = new TestApps();
        app.menu("homes", "home", "{}").form("admit", """
                        {'requires': 'case', 'actions': {'subcases': [{'case_type': 'member', 'condition': {'type': 'always'},
                          'name_update': {'question_path': '/data/name'}}]}}
                        """);
        app.menu(
                        "members",
                        "member",
                        "{'parent_select': {'active': true, 'module_id': 'homes'}, 'case_list_form': {'form_id': 'admit', 'label': {'en': 'New'}}}")
                .form("visit", TestApps.followsUp());

        assertThat(errors(app)).isEmpty();
        BuiltFiles files = app.files();
        String push = "/suite/detail[@id='m1_case_short']/action/stack/push";
        assertThat(files.string("suite.xml", push + "/datum[@id='case_id']/@value"))
                .as("the home that was chosen before the list")
                .isEqualTo("instance('commcaresession')/session/data/parent_id");
        assertThat(files.string("suite.xml", "/suite/entry[command/@id='m0-f0']/stack/create[1]/@if"))
                .contains("session/data/case_id_new_member_0]) > 0");
    }
}

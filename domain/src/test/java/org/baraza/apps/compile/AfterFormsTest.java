// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where forms lead, beyond what the vectors show. */
final class AfterFormsTest {
    private static final String DATA = "instance('commcaresession')/session/data/";

    @Test
    void aLinkMatchesTheCasesOfItsTargetByType() throws Exception {
        BuiltFiles files =
                linked("{'form_id': 'visit', 'xpath': '/data/x = 1'}", "module").files();

        String create = "/suite/entry[command/@id='m0-f0']/stack/create[1]";
        assertThat(files.string("suite.xml", create + "/@if")).isEqualTo("/data/x = 1");
        assertThat(files.string("suite.xml", create + "/command[1]/@value")).isEqualTo("'m1'");
        assertThat(files.string("suite.xml", create + "/datum[@id='case_id']/@value"))
                .isEqualTo(DATA + "case_id_new_mother_0");
        assertThat(files.string("suite.xml", create + "/command[2]/@value")).isEqualTo("'m1-f0'");
    }

    @Test
    void aLinkLeavesOutWhatOnlyTheUpperMenuHasPutIn() throws Exception {
        TestApps app = new TestApps();
        app.menu("songs", "song", "{}").form("new_song", TestApps.registers()).form("edit_song", TestApps.followsUp());
        app.menu(
                        "shows",
                        "show",
                        "{'root_module_id': 'songs', 'parent_select': {'active': true, 'module_id': 'songs'}}")
                .form("edit_show", TestApps.followsUp());
        ObjectNode form = (ObjectNode) app.document().at("/modules/1/forms/0");
        form.put("post_form_workflow", "form");
        form.putArray("form_links").add(TestApps.object("{'form_id': 'edit_song'}"));

        BuiltFiles files = app.files();

        String entry = "/suite/entry[command/@id='m1-f0']";
        assertThat(files.string("suite.xml", entry + "/session/datum[1]/@id")).isEqualTo("case_id_new_song_0");
        assertThat(files.string("suite.xml", entry + "/stack/create/datum[@id='case_id']/@value"))
                .isEqualTo(DATA + "parent_id");
    }

    @Test
    void withoutALinkThatHoldsTheFallbackIsTaken() throws Exception {
        BuiltFiles files =
                linked("{'form_id': 'visit', 'xpath': '/data/x = 1'}", "module").files();

        String create = "/suite/entry[command/@id='m0-f0']/stack/create[2]";
        assertThat(files.string("suite.xml", create + "/@if")).isEqualTo("not(/data/x = 1)");
        assertThat(files.string("suite.xml", create + "/command/@value")).isEqualTo("'m0'");
    }

    @Test
    void theAuthorMaySayWhereVariablesComeFrom() throws Exception {
        BuiltFiles files = linked(
                        "{'form_id': 'visit', 'datums': [{'name': 'case_id', 'xpath': '/data/which'}]}", "module")
                .files();

        assertThat(files.string("suite.xml", "/suite/entry[command/@id='m0-f0']/stack/create/datum/@value"))
                .isEqualTo("/data/which");
        assertThat(files.string("suite.xml", "count(/suite/entry[command/@id='m0-f0']/stack/create)"))
                .as("a link that is always taken needs no fallback")
                .isEqualTo("1");
    }

    @Test
    void besideALinkThatIsAlwaysTakenTheFallbackStaysAsTheOtherLinksSay() throws Exception {
        TestApps app = linked("{'form_id': 'visit', 'xpath': '/data/x = 1'}", "module");
        ((ArrayNode) app.document().at("/modules/0/forms/0/form_links")).add(TestApps.object("{'form_id': 'visit'}"));

        BuiltFiles files = app.files();

        String create = "/suite/entry[command/@id='m0-f0']/stack/create";
        assertThat(files.holds("suite.xml", create + "[2][not(@if)]")).isTrue();
        assertThat(files.string("suite.xml", create + "[3]/@if")).isEqualTo("not(/data/x = 1)");
    }

    @Test
    void whatTheAuthorForgotRefusesTheVersion() {
        TestApps app = linked("{'form_id': 'visit', 'datums': [{'name': 'other', 'xpath': '1'}]}", "module");

        assertThatThrownBy(app::build).isInstanceOfSatisfying(CannotBuild.class, refused -> {
            assertThat(refused.place()).isEqualTo("m0-f0");
            assertThat(refused.sentence()).contains("case_id");
        });
    }

    @Test
    void aLinkMayLeadToAMenu() throws Exception {
        BuiltFiles files = linked("{'module_unique_id': 'visits'}", "default").files();

        assertThat(files.string("suite.xml", "/suite/entry[command/@id='m0-f0']/stack/create/command/@value"))
                .isEqualTo("'m1'");
    }

    @Test
    void backToTheListMeansWhetherACaseWasMadeOrNot() throws Exception {
        TestApps app = new TestApps();
        app.menu("register", "mother", "{}").form("new", TestApps.registers());
        app.menu(
                        "visits",
                        "mother",
                        "{'case_list_form': {'form_id': 'new', 'label': {'en': 'New'}, 'post_form_workflow': 'case_list'}}")
                .form("visit", TestApps.followsUp());

        BuiltFiles files = app.files();

        String create = "/suite/entry[command/@id='m0-f0']/stack/create";
        assertThat(files.string("suite.xml", "count(" + create + ")")).isEqualTo("1");
        assertThat(files.string("suite.xml", create + "/@if"))
                .isEqualTo("count(" + DATA + "return_to) = 1 and " + DATA + "return_to = 'm1'");
        assertThat(files.string("suite.xml", "count(" + create + "/*)")).isEqualTo("1");
    }

    @Test
    void theParentMenuComesWithWhatIsChosenThere() throws Exception {
        TestApps app = new TestApps();
        app.menu("mothers", "mother", "{}").form("edit", TestApps.followsUp());
        app.menu("visits", "mother", "{'root_module_id': 'mothers'}").form("visit", TestApps.followsUp());
        ((ObjectNode) app.document().at("/modules/1/forms/0")).put("post_form_workflow", "parent_module");

        BuiltFiles files = app.files();

        String create = "/suite/entry[command/@id='m1-f0']/stack/create";
        assertThat(files.string("suite.xml", create + "/command/@value")).isEqualTo("'m0'");
        assertThat(files.string("suite.xml", create + "/datum/@value")).isEqualTo(DATA + "case_id");
    }

    private static TestApps linked(String link, String fallback) {
        TestApps app = new TestApps();
        app.menu("register", "mother", "{}").form("new", TestApps.registers());
        app.menu("visits", "mother", "{}").form("visit", TestApps.followsUp());
        ObjectNode form = (ObjectNode) app.document().at("/modules/0/forms/0");
        form.put("post_form_workflow", "form").put("post_form_workflow_fallback", fallback);
        form.putArray("form_links").add(TestApps.object(link));
        return app;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Menus in menus: the user has come through the upper one, so what was chosen there is kept. */
final class ChildMenusTest {

    @Test
    void theChildsVariablesTakeTheNamesOfThoseThatWereChosenAbove() throws Exception {
        BuiltFiles files = songsAndShows().files();

        String session = "/suite/entry[command/@id='m1-f0']/session";
        assertThat(files.string("suite.xml", session + "/datum[1]/@id")).isEqualTo("case_id");
        assertThat(files.string("suite.xml", session + "/datum[1]/@nodeset")).contains("@case_type='song'");
        assertThat(files.string("suite.xml", session + "/datum[2]/@id")).isEqualTo("case_id_show");
        assertThat(files.string("suite.xml", session + "/datum[2]/@nodeset"))
                .endsWith("[index/parent=instance('commcaresession')/session/data/case_id]");
        assertThat(files.string("modules-1/forms-0.xml", "//x:bind[@nodeset='/data/case/@case_id']/@calculate"))
                .isEqualTo("instance('commcaresession')/session/data/case_id_show");
    }

    @Test
    void hashtagsOfTheChildMeanItsOwnCase() throws Exception {
        TestApps app = songsAndShows();
        ((ObjectNode) app.document().at("/modules/1/forms/0")).put("form_filter", "#case/mood = 'good' and . != ''");

        String shown = "instance('casedb')/casedb/case[@case_id=instance('commcaresession')/session/data/case_id_show]";
        assertThat(app.files().string("suite.xml", "/suite/menu[@id='m1']/command/@relevant"))
                .isEqualTo(shown + "/mood = 'good' and " + shown + " != ''");
    }

    @Test
    void aComputedVariableOfTheUpperMenuIsComputedForTheChildToo() throws Exception {
        TestApps app = new TestApps();
        app.menu("songs", "song", "{}").form("new_song", TestApps.registers());
        app.menu("shows", "show", "{'root_module_id': 'songs'}").form("edit_show", TestApps.followsUp());

        BuiltFiles files = app.files();

        String session = "/suite/entry[command/@id='m1-f0']/session";
        assertThat(files.string("suite.xml", session + "/datum[1]/@id")).isEqualTo("case_id_new_song_0");
        assertThat(files.string("suite.xml", session + "/datum[2]/@id")).isEqualTo("case_id");
    }

    @Test
    void theMenuStandsInTheUpperOneAndTheWayBackGoesThroughIt() throws Exception {
        TestApps app = songsAndShows();
        ((ObjectNode) app.document().at("/modules/1/forms/0")).put("post_form_workflow", "module");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='m1']/@root")).isEqualTo("m0");
        String create = "/suite/entry[command/@id='m1-f0']/stack/create";
        assertThat(files.string("suite.xml", create + "/*[1]/@value")).isEqualTo("'m0'");
        assertThat(files.string("suite.xml", create + "/*[2]/@id")).isEqualTo("case_id");
        assertThat(files.string("suite.xml", create + "/*[3]/@value")).isEqualTo("'m1'");
        assertThat(files.string("suite.xml", "count(" + create + "/*)")).isEqualTo("3");
    }

    @Test
    void formsPutInTheUpperMenuAreWrittenAsAPartOfItUnderBothConditions() throws Exception {
        TestApps app = new TestApps();
        app.menu("upper", "song", "{'module_filter': 'true()'}").form("a", TestApps.followsUp());
        app.menu("lower", "song", "{'root_module_id': 'upper', 'put_in_root': true, 'module_filter': 'false()'}")
                .form("b", TestApps.followsUp());
        app.menu("home", "song", "{'put_in_root': true}").form("c", TestApps.followsUp());

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[command/@id='m1-f0']/@id"))
                .isEqualTo("m0");
        assertThat(files.string("suite.xml", "/suite/menu[command/@id='m1-f0']/@relevant"))
                .isEqualTo("(false()) and (true())");
        assertThat(files.string("suite.xml", "/suite/menu[command/@id='m2-f0']/@id"))
                .isEqualTo("root");
    }

    @Test
    void formsPutInTheUpperMenuCallItByItsOwnName() throws Exception {
        TestApps app = new TestApps();
        app.menu("upper", "song", "{}").form("a", TestApps.followsUp());
        app.menu("lower", "song", """
                        {'root_module_id': 'upper', 'put_in_root': true, 'media_image': {'en': 'jr://file/a.png'}}
                        """).form("b", TestApps.followsUp());
        app.menu("lowest", "song", "{'root_module_id': 'lower', 'put_in_root': true}")
                .form("c", TestApps.followsUp());

        BuiltFiles files = app.files();

        String lower = "/suite/menu[command/@id='m1-f0']/display/text";
        assertThat(files.string("suite.xml", lower + "[not(@form)]/locale/@id")).isEqualTo("modules.m0");
        assertThat(files.string("suite.xml", lower + "[@form='image']/locale/@id"))
                .isEqualTo("modules.m1.icon");
        assertThat(files.string("suite.xml", "/suite/menu[command/@id='m2-f0']/text/locale/@id"))
                .isEqualTo("modules.m2");
    }

    @Test
    void aMenuThatHoldsOnlyMenusIsThere() throws Exception {
        TestApps app = new TestApps();
        app.menu("upper", "", "{}");
        app.menu("lower", "song", "{'root_module_id': 'upper'}").form("b", TestApps.followsUp());
        app.menu("empty", "", "{}");

        BuiltFiles files = app.files();

        assertThat(files.holds("suite.xml", "/suite/menu[@id='m0'][not(command)]"))
                .isTrue();
        assertThat(files.holds("suite.xml", "/suite/menu[@id='m2']")).isFalse();
    }

    @Test
    void menusThatStandInThemselvesDoNotHangTheBuild() throws Exception {
        TestApps app = new TestApps();
        app.menu("a", "song", "{'root_module_id': 'b', 'put_in_root': true}").form("fa", TestApps.followsUp());
        app.menu("b", "song", "{'root_module_id': 'a', 'put_in_root': true}").form("fb", TestApps.followsUp());

        assertThat(app.files().holds("suite.xml", "/suite/menu")).isTrue();
    }

    private static TestApps songsAndShows() {
        TestApps app = new TestApps();
        app.menu("songs", "song", "{}").form("edit_song", TestApps.followsUp());
        app.menu(
                        "shows",
                        "show",
                        "{'root_module_id': 'songs', 'parent_select': {'active': true, 'module_id': 'songs'}}")
                .form("edit_show", TestApps.followsUp());
        return app;
    }
}

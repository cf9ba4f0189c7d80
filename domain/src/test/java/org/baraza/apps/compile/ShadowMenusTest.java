// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Menus that show the forms of another one. */
final class ShadowMenusTest {

    @Test
    void theFormsAreShownAgainUnderCommandsAndListsOfItsOwn() throws Exception {
        BuiltFiles files = shadowed().files();

        assertThat(files.string("suite.xml", "count(/suite/xform)")).isEqualTo("2");
        assertThat(files.string("suite.xml", "count(/suite/menu[@id='m1']/command)"))
                .isEqualTo("1");
        String entry = "/suite/entry[command/@id='m1-f1']";
        assertThat(files.string("suite.xml", entry + "/form")).isEqualTo("urn:visit");
        assertThat(files.string("suite.xml", entry + "/command/text/locale/@id"))
                .isEqualTo("forms.m0f1");
        assertThat(files.string("suite.xml", entry + "/session/datum/@detail-select"))
                .isEqualTo("m1_case_short");
        assertThat(files.string("suite.xml", entry + "/session/datum/@nodeset"))
                .isEqualTo("instance('casedb')/casedb/case[@case_type='mother'][@status='open'][urgent = 'yes']");
    }

    @Test
    void aShadowHasADeepLinkOfItsOwn() throws Exception {
        assertThat(shadowed()
                        .files()
                        .string(
                                "suite.xml",
                                "/suite/endpoint[@id='urgent_visit']/stack/push[last()]/command[1]/@value"))
                .isEqualTo("'m1'");
    }

    @Test
    void aMenuOfReportsIsKeptOut() throws Exception {
        TestApps app = shadowed();
        app.menu("reports", "", "{'doc_type': 'ReportModule', 'report_configs': [{'report_id': 'r', 'uuid': 'u'}]}");

        BuiltFiles files = app.files();

        assertThat(files.holds("suite.xml", "/suite/menu[@id='m2']")).isFalse();
        assertThat(files.string("suite.xml", "count(/suite/detail[starts-with(@id, 'm2')])"))
                .isEqualTo("0");
    }

    @Test
    void childrenOfTheSourceStandBelowAnOlderShadowToo() throws Exception {
        TestApps app = shadowed();
        app.menu("visits", "visit", "{'root_module_id': 'mothers'}").form("see", TestApps.followsUp());
        ((ObjectNode) app.document().at("/modules/1")).put("shadow_module_version", 1);

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "/suite/menu[@id='m2']/@root")).isEqualTo("m0");
        assertThat(files.string("suite.xml", "/suite/menu[@id='m2.m1']/@root")).isEqualTo("m1");
        assertThat(files.string("suite.xml", "/suite/menu[@id='m2.m1']/command/@id"))
                .isEqualTo("m2-f0");
    }

    @Test
    void aShadowChoosesWhatItsSourceChoosesInListsOfItsOwn() throws Exception {
        TestApps app = shadowed();
        app.menu("homes", "home", "{}").form("home", TestApps.followsUp());
        ((ObjectNode) app.document().at("/modules/0"))
                .set("parent_select", TestApps.object("{'active': true, 'module_id': 'homes'}"));

        BuiltFiles files = app.files();

        String session = "/suite/entry[command/@id='m1-f1']/session";
        assertThat(files.string("suite.xml", session + "/datum[1]/@id")).isEqualTo("parent_id");
        assertThat(files.string("suite.xml", session + "/datum[1]/@detail-select"))
                .isEqualTo("m2_case_short");
        assertThat(files.string("suite.xml", session + "/datum[2]/@detail-select"))
                .isEqualTo("m1_case_short");
    }

    @Test
    void aLinkToAFormOfTheSourceStaysInTheShadow() throws Exception {
        TestApps app = shadowed();
        ((ObjectNode) app.document().at("/modules/0/forms/1"))
                .put("post_form_workflow", "form")
                .putArray("form_links")
                .add(TestApps.object("{'xpath': '', 'form_id': 'visit'}"));

        assertThat(app.files().string("suite.xml", "/suite/entry[command/@id='m1-f1']/stack/create/command[1]/@value"))
                .isEqualTo("'m1'");
    }

    private static TestApps shadowed() {
        TestApps app = new TestApps();
        app.menu("mothers", "mother", "{}").form("edit", TestApps.followsUp()).form("visit", TestApps.followsUp());
        app.menu("urgent", "", """
                {'doc_type': 'ShadowModule', 'source_module_id': 'mothers', 'excluded_form_ids': ['edit'],
                 'shadow_module_version': 2, 'form_session_endpoints': [{'form_id': 'visit', 'session_endpoint_id': 'urgent_visit'}],
                 'case_details': {'short': {'columns': [{'field': 'name', 'header': {'en': 'N'}}], 'filter': 'urgent = #yes#'},
                                  'long': {'columns': []}}}
                """.replace("#yes#", "\\u0027yes\\u0027"));
        return app;
    }
}

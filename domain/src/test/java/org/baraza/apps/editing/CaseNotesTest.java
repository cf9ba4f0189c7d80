// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.baraza.apps.TestApps;
import org.baraza.apps.compare.CaseUse;
import org.baraza.apps.model.App;
import org.baraza.apps.questions.XForm;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is noted of a form's questions when its source is saved. */
final class CaseNotesTest {
    private static final String OWN =
            "instance('casedb')/casedb/case[@case_id = " + "instance('commcaresession')/session/data/case_id]";

    private static ObjectNode notes(String data, String model) throws Exception {
        return CaseNotes.of(XForm.read(TestApps.source("f", "<name/>" + data, model)));
    }

    private static JsonNode load(String model) throws Exception {
        return notes("<x/>", model).path("load");
    }

    @Test
    void shortNamesAreNotedByTheQuestionsThatReadThem() throws Exception {
        assertThat(load("""
                <bind nodeset="/data/x" vellum:relevant="#case/age &gt; 5 and #case/parent/village = #user/village"
                  relevant="true()" calculate="#form/name"/>
                <setvalue event="xforms-ready" ref="/data/name" vellum:value="#case/first" value="'a'"/>
                <bind nodeset="/data/broken" relevant="#case/ ="/>
                """)).isEqualTo(TestApps.object("""
                {'/data/name': ['#case/first'], '/data/x': ['#case/age', '#case/parent/village', '#user/village']}"""));
    }

    @Test
    void whatIsWrittenOutIsKnownAsWell() throws Exception {
        String parent = "instance('casedb')/casedb/case[@case_id = " + OWN + "/index/parent]";
        String user = "instance('casedb')/casedb/case[@case_type='commcare-user'][hq_user_id='u']";
        String other = "instance('casedb')/casedb/case[@case_type='x']";
        assertThat(load("<bind nodeset=\"/data/x\" calculate=\"concat(%s/a, %s/b, %s/c, %s/d, %s/@owner_id)\"/>"
                        .formatted(OWN, parent, user, other, OWN)))
                .isEqualTo(TestApps.object("{'/data/x': ['#case/a', '#case/parent/b', '#user/c']}"));
    }

    @Test
    void textsReadForTheQuestionsThatShowThem() throws Exception {
        String source = TestApps.source("f", "<name/>", """
                        <itext><translation lang="en" default=""><text id="name-label"><value>Hello
                          <output vellum:value="#case/first" value="1"/></value></text></translation></itext>
                        """)
                .replace("<label>Name</label>", "<label ref=\"jr:itext('name-label')\"/>");
        assertThat(CaseNotes.of(XForm.read(source)).path("load"))
                .isEqualTo(TestApps.object("{'/data/name': ['#case/first']}"));
    }

    @Test
    void questionsThatSaveToCasesTellWhat() throws Exception {
        ObjectNode notes = notes("""
                <group><save vellum:role="SaveToCase" vellum:case_type="child"><case case_id=""
                  xmlns="http://commcarehq.org/case/transaction/v2"><create><case_name/></create>
                  <update><weight/><height/></update><attachment><photo/></attachment></case></save></group>
                <made><case case_id="" xmlns="http://commcarehq.org/case/transaction/v2"><create><case_type/></create>
                  <close/></case></made>
                <unknown><case case_id="" xmlns="http://commcarehq.org/case/transaction/v2"><update><a/></update></case>
                </unknown>
                """, """
                <bind nodeset="/data/made/case/create/case_type" calculate="'visit'"/>
                <bind nodeset="/data/group/save/case/update/weight" calculate="#case/weight"/>
                """);
        assertThat(notes).isEqualTo(TestApps.object("""
                {'load': {'/data/group/save': ['#case/weight']}, 'save': {
                  '/data/group/save': {'case_type': 'child', 'properties': ['weight', 'height', 'photo'],
                    'create': true, 'close': false},
                  '/data/made': {'case_type': 'visit', 'properties': [], 'create': true, 'close': true}}}"""));
    }

    @Test
    void anotherSourceReplacesWhatWasNoted() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", """
                {'requires': 'case', 'case_references_data': {'load': {'/data/old': ['#case/old']}, 'save': {}}}""");
        AppEditor editor = new AppEditor((ObjectNode) app.document(), Map.of(), () -> "new");
        String source = TestApps.source("f", "<name/>", "<bind nodeset=\"/data/name\" relevant=\"#case/fresh = 1\"/>");

        editor.apply(new AppChange.PutSource("f", source, Optional.empty()));
        assertThat(CaseUse.of(App.of(editor.document())).propertiesOf("mother")).containsExactly("fresh");

        editor.apply(new AppChange.PutSource("f", TestApps.source("f", "<name/>", ""), Optional.empty()));
        assertThat(CaseUse.of(App.of(editor.document())).propertiesOf("mother")).isEmpty();
    }

    @Test
    void aFormThatHasNothingToDoWithCasesStaysAsItWas() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "", "{}").form("f", "{}");
        AppEditor editor = new AppEditor((ObjectNode) app.document(), Map.of(), () -> "new");
        editor.apply(new AppChange.PutSource("f", TestApps.source("f", "<name/>", ""), Optional.empty()));
        assertThat(editor.document()).isEqualTo(app.document());
    }
}

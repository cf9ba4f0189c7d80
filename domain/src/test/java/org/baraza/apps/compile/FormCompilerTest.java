// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;

/** Forms on their way to phones, beyond what the vectors show. */
final class FormCompilerTest {
    private static final String FORM = "modules-0/forms-0.xml";
    private static final String CASE =
            "instance('casedb')/casedb/case[@case_id = " + "instance('commcaresession')/session/data/case_id]";

    @Test
    void whatTheBuilderNotedAsAHashtagIsWrittenOutForWhereTheFormStandsNow() throws Exception {
        BuiltFiles files =
                followUp("<bind nodeset=\"/data/x\" calculate=\"stale\" vellum:calculate=\"#case/parent/village\"/>"
                        + "<setvalue event=\"xforms-ready\" ref=\"/data/y\" value=\"#user/phone\"/>");

        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/x']/@calculate"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id = " + CASE + "/index/parent]/village");
        assertThat(files.string(FORM, "//x:setvalue[@ref='/data/y']/@value"))
                .isEqualTo("instance('casedb')/casedb/case[@case_type = 'commcare-user'][hq_user_id = "
                        + "instance('commcaresession')/session/context/userid]/phone");
    }

    @Test
    void aHashtagThatMeansNothingHereLeavesWhatTheBuilderWroteOut() throws Exception {
        BuiltFiles files =
                followUp("<bind nodeset=\"/data/x\" calculate=\"1 + 1\" vellum:calculate=\"#weather/rain\"/>");

        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/x']/@calculate"))
                .isEqualTo("1 + 1");
        assertThat(files.content(FORM)).doesNotContain("#weather");
    }

    @Test
    void aHashSignInATextIsNoHashtag() throws Exception {
        BuiltFiles files = followUp("<bind nodeset=\"/data/x\" calculate=\"concat('#case/x', #form/y)\"/>");

        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/x']/@calculate"))
                .isEqualTo("concat('#case/x', /data/y)");
    }

    @Test
    void anOlderMetaBlockIsReplaced() throws Exception {
        BuiltFiles files = form(
                "{}",
                "<name/><meta><deviceID/></meta>",
                "<bind nodeset=\"/data/meta/deviceID\" type=\"xsd:string\"/>"
                        + "<setvalue event=\"xforms-ready\" ref=\"/data/meta/deviceID\" value=\"'old'\"/>");

        assertThat(files.string(FORM, "count(//d:data/*[local-name()='meta'])")).isEqualTo("1");
        assertThat(files.string(FORM, "count(//x:setvalue[@ref='/data/meta/deviceID'])"))
                .isEqualTo("1");
        assertThat(files.string(FORM, "count(//x:bind[@nodeset='/data/meta/deviceID'])"))
                .isEqualTo("0");
    }

    @Test
    void aFormThatAsksForAPlaceWakesTheReceiver() throws Exception {
        BuiltFiles files = form("{}", "<name/><gps/>", "<bind nodeset=\"/data/gps\" type=\"geopoint\"/>");

        assertThat(files.holds(FORM, "//orx:pollsensor[@event='xforms-ready'][not(@ref)]"))
                .isTrue();
        assertThat(form("{}", "<name/>", "").holds(FORM, "//orx:pollsensor")).isFalse();
    }

    @Test
    void aFormThatOnlyWorksOnTheUsersCaseStillTouchesItsOwn() throws Exception {
        BuiltFiles files = form("""
                {'requires': 'case', 'actions': {'usercase_update': {'condition': {'type': 'always'},
                  'update': {'phone': {'question_path': '/data/name'}}}}}
                """, "<name/>", "");

        assertThat(files.holds(FORM, "/h:html/h:head/x:model/x:instance/d:data/c:case[not(*)]"))
                .isTrue();
    }

    @Test
    void anUpdateMaySayOnlyWhatChanged() throws Exception {
        BuiltFiles files = form("""
                {'requires': 'case', 'actions': {'update_case': {'condition': {'type': 'always'},
                  'update': {'village': {'question_path': '/data/name', 'update_mode': 'edit'},
                             'parent/seen': {'question_path': '/data/name'},
                             'parent/parent/seen': {'question_path': '/data/name'}}}}}
                """, "<name/>", "");

        String id = "instance('commcaresession')/session/data/case_id";
        String own = "instance('casedb')/casedb/case[@case_id=" + id + "]";
        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/case/update/village']/@relevant"))
                .isEqualTo("count(/data/name) > 0 and " + own + "/village != /data/name");
        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/parents/parent/parent/case/@case_id']/@calculate"))
                .isEqualTo("instance('casedb')/casedb/case[@case_id=" + own + "/index/parent]/index/parent");
        assertThat(files.holds(FORM, "//d:parents/d:parent[c:case/c:update/c:seen]/d:parent/c:case/c:update/c:seen"))
                .isTrue();
    }

    @Test
    void aCaseMayBeGivenAwayAndNamedFromElsewhere() throws Exception {
        BuiltFiles files = form("""
                {'actions': {'open_case': {'condition': {'type': 'always'}, 'external_id': '/data/name',
                   'name_update': {'question_path': '/data/name'}},
                  'update_case': {'condition': {'type': 'always'}, 'update': {
                    'owner_id': {'question_path': '/data/name'}, 'name': {'question_path': '/data/name'}}}}}
                """, "<name/>", "");

        assertThat(files.string(FORM, "//c:create/c:owner_id")).isEqualTo("-");
        assertThat(files.holds(FORM, "//x:bind[@nodeset='/data/case/create/owner_id']"))
                .isFalse();
        assertThat(files.holds(FORM, "//c:update[c:owner_id][c:case_name][c:external_id]"))
                .isTrue();
    }

    @Test
    void oneOfSeveralCasesOfARepeatStandsInAWrapper() throws Exception {
        BuiltFiles files = form("""
                {'actions': {'open_case': {'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/name'}},
                  'subcases': [
                   {'case_type': 'a', 'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/r/n'}, 'repeat_context': '/data/r'},
                   {'case_type': 'b', 'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/r/n'}, 'repeat_context': '/data/r',
                    'close_condition': {'type': 'always'}}]}}
                """, "<name/><r jr:template=\"\"><n/></r>", "");

        assertThat(files.holds(FORM, "//d:r[d:subcase_0/c:case][d:subcase_1/c:case/c:close]"))
                .isTrue();
        assertThat(files.string(FORM, "//x:bind[@nodeset='/data/r/subcase_1/case/index/parent']/@calculate"))
                .isEqualTo("/data/case/@case_id");
    }

    @Test
    void aSaveToCaseQuestionAndARepeatOverAListStayAsTheyWereBuilt() throws Exception {
        BuiltFiles files = form(
                "{}",
                """
                <name/><save vellum:role="SaveToCase" vellum:case_type="child"><case xmlns="http://commcarehq.org/case/transaction/v2"
                  case_id="" date_modified="" user_id=""><update><x/></update></case></save>
                <r ids="" count="" current_index="" vellum:role="Repeat"><item id="" index="" jr:template=""><n/></item></r>
                """,
                "<setvalue event=\"jr-insert\" ref=\"/data/r/item/@index\" value=\"int(/data/r/@current_index)\"/>");

        assertThat(files.holds(FORM, "//d:save/c:case/c:update/c:x")).isTrue();
        assertThat(files.holds(FORM, "//d:r[@ids][@count]/d:item[@id][@index][@jr:template]"))
                .isTrue();
        assertThat(files.string(FORM, "count(//@*[namespace-uri()='http://commcarehq.org/xforms/vellum'])"))
                .isEqualTo("0");
    }

    @Test
    void aFormThatIsNoFormRefusesTheVersion() {
        TestApps app = new TestApps();
        app.menu("m", "", "{}").form("f", "{}", "<x/>");

        assertThatThrownBy(app::build)
                .isInstanceOfSatisfying(
                        CannotBuild.class,
                        refused -> assertThat(refused.place()).isEqualTo("m0-f0"));
    }

    private static BuiltFiles followUp(String model) throws CannotBuild {
        return form("{'requires': 'case'}", "<name/><x/><y/>", model);
    }

    private static BuiltFiles form(String members, String data, String model) throws CannotBuild {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", members, TestApps.source("f", data, model));
        return app.files();
    }
}

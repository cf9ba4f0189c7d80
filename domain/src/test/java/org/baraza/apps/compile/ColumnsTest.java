// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What columns show and sort by, beyond what the vectors show. */
final class ColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name                   | case_name
            owner_id               | @owner_id
            date-opened            | date_opened
            host/x                 | instance('casedb')/casedb/case[@case_id=current()/index/host]/x
            parent/parent/name     | instance('casedb')/casedb/case[@case_id=instance('casedb')/casedb/case[@case_id=current()/index/parent]/index/parent]/case_name
            user/phone             | instance('casedb')/casedb/case[@case_type='commcare-user'][hq_user_id=instance('commcaresession')/session/context/userid]/phone
            attachment:photo       | attachment/photo
            """)
    void aFieldIsAnExpressionOnTheCase(String field, String expression) throws Exception {
        assertThat(template("{'field': '" + field + "'}")).isEqualTo(expression);
    }

    @Test
    void distanceIsMeasuredFromHereAndSortedAsANumber() throws Exception {
        BuiltFiles files = column("{'field': 'gps', 'format': 'distance'}");

        assertThat(files.string("suite.xml", FIELD + "/template/text/xpath/@function"))
                .isEqualTo(
                        "if(here() = '' or gps = '', '', concat(round(distance(gps, here()) div 100) div 10, ' km'))");
        assertThat(files.string("suite.xml", FIELD + "/sort/@type")).isEqualTo("double");
        assertThat(files.string("suite.xml", FIELD + "/sort/text/xpath/@function"))
                .isEqualTo("if(gps = '', 2147483647, round(distance(gps, here())))");
    }

    @Test
    void lateOnesAreMarked() throws Exception {
        assertThat(template("{'field': 'due', 'format': 'late-flag', 'late_flag': 7}"))
                .isEqualTo("if(due = '', '*', if(today() - date(due) > 7, '*', ''))");
    }

    @Test
    void anIconIsChosenByAConditionOnTheProperty() throws Exception {
        BuiltFiles files = column("""
                {'field': 'age', 'format': 'enum-image', 'enum': [
                  {'key': '. > 5', 'value': {'en': 'jr://file/commcare/image/old.png'}},
                  {'key': 'young', 'value': {'en': 'jr://file/commcare/image/young.png'}}]}
                """);

        assertThat(files.string("suite.xml", FIELD + "/template/text/xpath/@function"))
                .startsWith("if(age > 5, $h")
                .endsWith(", if(age = 'young', $kyoung, ''))");
        assertThat(files.string("suite.xml", FIELD + "/template/@form")).isEqualTo("image");
        assertThat(files.string("suite.xml", FIELD + "/template/@width")).isEqualTo("13%");
    }

    @Test
    void anExpressionMayAskForTheLanguage() throws Exception {
        BuiltFiles files = column("{'field': 'if($lang = 1, a, b)', 'useXpathExpression': true, 'format': 'date'}");

        String xpath = FIELD + "/template/text/xpath";
        assertThat(files.string("suite.xml", xpath + "/@function"))
                .isEqualTo("if($calculated_property = '', '', format-date(date($calculated_property), '%d/%m/%y'))");
        assertThat(files.string("suite.xml", xpath + "/variable[@name='lang']/locale/@id"))
                .isEqualTo("lang.current");
        assertThat(files.string("suite.xml", xpath + "/variable[1]/xpath/@function"))
                .isEqualTo("if($lang = 1, a, b)");
    }

    @Test
    void aListMayBeSortedByWhatNoColumnShows() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        ((ObjectNode) app.document().at("/modules/0/case_details/short"))
                .putArray("sort_elements")
                .add(TestApps.object("{'field': 'hidden', 'type': 'date', 'direction': 'descending'}"))
                .add(TestApps.object("{'field': 'a', 'type': 'index'}"));

        BuiltFiles files = app.files();

        String hidden = "/suite/detail[@id='m0_case_short']/field[2]";
        assertThat(files.string("suite.xml", hidden + "/template/@width")).isEqualTo("0");
        assertThat(files.string("suite.xml", hidden + "/sort/@order")).isEqualTo("1");
        assertThat(files.string("suite.xml", hidden + "/sort/@direction")).isEqualTo("descending");
        assertThat(files.string("suite.xml", FIELD + "/sort/@order")).isEqualTo("-2");
    }

    @Test
    void aListThatSaysNoOrderIsSortedByItsFirstColumnEvenIfThatIsHidden() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'format': 'invisible', 'header': {'en': 'A'}}");
        ((ArrayNode) app.document().at("/modules/0/case_details/short/columns"))
                .add(TestApps.object("{'field': 'b', 'header': {'en': 'B'}}"));

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/sort/@order")).isEqualTo("1");
        assertThat(files.holds("suite.xml", "/suite/detail[@id='m0_case_short']/field[2]/sort"))
                .isFalse();
    }

    @Test
    void anOrderThatNoColumnShowsMayHaveAName() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        sorts(app)
                .add(TestApps.object("{'field': 'a'}"))
                .add(TestApps.object("{'field': 'hidden', 'display': {'en': 'By age'}}"));

        BuiltFiles files = app.files();

        String header = "/suite/detail[@id='m0_case_short']/field[2]/header";
        assertThat(files.string("suite.xml", header + "/@width")).isEqualTo("0");
        assertThat(files.string("suite.xml", header + "/text/locale/@id"))
                .isEqualTo("m0.case_short.case_hidden_3.header");
        assertThat(files.text("en/app_strings.txt", "m0.case_short.case_hidden_3.header"))
                .contains("By age");
    }

    @Test
    void anOrderIsThatOfTheFirstColumnOfItsProperty() throws Exception {
        TestApps app = withColumn("{'field': 'born', 'header': {'en': 'Born'}}");
        ((ArrayNode) app.document().at("/modules/0/case_details/short/columns"))
                .add(TestApps.object("{'field': 'born', 'format': 'time-ago', 'header': {'en': 'Age'}}"));
        sorts(app).add(TestApps.object("{'field': 'born', 'type': 'date'}"));

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/sort/@order")).isEqualTo("1");
        String second = "/suite/detail[@id='m0_case_short']/field[2]/sort";
        assertThat(files.holds("suite.xml", second + "[not(@order)]")).isTrue();
        assertThat(files.string("suite.xml", second + "/text/xpath/@function")).isEqualTo("born");
    }

    @Test
    void anIconMayOpenALink() throws Exception {
        BuiltFiles files = column("""
                {'field': 'state', 'format': 'clickable-icon', 'header': {'en': 'S'}, 'endpoint_action_id': 'open_it',
                 'enum': [{'key': 'on', 'value': {'en': 'jr://file/commcare/image/on.png'}}]}
                """);

        assertThat(files.string("suite.xml", FIELD + "/template/@form")).isEqualTo("clickable-icon");
        assertThat(files.string("suite.xml", FIELD + "/template/text/xpath/@function"))
                .isEqualTo("if(state = 'on', $kon, '')");
        String action = FIELD + "/sort/following-sibling::endpoint_action";
        assertThat(files.string("suite.xml", action + "/@endpoint_id")).isEqualTo("open_it");
        assertThat(files.string("suite.xml", action + "/@background")).isEqualTo("true");
        assertThat(column("{'field': 'state', 'endpoint_action_id': 'open_it', 'header': {'en': 'S'}}")
                        .holds("suite.xml", FIELD + "/endpoint_action"))
                .isFalse();
    }

    @Test
    void aPageMayHaveTabs() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        ObjectNode page = (ObjectNode) app.document().at("/modules/0/case_details/long");
        page.putArray("columns")
                .add(TestApps.object("{'field': 'a', 'header': {'en': 'A'}}"))
                .add(TestApps.object("{'field': 'b', 'header': {'en': 'B'}}"));
        page.putArray("tabs")
                .add(TestApps.object("{'header': {'en': 'One'}, 'starting_index': 0}"))
                .add(TestApps.object("{'header': {'en': 'Two'}, 'starting_index': 1, 'relevant': 'b = 1'}"));

        BuiltFiles files = app.files();

        String second = "/suite/detail[@id='m0_case_long']/detail[2]";
        assertThat(files.string("suite.xml", second + "/title/text/locale/@id")).isEqualTo("m0.case_long.tab.2.title");
        assertThat(files.string("suite.xml", second + "/@relevant")).isEqualTo("b = 1");
        assertThat(files.string("suite.xml", second + "/field/header/text/locale/@id"))
                .isEqualTo("m0.case_long.case_b_2.header");
        assertThat(files.text("default/app_strings.txt", "m0.case_long.tab.2.title"))
                .contains("Two");
    }

    @Test
    void anOlderFilterColumnFiltersTheListAndIsNotShown() throws Exception {
        TestApps app = withColumn("{'field': 'state', 'format': 'filter', 'filter_xpath': '. = 1'}");

        BuiltFiles files = app.files();

        assertThat(files.holds("suite.xml", FIELD)).isFalse();
        assertThat(files.string("suite.xml", "/suite/entry/session/datum/@nodeset"))
                .endsWith("[state = 1]");
    }

    @Test
    void whatIsBlankInEveryLanguageAsksForNoText() throws Exception {
        BuiltFiles files = column("{'field': 'a', 'header': {'en': ''}}");

        assertThat(files.holds("suite.xml", FIELD + "/header/text[not(*)]")).isTrue();
    }

    @Test
    void aFormatThatHasAnOrderOfItsOwnKeepsItAndIsSortedAsText() throws Exception {
        TestApps app = withColumn("""
                {'field': 'ward', 'format': 'enum', 'header': {'en': 'Ward'}, 'enum': [{'key': 'a', 'value': {'en': 'A'}}]}
                """);
        sorts(app).add(TestApps.object("{'field': 'ward', 'type': 'int', 'sort_calculation': '1'}"));

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/sort/@type")).isEqualTo("string");
        assertThat(files.string("suite.xml", FIELD + "/sort/text/xpath/@function"))
                .isEqualTo("if(ward = 'a', 0, '')");
    }

    @Test
    void anyColumnMayBeSortedByDistance() throws Exception {
        TestApps app = withColumn("{'field': 'gps', 'header': {'en': 'Place'}}");
        sorts(app).add(TestApps.object("{'field': 'gps', 'type': 'distance'}"));

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/sort/@type")).isEqualTo("double");
        assertThat(files.string("suite.xml", FIELD + "/sort/text/xpath/@function"))
                .isEqualTo("if(gps = '', 2147483647, round(distance(gps, here())))");
    }

    @Test
    void whatAListHidesHasNoHeaderUnlessItIsAnOrderToChoose() throws Exception {
        String hidden = "{'field': 'a', 'format': 'invisible', 'header': {'en': 'A'}}";
        TestApps ordered = withColumn(hidden);
        sorts(ordered).add(TestApps.object("{'field': 'a', 'display': {'en': 'By A'}}"));

        assertThat(column(hidden).holds("suite.xml", FIELD + "/header[@width='0']/text[not(*)]"))
                .isTrue();
        assertThat(ordered.files().holds("suite.xml", FIELD + "/header[@width='0']/text/locale"))
                .isTrue();
        assertThat(column("{'field': 'a', 'format': 'address', 'header': {'en': 'A'}}")
                        .holds("suite.xml", FIELD + "[header[@width='0']/text[not(*)]]/template[@width='0']"))
                .isTrue();
    }

    @Test
    void hashtagsOfColumnsAndTheirOrdersAreWrittenOut() throws Exception {
        TestApps app = withColumn("{'field': '#user/ward = ward', 'useXpathExpression': true, 'header': {'en': 'A'}}");
        sorts(app).add(TestApps.object("{'field': 'b', 'sort_calculation': '#session/context/userid'}"));

        assertThat(app.files().content("suite.xml"))
                .doesNotContain("#user", "#session")
                .contains("session/context/userid]/ward = ward");
    }

    @Test
    void aTabMayListTheChildrenOfTheCase() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        ((ObjectNode) app.document().at("/modules/0/case_details/long"))
                .putArray("tabs")
                .add(TestApps.object("""
                        {'header': {'en': 'Visits'}, 'starting_index': 0, 'has_nodeset': true,
                         'nodeset_case_type': 'visit', 'nodeset_filter': 'done = 1'}
                        """));

        BuiltFiles files = app.files();

        String page = "/suite/detail[@id='m0_case_long']";
        assertThat(files.string("suite.xml", page + "/detail/@nodeset"))
                .isEqualTo("instance('casedb')/casedb/case[@case_type='visit']"
                        + "[index/parent=current()/@case_id][@status='open'][done = 1]");
        assertThat(files.string("suite.xml", page + "/variables/case_id/@function"))
                .isEqualTo("./@case_id");
    }

    @Test
    void aLayoutOfItsOwnIsTakenAsItIsAndMayStayOnTop() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        ObjectNode list = (ObjectNode) app.document().at("/modules/0/case_details/short");
        list.put("case_tile_template", "custom")
                .put("persist_tile_on_forms", true)
                .put("pull_down_tile", true)
                .put(
                        "custom_xml",
                        "<detail id=\"m0_case_short\"><title><text/></title><field><style><grid grid-x=\"0\" grid-y=\"0\" "
                                + "grid-width=\"3\" grid-height=\"1\"/></style><header><text/></header>"
                                + "<template><text><xpath function=\"case_name\"/></text></template></field></detail>");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/style/grid/@grid-width")).isEqualTo("3");
        String datum = "/suite/entry[command/@id='m0-f0']/session/datum";
        assertThat(files.string("suite.xml", datum + "/@detail-persistent")).isEqualTo("m0_case_short");
        assertThat(files.string("suite.xml", datum + "/@detail-inline")).isEqualTo("m0_case_long");
        assertThat(files.holds("suite.xml", datum + "/@detail-confirm")).isFalse();
        list.put("custom_xml", "<detail id=\"other\"/>");
        assertThatThrownBy(app::build).isInstanceOf(CannotBuild.class);
    }

    @Test
    void columnsMayStandInATile() throws Exception {
        TestApps app = withColumn("""
                {'field': 'a', 'header': {'en': 'A'}, 'grid_x': 0, 'grid_y': 1, 'width': 6, 'height': 2, 'font_size': 'small'}
                """);
        ((ObjectNode) app.document().at("/modules/0/case_details/short")).put("case_tile_template", "custom");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", FIELD + "/style/@font-size")).isEqualTo("small");
        assertThat(files.string("suite.xml", FIELD + "/style/grid/@grid-y")).isEqualTo("1");
        assertThat(files.string("suite.xml", FIELD + "/style/grid/@grid-height"))
                .isEqualTo("2");
    }

    @Test
    void tilesOfCasesWithTheSameParentStandTogether() throws Exception {
        TestApps app =
                withColumn("{'field': 'a', 'header': {'en': 'A'}, 'grid_x': 0, 'grid_y': 1, 'width': 6, 'height': 2}");
        ObjectNode list = (ObjectNode) app.document().at("/modules/0/case_details/short");
        list.set("case_tile_group", TestApps.object("{'index_identifier': 'host', 'header_rows': 2}"));
        String group = "/suite/detail[@id='m0_case_short']/group";

        assertThat(app.files().holds("suite.xml", group))
                .as("rows are no tiles")
                .isFalse();
        list.put("case_tile_template", "custom");
        assertThat(app.files().string("suite.xml", group + "/@function")).isEqualTo("string(./index/host)");
        assertThat(app.files().string("suite.xml", group + "/@header-rows")).isEqualTo("2");
        list.set("case_tile_group", TestApps.object("{'index_identifier': null, 'header_rows': 1}"));
        assertThat(app.files().holds("suite.xml", group)).isFalse();
    }

    @Test
    void theLineOnTopOfAFormIsCentredAndHasNoTitle() throws Exception {
        TestApps app = withColumn("{'field': 'a', 'header': {'en': 'A'}}");
        ((ObjectNode) app.document().at("/modules/0/case_details/short")).put("persist_case_context", true);

        BuiltFiles files = app.files();

        String context = "/suite/detail[@id='m0_persistent_case_context']";
        assertThat(files.holds("suite.xml", context + "/title/text[not(*)]")).isTrue();
        assertThat(files.string("suite.xml", context + "/field/style/@horz-align"))
                .isEqualTo("center");
        assertThat(files.string("suite.xml", context + "/field/style/grid/@grid-width"))
                .isEqualTo("12");
    }

    private static ArrayNode sorts(TestApps app) {
        return ((ObjectNode) app.document().at("/modules/0/case_details/short")).putArray("sort_elements");
    }

    private static final String FIELD = "/suite/detail[@id='m0_case_short']/field[1]";

    private static String template(String column) throws CannotBuild {
        return column(column).string("suite.xml", FIELD + "/template/text/xpath/@function");
    }

    private static BuiltFiles column(String column) throws CannotBuild {
        return withColumn(column).files();
    }

    private static TestApps withColumn(String column) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", TestApps.followsUp());
        ((ObjectNode) app.document().at("/modules/0/case_details/short"))
                .putArray("columns")
                .add(TestApps.object(column));
        return app;
    }
}

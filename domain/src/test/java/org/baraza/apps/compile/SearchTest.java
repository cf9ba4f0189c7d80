// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.CheckContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Searches on the server, and deep links that claim what they need. */
final class SearchTest {
    private static final String REQUEST = "/suite/remote-request[command/@id='search_command.m0']";
    private static final String FOUND = "instance('commcaresession')/session/data/search_case_id";

    @Test
    void whatIsFoundIsClaimedUnlessThePhoneHasIt() throws Exception {
        BuiltFiles files = searching().files();

        assertThat(files.string("suite.xml", REQUEST + "/post/@url"))
                .isEqualTo("https://hq.example/a/demo/phone/claim-case/");
        assertThat(files.string("suite.xml", REQUEST + "/post/@relevant"))
                .isEqualTo("count(instance('casedb')/casedb/case[@case_id=" + FOUND + "]) = 0");
        assertThat(files.string("suite.xml", REQUEST + "/stack/push/rewind/@value"))
                .isEqualTo(FOUND);
        assertThat(files.string("suite.xml", REQUEST + "/session/datum/@nodeset"))
                .isEqualTo("instance('results')/results/case[@case_type='song'][@status='open']"
                        + "[not(commcare_is_related_case=true())]");
        assertThat(files.string("suite.xml", REQUEST + "/session/datum/@detail-select"))
                .isEqualTo("m0_search_short");
        assertThat(files.holds("suite.xml", "/suite/detail[@id='m0_search_short']/field"))
                .isTrue();
    }

    @Test
    void theFieldsAndWhatIsAlwaysSentAreAskedFor() throws Exception {
        BuiltFiles files = searching().files();

        String query = REQUEST + "/session/query";
        assertThat(files.string("suite.xml", query + "/@url"))
                .isEqualTo("https://hq.example/a/demo/phone/search/app1/");
        assertThat(files.string("suite.xml", query + "/data[@key='case_type']/@ref"))
                .isEqualTo("'song'");
        assertThat(files.string("suite.xml", query + "/data[@key='active']/@ref"))
                .isEqualTo("1");
        assertThat(files.string("suite.xml", query + "/prompt[@key='genre']/@input"))
                .isEqualTo("select1");
        assertThat(files.string("suite.xml", query + "/prompt[@key='genre']/itemset/value/@ref"))
                .isEqualTo("code");
        assertThat(files.string("suite.xml", query + "/prompt/required/@test")).isEqualTo("true()");
        assertThat(files.text("default/app_strings.txt", "search_property.m0.genre"))
                .contains("Genre");
        assertThat(files.text("default/app_strings.txt", "case_search.m0")).isPresent();
    }

    @Test
    void theListLeadsToTheSearch() throws Exception {
        assertThat(searching()
                        .files()
                        .string("suite.xml", "/suite/detail[@id='m0_case_short']/action/stack/push/command/@value"))
                .isEqualTo("'search_command.m0'");
    }

    @Test
    void aDeepLinkTakesItsCaseAndClaimsIt() throws Exception {
        BuiltFiles files = searching().files();

        assertThat(files.string("suite.xml", "/suite/endpoint[@id='play']/argument/@id"))
                .isEqualTo("case_id");
        assertThat(files.string("suite.xml", "/suite/endpoint[@id='play']/@respect-relevancy"))
                .isEqualTo("false");
        assertThat(files.string("suite.xml", "/suite/endpoint/stack/push[1]/command/@value"))
                .isEqualTo("'claim_command.play.case_id'");
        assertThat(files.string("suite.xml", "/suite/endpoint/stack/push[2]/datum/@value"))
                .isEqualTo("$case_id");
        assertThat(files.holds("suite.xml", "/suite/remote-request[command/@id='claim_command.play.case_id']/post"))
                .isTrue();
    }

    @Test
    void theSearchOpensByItselfUnlessACaseIsChosenAndMayBeRepeated() throws Exception {
        TestApps app = searching();
        search(app).put("auto_launch", true).put("search_button_display_condition", "#session/user/data/x = 1");

        BuiltFiles files = app.files();

        String action = "/suite/detail[@id='m0_case_short']/action";
        assertThat(files.string("suite.xml", action + "/@auto_launch"))
                .isEqualTo("$next_input = '' or count(instance('casedb')/casedb/case[@case_id=$next_input]) = 0");
        assertThat(files.string("suite.xml", action + "/@redo_last")).isEqualTo("false");
        assertThat(files.string("suite.xml", action + "/@relevant"))
                .isEqualTo("instance('commcaresession')/session/user/data/x = 1");
        String again = "/suite/detail[@id='m0_search_short']/action";
        assertThat(files.string("suite.xml", again + "/@auto_launch")).isEqualTo("false()");
        assertThat(files.string("suite.xml", again + "/@redo_last")).isEqualTo("true");
        assertThat(files.text("default/app_strings.txt", "case_search.m0.again"))
                .contains("Search Again");
    }

    @Test
    void severalCasesAreFoundAndClaimedAtOnce() throws Exception {
        TestApps app = searching();
        ((ObjectNode) app.document().at("/modules/0/case_details/short")).put("multi_select", true);

        BuiltFiles files = app.files();

        String data = REQUEST + "/post/data[@key='case_id']";
        assertThat(files.string("suite.xml", REQUEST + "/session/instance-datum/@id"))
                .isEqualTo("search_selected_cases");
        assertThat(files.string("suite.xml", REQUEST + "/post/@relevant")).isEqualTo("$case_id != ''");
        assertThat(files.string("suite.xml", data + "/@nodeset"))
                .isEqualTo("instance('search_selected_cases')/results/value");
        assertThat(files.string("suite.xml", data + "/@ref")).isEqualTo(".");
        assertThat(files.string("suite.xml", data + "/@exclude"))
                .isEqualTo("count(instance('casedb')/casedb/case[@case_id=current()/.]) = 1");
        assertThat(files.string("suite.xml", REQUEST + "/instance[@id='search_selected_cases']/@src"))
                .isEqualTo("jr://instance/selected-entities/search_selected_cases");
        String argument = "/suite/endpoint[@id='play']/argument";
        assertThat(files.string("suite.xml", argument + "/@instance-id")).isEqualTo("selected_cases");
        assertThat(files.string("suite.xml", argument + "/@instance-src")).isEqualTo("jr://instance/selected-entities");
    }

    @Test
    void whatTheListOfResultsLooksIntoIsDeclared() throws Exception {
        TestApps app = searching();
        ((ArrayNode) app.document().at("/modules/0/case_details/short/columns"))
                .add(TestApps.object("{'field': '#owner_name', 'header': {'en': 'Owner'}}"));

        assertThat(app.files().holds("suite.xml", REQUEST + "/instance[@id='groups']"))
                .isTrue();
        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .isEmpty();
    }

    @Test
    void furtherTypesAreFoundAndFilteredBeforeRelatedCasesAreLeftOut() throws Exception {
        TestApps app = searching();
        search(app)
                .put("search_filter", "active = #user/x")
                .putArray("additional_case_types")
                .add("tune");

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", REQUEST + "/session/datum/@nodeset"))
                .isEqualTo("instance('results')/results/case[@case_type='song' or @case_type='tune'][@status='open']"
                        + "[active = instance('casedb')/casedb/case[@case_type='commcare-user']"
                        + "[hq_user_id=instance('commcaresession')/session/context/userid]/x]"
                        + "[not(commcare_is_related_case=true())]");
        assertThat(files.string("suite.xml", "count(" + REQUEST + "/session/query/data[@key='case_type'])"))
                .isEqualTo("2");
    }

    @Test
    void fieldsMayStandInGroupsAndAskForAnAddress() throws Exception {
        TestApps app = searching();
        ((ArrayNode) search(app).path("properties"))
                .add(TestApps.object("{'name': 'g', 'is_group': true, 'group_key': 'where', 'label': {'en': 'Where'}}"))
                .add(TestApps.object(
                        "{'name': 'home', 'appearance': 'address', 'group_key': 'where', 'hidden': true}"));

        BuiltFiles files = app.files();

        String query = REQUEST + "/session/query";
        assertThat(files.string("suite.xml", query + "/group[@key='where']/display/text/locale/@id"))
                .isEqualTo("search_property.m0.where");
        assertThat(files.string("suite.xml", "count(" + query + "/prompt)")).isEqualTo("2");
        assertThat(files.string("suite.xml", query + "/prompt[@key='home']/@input"))
                .isEqualTo("address");
        assertThat(files.holds("suite.xml", query + "/prompt[@key='home']/@appearance"))
                .isFalse();
        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .as("a hidden field needs no name")
                .isEmpty();
    }

    @Test
    void deepLinksToMenusTakeWhatAllTheirFormsNeed() throws Exception {
        TestApps app = searching();
        ((ObjectNode) app.document().at("/modules/0"))
                .put("session_endpoint_id", "menu")
                .put("case_list_session_endpoint_id", "list");

        BuiltFiles files = app.files();

        String menu = "/suite/endpoint[@id='menu']";
        assertThat(files.string("suite.xml", menu + "/argument/@id")).isEqualTo("case_id");
        assertThat(files.string("suite.xml", menu + "/stack/push[2]/command/@value"))
                .isEqualTo("'m0'");
        assertThat(files.string("suite.xml", menu + "/stack/push[2]/datum/@value"))
                .isEqualTo("$case_id");
        String list = "/suite/endpoint[@id='list']";
        assertThat(files.string("suite.xml", "count(" + list + "/argument)")).isEqualTo("0");
        assertThat(files.string("suite.xml", "count(" + list + "/stack/push/*)"))
                .isEqualTo("1");
    }

    @Test
    void aDeepLinkIsGivenComputedVariablesOnlyIfItSaysSo() throws Exception {
        TestApps app = new TestApps();
        app.menu("songs", "song", "{}")
                .form("new", TestApps.registers().replaceFirst("\\{", "{'session_endpoint_id': 'new', "))
                .form(
                        "told",
                        TestApps.registers()
                                .replaceFirst(
                                        "\\{",
                                        "{'session_endpoint_id': 'told', 'function_datum_endpoints': ['case_id_new_song_0'], "));

        BuiltFiles files = app.files();

        assertThat(files.string("suite.xml", "count(/suite/endpoint[@id='new']//datum)"))
                .isEqualTo("0");
        assertThat(files.string("suite.xml", "/suite/endpoint[@id='told']/argument/@id"))
                .isEqualTo("case_id_new_song_0");
        assertThat(files.string("suite.xml", "/suite/endpoint[@id='told']/stack/push/datum/@value"))
                .isEqualTo("$case_id_new_song_0");
    }

    @Test
    void aSearchOnTheWayToAFormFindsWhatTheListShows() throws Exception {
        TestApps app = searching();
        search(app).put("inline_search", true).put("instance_name", "songs").put("search_filter", "active = 1");
        ((ObjectNode) app.document().at("/modules/0/forms/0")).put("post_form_workflow", "form");
        ((ObjectNode) app.document().at("/modules/0/forms/0"))
                .putArray("form_links")
                .add(TestApps.object("{'xpath': '', 'form_id': 'play'}"));

        BuiltFiles files = app.files();

        String entry = "/suite/entry[command/@id='m0-f0']";
        assertThat(files.string("suite.xml", entry + "/session/query/@storage-instance"))
                .isEqualTo("results:songs");
        assertThat(files.string("suite.xml", entry + "/session/datum/@nodeset"))
                .isEqualTo("instance('results:songs')/results/case[@case_type='song'][@status='open'][active = 1]"
                        + "[not(commcare_is_related_case=true())]");
        assertThat(files.string("suite.xml", entry + "/post/data/@ref"))
                .isEqualTo("instance('commcaresession')/session/data/case_id");
        assertThat(files.string("suite.xml", entry + "/instance[@id='results:songs']/@src"))
                .isEqualTo("jr://instance/remote/results:songs");
        assertThat(files.holds("suite.xml", "//action | /suite/remote-request | /suite/detail[@id='m0_search_short']"))
                .isFalse();
        String query = entry + "/stack/create/query[@id='results:songs']";
        assertThat(files.string("suite.xml", query + "/@value"))
                .isEqualTo("https://hq.example/a/demo/phone/case_fixture/app1/");
        assertThat(files.string("suite.xml", query + "/data[@key='case_id']/@ref"))
                .isEqualTo("instance('commcaresession')/session/data/case_id");
        assertThat(files.string("suite.xml", query + "/following-sibling::*[1]/@id"))
                .isEqualTo("case_id");
        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .isEmpty();
    }

    private static ObjectNode search(TestApps app) {
        return (ObjectNode) app.document().at("/modules/0/search_config");
    }

    private static TestApps searching() {
        TestApps app = new TestApps();
        app.menu("songs", "song", """
                        {'search_config': {'properties': [
                           {'name': 'genre', 'label': {'en': 'Genre'}, 'input_': 'select1', 'required': {'test': 'true()', 'text': {}},
                            'itemset': {'instance_id': 'item-list:genre', 'instance_uri': 'jr://fixture/item-list:genre',
                              'nodeset': 'genre_list/genre', 'label': 'name', 'value': 'code', 'sort': 'name'}}],
                          'default_properties': [{'property': 'active', 'defaultValue': '1'}]}}
                        """)
                .form("play", "{'requires': 'case', 'session_endpoint_id': 'play', 'respect_relevancy': false}");
        return app;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;

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

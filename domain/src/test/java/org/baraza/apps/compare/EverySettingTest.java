// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baraza.apps.TestApps;
import org.baraza.apps.model.App;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Whatever phones see otherwise after a change of the document is said in words. */
final class EverySettingTest {
    private static List<String> changed(String place, String members) {
        ObjectNode after = app();
        ((ObjectNode) after.at(place)).setAll(TestApps.object(members));
        TestApps sources = new TestApps();
        return AppComparison.of(App.of(app()), sources.sources(), App.of(after), sources.sources()).stream()
                .map(Change::sentence)
                .toList();
    }

    private static ObjectNode app() {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", TestApps.followsUp());
        app.menu("a", "mother", "{'doc_type': 'AdvancedModule'}").form("g", "{'doc_type': 'AdvancedForm'}");
        app.menu("s", "", "{'doc_type': 'ShadowModule', 'source_module_id': 'm'}");
        app.menu("r", "", "{'doc_type': 'ReportModule'}");
        return (ObjectNode) app.document();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ''                          | {'comment': 'x'}                                     | The comment is now "x"
            ''                          | {'practice_mobile_worker_id': 'u'}                   | The worker for practice is now "u"
            ''                          | {'translation_strategy': 'simple'}                   | Which texts of CommCare come along changed
            ''                          | {'secure_submissions': true}                         | Secure submission is on now
            ''                          | {'use_grid_menus': true}                             | The grid on the home screen is on now
            ''                          | {'grid_form_menus': 'all'}                           | Which menus are grids changed from "none" to "all"
            ''                          | {'custom_base_url': 'https://x'}                     | The address of the server is now "https://x"
            ''                          | {'target_commcare_flavor': 'commcare'}               | The package for Android changed
            ''                          | {'custom_assertions': [{'test': '1'}]}               | What must be true before the app is used changed
            ''                          | {'translations': {'en': {'a': 'b'}}}                 | The text of CommCare in en a is now "b"
            ''                          | {'logo_refs': {'x': {'path': 'jr://file/x'}}}        | The logo x is now
            ''                          | {'profile': {'features': {'sense': 'true'}}}         | The feature sense is now "true"
            ''                          | {'profile': {'features': {'dependencies': ['org.x']}}} | The other apps that must be there changed
            ''                          | {'multimedia_map': {'jr://file/a': {}}}              | The file jr://file/a is new
            ''                          | {'build_profiles': {'p': {'name': 'Coast'}}}         | The language profile Coast is new
            /modules/0                  | {'case_list_form': {'form_id': 'f'}}                 | The form in the case list is now "f"
            /modules/0                  | {'case_list_form': {'label': {'en': 'New'}}}         | The name of the button in the case list in en
            /modules/0                  | {'case_list_form': {'relevancy_expression': '1'}}    | When the button in the case list shows
            /modules/0                  | {'case_list_form': {'post_form_workflow': 'case_list'}} | The return to the case list
            /modules/0                  | {'case_list': {'label': {'en': 'All'}}}              | The name of the case list in en is now "All"
            /modules/0                  | {'fixture_select': {'active': true}}                 | The choice of a row before the list changed
            /modules/0                  | {'parent_select': {'module_id': 'a'}}                | The menu that the parent case is chosen in
            /modules/0                  | {'search_config': {'properties': [{'name': 'x'}]}}   | The search on the server changed
            /modules/0                  | {'display_style': 'grid'}                            | The grid is on now
            /modules/0                  | {'auto_select_case': true}                           | The choice of the only case by itself is on now
            /modules/0                  | {'is_training_module': true}                         | The place among training is on now
            /modules/0                  | {'session_endpoint_id': 'x'}                         | The name for links is now "x"
            /modules/0                  | {'custom_icons': [{'form': 'badge', 'xpath': '1'}]}  | The mark on the menu changed
            /modules/0                  | {'media_image': {'en': 'jr://file/x'}}               | The picture or sound changed
            /modules/0                  | {'custom_assertions': [{'test': '1'}]}               | What must be true before the menu is opened
            /modules/0/case_details/short | {'tabs': [{'starting_index': 0}]}                  | The tabs changed
            /modules/0/case_details/short | {'persist_case_context': true}                     | The header while a form is filled is on now
            /modules/0/case_details/short | {'custom_variables_dict': {'a': '1'}}              | The variables changed
            /modules/0/case_details/short | {'multi_select': true}                             | The choice of several cases is on now
            /modules/0/case_details/short | {'max_select_value': 7}                            | How many cases can be chosen changed from "100" to "7"
            /modules/0/case_details/short | {'no_items_text': {'en': 'None'}}                  | The text of an empty list in en
            /modules/0/case_details/short | {'case_tile_template': 'custom'}                   | The tile is now "custom"
            /modules/0/case_details/short | {'case_tile_group': {'index_identifier': 'parent'}} | How tiles stand together changed
            /modules/0/case_details/short/columns/0 | {'date_format': '%Y'}                    | The format of dates in the column "Name"
            /modules/0/case_details/short/columns/0 | {'endpoint_action_id': 'x'}              | What a touch opens in the column "Name"
            /modules/0/case_details/short/columns/0 | {'grid_x': 1, 'width': 2}                | The place in the tile of the column "Name"
            /modules/0/forms/0          | {'post_form_workflow_fallback': 'root'}              | Where it leads if no link fits
            /modules/0/forms/0          | {'auto_gps_capture': true}                           | The note of where it is filled is on now
            /modules/0/forms/0          | {'session_endpoint_id': 'x'}                         | The name for links is now "x"
            /modules/0/forms/0          | {'submit_label': {'en': 'Send'}}                     | The text of the button to submit in en
            /modules/0/forms/0          | {'show_count': true}                                 | The number of cases beside the name is on now
            /modules/0/forms/0          | {'custom_instances': [{'instance_id': 'x', 'instance_path': 'y'}]} | Instances of its own changed
            /modules/0/forms/0/actions/update_case/update/said | {'update_mode': 'edit'}       | "/data/name if it changed"
            /modules/1/forms/0          | {'actions': {'arbitrary_datums': [{'datum_id': 'x'}]}} | The variables of its own changed
            /modules/2                  | {'excluded_form_ids': ['f']}                         | The forms that it leaves out changed
            /modules/2                  | {'source_module_id': 'a'}                            | The menu that it shows changed from "m" to "a"
            /modules/3                  | {'report_configs': [{'report_id': 'x'}]}             | The reports changed
            """)
    void aChangeIsSaidInWords(String place, String members, String sentence) {
        assertThat(changed(place.equals("''") ? "" : place, members))
                .singleElement()
                .asString()
                .contains(sentence);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What every kind of menu has.
 *
 * @param caseType empty for a menu of surveys
 * @param putInRoot its forms show in the menu above instead
 * @param filter when the menu is shown
 * @param grid whether it says of itself that it is a grid
 * @param autoSelect takes the only case there is without showing the list
 * @param lazyFields whether the list computes its columns while it is looked at
 * @param training stands in the training menu
 */
public record MenuSettings(
        String uniqueId,
        Texts name,
        String caseType,
        String comment,
        boolean putInRoot,
        Optional<String> rootModuleId,
        String filter,
        CaseListForm caseListForm,
        CaseListItem caseList,
        FixtureSelect fixtureSelect,
        ParentSelect parentSelect,
        Detail shortDetail,
        Detail longDetail,
        SearchConfig search,
        boolean grid,
        boolean autoSelect,
        boolean training,
        boolean lazyFields,
        Optional<String> endpointId,
        Optional<String> caseListEndpointId,
        List<Badge> badges,
        Media media,
        List<Assertion> assertions) {

    public MenuSettings {
        badges = List.copyOf(badges);
        assertions = List.copyOf(assertions);
    }

    /** A mark on the menu: a text, or an expression. */
    public record Badge(String form, Texts text, String xpath) {
        static Badge of(JsonNode at) {
            return new Badge(Read.text(at, "form"), Read.texts(at, "text"), Read.text(at, "xpath"));
        }
    }

    static MenuSettings of(JsonNode at) {
        return new MenuSettings(
                Read.text(at, "unique_id"),
                Read.texts(at, "name"),
                Read.text(at, "case_type"),
                Read.text(at, "comment"),
                Read.flag(at, "put_in_root"),
                Read.filled(at, "root_module_id"),
                Read.text(at, "module_filter"),
                CaseListForm.of(at.path("case_list_form")),
                CaseListItem.of(at.path("case_list")),
                FixtureSelect.of(at.path("fixture_select")),
                ParentSelect.of(at.path("parent_select")),
                Detail.of(at.path("case_details").path("short")),
                Detail.of(at.path("case_details").path("long")),
                SearchConfig.of(at.path("search_config")),
                Read.text(at, "display_style").equals("grid"),
                Read.flag(at, "auto_select_case"),
                Read.flag(at, "is_training_module"),
                Read.flag(at, "lazy_load_case_list_fields"),
                Read.filled(at, "session_endpoint_id"),
                Read.filled(at, "case_list_session_endpoint_id"),
                Read.list(at, "custom_icons", Badge::of),
                Media.of(at),
                Assertion.of(at));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How cases are looked for on the server (app model, section 7).
 *
 * @param blacklistedOwners an expression of owners whose cases are left out
 * @param filter of the results, the body of a predicate
 */
public record SearchConfig(
        List<SearchProperty> properties,
        List<Default> defaults,
        boolean autoLaunch,
        boolean defaultSearch,
        boolean dynamicSearch,
        boolean searchOnClear,
        boolean inline,
        String instanceName,
        Texts label,
        Media labelMedia,
        Texts again,
        Media againMedia,
        Texts title,
        Texts description,
        String buttonCondition,
        String filter,
        String additionalRelevant,
        String blacklistedOwners,
        List<String> additionalCaseTypes,
        String customRelatedCaseProperty,
        boolean includeAllRelatedCases,
        Optional<String> endpointId) {

    public SearchConfig {
        properties = List.copyOf(properties);
        defaults = List.copyOf(defaults);
        additionalCaseTypes = List.copyOf(additionalCaseTypes);
    }

    /** A filter that is always sent. */
    public record Default(String property, String value) {
        static Default of(JsonNode at) {
            return new Default(Read.text(at, "property"), Read.text(at, "defaultValue"));
        }
    }

    static SearchConfig of(JsonNode at) {
        JsonNode label = at.path("search_label");
        JsonNode again = at.path("search_again_label");
        return new SearchConfig(
                Read.list(at, "properties", SearchProperty::of),
                Read.list(at, "default_properties", Default::of),
                Read.flag(at, "auto_launch"),
                Read.flag(at, "default_search"),
                Read.flag(at, "dynamic_search"),
                Read.flag(at, "search_on_clear"),
                Read.flag(at, "inline_search"),
                Read.text(at, "instance_name"),
                Read.texts(label, "label"),
                Media.of(label),
                Read.texts(again, "label"),
                Media.of(again),
                Read.texts(at, "title_label"),
                Read.texts(at, "description"),
                Read.text(at, "search_button_display_condition"),
                Read.text(at, "search_filter"),
                Read.text(at, "additional_relevant"),
                Read.text(at, "blacklisted_owner_ids_expression"),
                Read.words(at, "additional_case_types"),
                Read.text(at, "custom_related_case_property"),
                Read.flag(at, "include_all_related_cases"),
                Read.filled(at, "case_search_endpoint_id"));
    }

    public boolean active() {
        return !properties.isEmpty() || !defaults.isEmpty();
    }
}

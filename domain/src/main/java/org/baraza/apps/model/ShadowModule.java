// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A menu that shows the forms of another one with lists, filters and a place of its own.
 *
 * @param version 1: stands where its source stands; 2: where it says itself
 * @param endpointsOfForms the deep link of a form in this menu, by the form's unique id
 */
public record ShadowModule(
        MenuSettings menu,
        String sourceModuleId,
        Set<String> excludedFormIds,
        int version,
        Map<String, String> endpointsOfForms)
        implements AppModule {

    public ShadowModule {
        excludedFormIds = Set.copyOf(excludedFormIds);
        endpointsOfForms = Map.copyOf(endpointsOfForms);
    }

    static ShadowModule read(JsonNode at) {
        Map<String, String> endpoints = new LinkedHashMap<>();
        for (JsonNode endpoint : at.path("form_session_endpoints")) {
            endpoints.put(Read.text(endpoint, "form_id"), Read.text(endpoint, "session_endpoint_id"));
        }
        return new ShadowModule(
                MenuSettings.of(at),
                Read.text(at, "source_module_id"),
                Set.copyOf(Read.words(at, "excluded_form_ids")),
                Read.number(at, "shadow_module_version", 1),
                endpoints);
    }

    @Override
    public List<AppForm> forms() {
        return List.of();
    }
}

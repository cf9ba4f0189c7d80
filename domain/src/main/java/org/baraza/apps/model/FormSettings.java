// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What both kinds of form have (app model, section 5).
 *
 * @param filter when its menu shows the form
 * @param functionArguments computed variables of the session that the form's deep link is given instead
 * @param showCount whether its name says how many cases there are to choose from
 * @param instances names of instances that its author declared, with their sources
 */
public record FormSettings(
        String uniqueId,
        Texts name,
        String xmlns,
        String comment,
        String filter,
        AfterForm after,
        AfterForm afterFallback,
        List<FormLink> links,
        boolean autoGps,
        Map<String, String> instances,
        List<Assertion> assertions,
        boolean releaseNotes,
        Optional<String> endpointId,
        boolean respectRelevancy,
        List<String> functionArguments,
        Texts submitLabel,
        Texts submitNotificationLabel,
        Media media,
        boolean showCount,
        List<MenuSettings.Badge> badges,
        CaseReferences references) {

    public FormSettings {
        links = List.copyOf(links);
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        assertions = List.copyOf(assertions);
        functionArguments = List.copyOf(functionArguments);
        badges = List.copyOf(badges);
    }

    static FormSettings of(JsonNode at) {
        Map<String, String> instances = new LinkedHashMap<>();
        for (JsonNode instance : at.path("custom_instances")) {
            String id = Read.text(instance, "instance_id");
            String path = Read.text(instance, "instance_path");
            if (!id.isBlank() && !path.isBlank()) {
                instances.put(id, path);
            }
        }
        return new FormSettings(
                Read.text(at, "unique_id"),
                Read.texts(at, "name"),
                Read.text(at, "xmlns"),
                Read.text(at, "comment"),
                Read.text(at, "form_filter"),
                AfterForm.of(Read.text(at, "post_form_workflow")),
                AfterForm.of(Read.text(at, "post_form_workflow_fallback")),
                Read.list(at, "form_links", FormLink::of),
                Read.flag(at, "auto_gps_capture"),
                instances,
                Assertion.of(at),
                Read.flag(at, "is_release_notes_form") && Read.flag(at, "enable_release_notes"),
                Read.filled(at, "session_endpoint_id"),
                Read.flag(at, "respect_relevancy", true),
                Read.words(at, "function_datum_endpoints"),
                Read.texts(at, "submit_label"),
                Read.texts(at, "submit_notification_label"),
                Media.of(at),
                Read.flag(at, "show_count"),
                Read.list(at, "custom_icons", MenuSettings.Badge::of),
                CaseReferences.of(at.path("case_references_data")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A form of an advanced menu (app model, section 6).
 *
 * @param loads the cases that it works on, in the order in which they are chosen
 * @param opens the cases that it opens
 * @param shadowOf the form whose questions it shows instead of some of its own, blank if that is not said
 */
public record AdvancedForm(
        FormSettings settings,
        List<LoadCase> loads,
        List<OpenAdvanced> opens,
        List<Arbitrary> datums,
        Optional<String> shadowOf)
        implements AppForm {

    public AdvancedForm {
        loads = List.copyOf(loads);
        opens = List.copyOf(opens);
        datums = List.copyOf(datums);
    }

    @Override
    public String sourceId() {
        return shadowOf.orElseGet(this::uniqueId);
    }

    /** A session variable of the author's own. */
    public record Arbitrary(String id, String function) {
        static Arbitrary of(JsonNode at) {
            return new Arbitrary(Read.text(at, "datum_id"), Read.text(at, "datum_function"));
        }
    }

    static AdvancedForm read(JsonNode at) {
        JsonNode actions = at.path("actions");
        List<LoadCase> loads = new ArrayList<>();
        for (JsonNode load : actions.path("load_update_cases")) {
            loads.add(LoadCase.of(load, loads.size()));
        }
        List<OpenAdvanced> opens = new ArrayList<>();
        for (JsonNode open : actions.path("open_cases")) {
            opens.add(OpenAdvanced.of(open, opens.size()));
        }
        return new AdvancedForm(
                FormSettings.of(at),
                loads,
                opens,
                Read.list(actions, "arbitrary_datums", Arbitrary::of),
                ShadowForms.isShadow(at) ? Optional.of(Read.text(at, ShadowForms.PARENT)) : Optional.empty());
    }
}

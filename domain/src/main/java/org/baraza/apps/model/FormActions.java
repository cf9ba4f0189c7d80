// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a basic form does with cases (app model, section 5.1). */
public record FormActions(
        OpenCase openCase,
        Updates updateCase,
        Condition closeCase,
        Preloads preload,
        List<OpenSubcase> subcases,
        Updates usercaseUpdate,
        Preloads usercasePreload) {

    public FormActions {
        subcases = List.copyOf(subcases);
    }

    /** Opens the menu's case. */
    public record OpenCase(Condition condition, Update name, String externalId) {}

    /** Writes answers into properties. */
    public record Updates(Condition condition, Map<String, Update> byProperty) {
        public Updates {
            byProperty = Collections.unmodifiableMap(new LinkedHashMap<>(byProperty));
        }

        public boolean active() {
            return condition.active() && !byProperty.isEmpty();
        }
    }

    /** Writes properties into questions before the form is filled: property by question. */
    public record Preloads(Condition condition, Map<String, String> byQuestion) {
        public Preloads {
            byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
        }

        public boolean active() {
            return condition.active() && !byQuestion.isEmpty();
        }
    }

    static FormActions of(JsonNode at) {
        JsonNode open = at.path("open_case");
        return new FormActions(
                new OpenCase(
                        Condition.of(open.path("condition")),
                        Update.name(open, "name_path"),
                        Read.text(open, "external_id")),
                updates(at.path("update_case")),
                Condition.of(at.path("close_case").path("condition")),
                preloads(at.path("case_preload")),
                Read.list(at, "subcases", OpenSubcase::of),
                updates(at.path("usercase_update")),
                preloads(at.path("usercase_preload")));
    }

    private static Updates updates(JsonNode at) {
        return new Updates(Condition.of(at.path("condition")), Update.map(at.path("update")));
    }

    private static Preloads preloads(JsonNode at) {
        return new Preloads(Condition.of(at.path("condition")), Read.strings(at, "preload"));
    }

    public boolean usesUsercase() {
        return usercaseUpdate.active() || usercasePreload.active();
    }

    /** Whether a form that follows up a case does anything with it. */
    public boolean touchesCase() {
        return updateCase.active() || closeCase.active() || preload.active();
    }
}

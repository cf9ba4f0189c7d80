// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Opens a case below the form's case.
 *
 * @param reference the name of the index
 * @param repeat the path of the repeat that makes one case of each repetition
 */
public record OpenSubcase(
        String caseType,
        Update name,
        Map<String, Update> properties,
        String reference,
        Optional<String> repeat,
        Condition condition,
        Condition closeCondition) {

    public OpenSubcase {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    static OpenSubcase of(JsonNode at) {
        return new OpenSubcase(
                Read.text(at, "case_type"),
                Update.name(at, "case_name"),
                Update.map(at.path("case_properties")),
                Read.filled(at, "reference_id").orElse("parent"),
                Read.filled(at, "repeat_context"),
                Condition.of(at.path("condition")),
                Condition.of(at.path("close_condition")));
    }

    /**
     * The session variable of the new id; in a repeat there is none.
     *
     * @param position among all that the form may open
     * @param caseIsOpened whether the form opens a case of its own, which counts first
     */
    public String variable(int position, boolean caseIsOpened) {
        return "case_id_new_" + caseType + "_" + (caseIsOpened ? position + 1 : position);
    }

    public boolean active() {
        return condition.active();
    }
}

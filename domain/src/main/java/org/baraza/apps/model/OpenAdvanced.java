// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A case that an advanced form opens.
 *
 * @param position among all that the form opens, which names its session variable
 */
public record OpenAdvanced(
        String caseType,
        String tag,
        int position,
        Update name,
        Map<String, Update> properties,
        Optional<String> repeat,
        Condition openCondition,
        Condition closeCondition,
        List<LoadCase.Index> indices) {

    public OpenAdvanced {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        indices = List.copyOf(indices);
    }

    static OpenAdvanced of(JsonNode at, int position) {
        String caseType = Read.text(at, "case_type");
        return new OpenAdvanced(
                caseType,
                Read.filled(at, "case_tag").orElse("open_" + caseType + "_" + position),
                position,
                Update.name(at, "name_path"),
                Update.map(at.path("case_properties")),
                Read.filled(at, "repeat_context"),
                Condition.of(at.path("open_condition")),
                Condition.of(at.path("close_condition")),
                Read.list(at, "case_indices", LoadCase.Index::of));
    }

    public boolean active() {
        return openCondition.active();
    }

    /** The session variable of the new id; in a repeat there is none. */
    public String variable() {
        return "case_id_new_" + caseType + "_" + position;
    }
}

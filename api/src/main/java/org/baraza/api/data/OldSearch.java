// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.pages.SentJson;
import org.baraza.forms.FormCondition.From;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.FormCondition.Until;
import org.baraza.forms.FormCondition;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The two queries that exporting clients once sent as JSON; no other is understood (data API: forms, {@code _search}). */
final class OldSearch {
    private static final String CHANGED = "server_modified_on";

    private OldSearch() {}

    static List<FormCondition> conditions(String text) {
        try {
            JsonNode filter = SentJson.read(text).path("filter");
            JsonNode inserted = filter.path("range").path("inserted_at");
            if (inserted.isObject()) {
                return range(TimeField.INDEXED_ON, inserted);
            }
            for (JsonNode either : filter.path("or")) {
                for (JsonNode both : either.path("and")) {
                    JsonNode changed = both.path("range").path(CHANGED);
                    if (changed.isObject()) {
                        return range(TimeField.SERVER_MODIFIED_ON, changed);
                    }
                }
            }
        } catch (JacksonException e) {
            throw refused();
        }
        throw refused();
    }

    /** One side or both: a bound that is passed over would send forms that nobody asked for. */
    private static List<FormCondition> range(TimeField field, JsonNode range) {
        List<FormCondition> conditions = new ArrayList<>();
        for (var bound : range.properties()) {
            if (!bound.getValue().isString()) {
                throw refused();
            }
            Instant time = Times.strict("_search", bound.getValue().stringValue());
            conditions.add(
                    switch (bound.getKey()) {
                        case "gte" -> new From(field, time);
                        case "lte" -> new Until(field, time);
                        default -> throw refused();
                    });
        }
        if (conditions.isEmpty()) {
            throw refused();
        }
        return conditions;
    }

    private static Refused refused() {
        return new Refused(
                Problem.Invalid.field("_search", "SEARCH_UNKNOWN", "Bad query parameter: _search is not understood."));
    }
}

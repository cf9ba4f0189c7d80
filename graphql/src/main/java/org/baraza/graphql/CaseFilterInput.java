// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseFilter;
import org.jspecify.annotations.Nullable;

/** The filter of a list of cases, as clients write it. */
record CaseFilterInput(
        @Nullable String type,
        @Nullable String ownerId,
        @Nullable Boolean closed,
        @Nullable String externalId,
        @Nullable List<Property> properties,
        @Nullable String text,
        @Nullable CaseConditionInput where) {

    /** A value that a custom property must have. */
    record Property(String name, String value) {}

    static CaseFilter filter(@Nullable CaseFilterInput input) {
        return filter(input, "filter");
    }

    /** @param field in which it was given */
    static CaseFilter filter(@Nullable CaseFilterInput input, String field) {
        if (input == null) {
            return CaseFilter.ALL;
        }
        CaseFilter filter =
                new CaseFilter(input.type, input.ownerId, input.closed, input.externalId, input.required(), input.text);
        return input.where == null ? filter : filter.where(CaseConditionReader.read(input.where, field + ".where"));
    }

    private Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        if (properties != null) {
            properties.forEach(property -> required.put(property.name, property.value));
        }
        return required;
    }
}

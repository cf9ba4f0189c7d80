// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A step from the end of a form to another form or to a menu.
 *
 * @param condition when it is taken, always if empty
 * @param formModuleId in which menu the form is opened, where several show it
 * @param datums expressions of session variables by name, empty if they are matched
 */
public record FormLink(
        String condition,
        Optional<String> formId,
        Optional<String> formModuleId,
        Optional<String> moduleId,
        Map<String, String> datums) {

    public FormLink {
        datums = Collections.unmodifiableMap(new LinkedHashMap<>(datums));
    }

    static FormLink of(JsonNode at) {
        Map<String, String> datums = new LinkedHashMap<>();
        for (JsonNode datum : at.path("datums")) {
            datums.put(Read.text(datum, "name"), Read.text(datum, "xpath"));
        }
        return new FormLink(
                Read.text(at, "xpath"),
                Read.filled(at, "form_id"),
                Read.filled(at, "form_module_id"),
                Read.filled(at, "module_unique_id"),
                datums);
    }
}

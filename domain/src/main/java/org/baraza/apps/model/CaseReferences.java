// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the form builder wrote down about the case properties of a form's logic.
 *
 * @param load hashtags by the question that reads them
 * @param save what a Save-to-Case question writes, by its path
 */
public record CaseReferences(Map<String, List<String>> load, Map<String, Save> save) {
    public CaseReferences {
        load = Collections.unmodifiableMap(new LinkedHashMap<>(load));
        save = Collections.unmodifiableMap(new LinkedHashMap<>(save));
    }

    /** Which properties of a case of which type a question writes. */
    public record Save(String caseType, List<String> properties, boolean create, boolean close) {
        public Save {
            properties = List.copyOf(properties);
        }

        static Save of(JsonNode at) {
            return new Save(
                    Read.text(at, "case_type"),
                    Read.words(at, "properties"),
                    Read.flag(at, "create"),
                    Read.flag(at, "close"));
        }
    }

    static CaseReferences of(JsonNode at) {
        Map<String, List<String>> load = new LinkedHashMap<>();
        at.path("load")
                .properties()
                .forEach(question -> load.put(question.getKey(), Read.words(at.path("load"), question.getKey())));
        return new CaseReferences(load, Read.map(at, "save", Save::of));
    }
}

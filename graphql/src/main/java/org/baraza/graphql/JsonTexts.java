// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** JSON objects of strings, as inputs have them: phones know nothing else. */
final class JsonTexts {
    private JsonTexts() {}

    static Map<String, String> of(Map<String, Object> json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new Refused(Problem.Invalid.field(
                        "metadata", "METADATA_INVALID", "Metadata is an object whose values are strings."));
            }
            texts.put(name, text);
        });
        return texts;
    }
}

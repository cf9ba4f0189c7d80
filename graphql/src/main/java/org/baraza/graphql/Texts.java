// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Objects whose values are strings; phones know nothing else. */
final class Texts {
    private Texts() {}

    /**
     * Reads such an object; nothing is an empty one.
     *
     * @param field the input field that it stands in
     */
    static Map<String, String> read(String field, String code, @Nullable Map<String, Object> json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json != null) {
            json.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw new Refused(
                            Problem.Invalid.field(field, code, "This is an object whose values are strings."));
                }
                texts.put(name, text);
            });
        }
        return texts;
    }
}

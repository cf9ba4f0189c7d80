// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The answer that is written into a property.
 *
 * @param onlyIfChanged only when it differs from what the case says
 */
public record Update(String question, boolean onlyIfChanged) {
    public static final Update NONE = new Update("", false);

    public boolean isSet() {
        return !question.isBlank();
    }

    /** Before 2023 an update was the path alone. */
    static Update of(JsonNode at) {
        return at.isObject()
                ? new Update(
                        Read.text(at, "question_path"),
                        Read.text(at, "update_mode").equals("edit"))
                : new Update(Read.scalar(at), false);
    }

    /** The updates by property. */
    static Map<String, Update> map(JsonNode at) {
        Map<String, Update> updates = new LinkedHashMap<>();
        at.properties().forEach(property -> {
            Update update = of(property.getValue());
            if (update.isSet()) {
                updates.put(property.getKey(), update);
            }
        });
        return updates;
    }

    /** A name, which older documents say under a key of its own. */
    static Update name(JsonNode at, String olderKey) {
        Update name = of(at.path("name_update"));
        return name.isSet() ? name : new Update(Read.text(at, olderKey), false);
    }
}

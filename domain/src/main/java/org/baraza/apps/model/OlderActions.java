// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns case actions as they were written before 2023 into those of today (app model, section 5.1). */
final class OlderActions {
    private OlderActions() {}

    /** Whether there was anything to rewrite. */
    static boolean rewrite(ObjectNode actions) {
        boolean changed = name(actions.path("open_case"), "name_path");
        changed |= updates(actions.path("update_case").path("update"));
        changed |= updates(actions.path("usercase_update").path("update"));
        for (JsonNode subcase : actions.path("subcases")) {
            changed |= name(subcase, "case_name");
            changed |= updates(subcase.path("case_properties"));
        }
        for (JsonNode load : actions.path("load_update_cases")) {
            changed |= updates(load.path("case_properties"));
        }
        for (JsonNode open : actions.path("open_cases")) {
            changed |= name(open, "name_path");
            changed |= updates(open.path("case_properties"));
        }
        return changed;
    }

    private static boolean name(JsonNode at, String olderKey) {
        if (!(at instanceof ObjectNode action) || !action.has(olderKey)) {
            return false;
        }
        String path = Read.text(action, olderKey);
        action.remove(olderKey);
        if (!action.path("name_update").isObject()) {
            update(action.putObject("name_update"), path);
        }
        return true;
    }

    private static boolean updates(JsonNode at) {
        if (!(at instanceof ObjectNode updates)) {
            return false;
        }
        Map<String, String> older = new LinkedHashMap<>();
        updates.properties().stream()
                .filter(property -> !property.getValue().isObject())
                .forEach(property -> older.put(property.getKey(), Read.scalar(property.getValue())));
        older.forEach((property, path) -> update(updates.putObject(property), path));
        return !older.isEmpty();
    }

    private static void update(ObjectNode update, String path) {
        update.put("question_path", path);
        update.put("update_mode", "always");
    }
}

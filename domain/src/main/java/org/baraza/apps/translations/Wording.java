// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A text of the document in its languages. */
final class Wording {
    private Wording() {}

    static Map<String, String> of(JsonNode texts) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        texts.properties().forEach(text -> {
            if (text.getValue().isString()) {
                byLanguage.put(text.getKey(), text.getValue().asString());
            }
        });
        return byLanguage;
    }

    /** What the text is afterwards; a blank cell takes a translation away. */
    static Map<String, String> after(Map<String, String> before, Map<String, String> cells) {
        Map<String, String> after = new LinkedHashMap<>(before);
        cells.forEach((language, text) -> {
            if (!text.isBlank()) {
                after.put(language, text);
            } else if (!after.getOrDefault(language, "").isEmpty()) {
                after.remove(language);
            }
        });
        return after;
    }

    /** Writes a text under a key of an object. */
    static void put(ObjectNode at, String key, Map<String, String> byLanguage) {
        ObjectNode texts = at.putObject(key);
        byLanguage.forEach(texts::put);
    }
}

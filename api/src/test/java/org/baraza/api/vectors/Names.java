// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What names in a vector stand for: ids of the world, and what earlier answers said. */
final class Names {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, JsonNode> values = new HashMap<>();

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    /** The same with every name replaced by what it stands for; one that is all of a text may be no text. */
    JsonNode filled(JsonNode node) {
        if (node.isString()) {
            var whole = NAME.matcher(node.asString());
            return whole.matches() ? value(whole.group(1)) : JsonMapper.shared().valueToTree(filled(node.asString()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonMapper.shared().createArrayNode();
            node.forEach(element -> array.add(filled(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonMapper.shared().createObjectNode();
            node.properties().forEach(entry -> object.set(filled(entry.getKey()), filled(entry.getValue())));
            return object;
        }
        return node;
    }

    private String filled(String text) {
        return NAME.matcher(text)
                .replaceAll(name -> java.util.regex.Matcher.quoteReplacement(
                        value(name.group(1)).asString()));
    }

    private JsonNode value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new Mismatch("nothing is known under the name " + name));
    }
}

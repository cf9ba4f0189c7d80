// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A form as JSON, as APIs, exports, forwarders and case processing see it (device protocol: XML to JSON, rules 1–8).
 */
public final class FormJson {

    private static final String TYPE = "#type";
    private static final String TEXT = "#text";
    private static final String NAMESPACE = "@xmlns";

    private FormJson() {}

    /** The JSON of a whole form: the root's content with {@code #type} naming the root (rule 7). */
    public static ObjectNode of(XmlElement root) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(TYPE, Timestamps.normalised(root.name()));
        fill(json, root, "");
        return json;
    }

    /** An element within a parent of that namespace: a string if it has nothing but text (rule 4), else an object. */
    private static JsonNode value(XmlElement element, String parentNamespace) {
        boolean plain = element.attributes().isEmpty()
                && element.children().isEmpty()
                && !changesNamespace(element, parentNamespace);
        if (plain) {
            return StringNode.valueOf(Timestamps.normalised(element.text()));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fill(json, element, parentNamespace);
        return json;
    }

    private static void fill(ObjectNode json, XmlElement element, String parentNamespace) {
        if (changesNamespace(element, parentNamespace)) {
            json.put(NAMESPACE, Timestamps.normalised(element.namespace()));
        }
        for (XmlAttribute attribute : element.attributes()) {
            json.put(key(attribute), Timestamps.normalised(attribute.value()));
        }
        for (XmlElement child : element.children()) {
            add(json, child.name(), value(child, element.namespace()));
        }
        if (!element.text().isBlank()) {
            json.put(TEXT, Timestamps.normalised(element.text()));
        }
    }

    /** Rule 2: an element back in no namespace says nothing about it. */
    private static boolean changesNamespace(XmlElement element, String parentNamespace) {
        return !element.namespace().isEmpty() && !element.namespace().equals(parentNamespace);
    }

    /** Rule 1. */
    private static String key(XmlAttribute attribute) {
        return attribute.namespace().isEmpty()
                ? "@" + attribute.name()
                : "@{" + attribute.namespace() + "}" + attribute.name();
    }

    /** Rule 3: siblings of one name share a list at the place of the first. */
    private static void add(ObjectNode json, String name, JsonNode value) {
        JsonNode earlier = json.get(name);
        switch (earlier) {
            case null -> json.set(name, value);
            case ArrayNode list -> list.add(value);
            default -> json.putArray(name).add(earlier).add(value);
        }
    }
}

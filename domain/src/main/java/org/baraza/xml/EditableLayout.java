// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes elements with the prefixes that they have, and declares those that are not declared where they stand. */
final class EditableLayout {
    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final XmlWriter out;

    EditableLayout(XmlWriter out) {
        this.out = out;
    }

    void write(EditableElement root) throws IOException {
        element(root, Map.of("", "", "xml", XML_NAMESPACE), 0, true);
        out.text("\n");
    }

    void writeInline(EditableElement root) throws IOException {
        element(root, Map.of("", "", "xml", XML_NAMESPACE), 0, false);
    }

    private void element(EditableElement element, Map<String, String> outer, int depth, boolean lines)
            throws IOException {
        out.start(qualified(element.prefix(), element.name()));
        Map<String, String> scope = declare(element, outer);
        writeAttributes(element, scope);
        List<EditableNode> nodes = element.nodes();
        boolean laidOut = lines && !nodes.isEmpty() && nodes.stream().noneMatch(node -> node instanceof EditableText);
        for (EditableNode node : nodes) {
            switch (node) {
                case EditableElement child -> {
                    if (laidOut) {
                        out.text("\n" + "  ".repeat(depth + 1));
                    }
                    element(child, scope, depth + 1, laidOut);
                }
                case EditableText piece -> out.text(piece.text());
            }
        }
        if (laidOut) {
            out.text("\n" + "  ".repeat(depth));
        }
        out.end();
    }

    private Map<String, String> declare(EditableElement element, Map<String, String> outer) throws IOException {
        Map<String, String> missing = new LinkedHashMap<>();
        element.declarations().forEach((prefix, namespace) -> {
            if (!namespace.equals(outer.get(prefix))) {
                missing.put(prefix, namespace);
            }
        });
        if (!element.namespace().equals(missing.getOrDefault(element.prefix(), outer.get(element.prefix())))) {
            missing.put(element.prefix(), element.namespace());
        }
        Map<String, String> scope = outer;
        if (!missing.isEmpty()) {
            scope = new HashMap<>(outer);
            scope.putAll(missing);
        }
        Map<String, String> seen = scope;
        element.eachAttribute((namespace, name, value) -> {
            if (!namespace.isEmpty() && prefixOf(namespace, seen, missing).isEmpty()) {
                missing.put(element.attributePrefix(namespace), namespace);
            }
        });
        if (missing.isEmpty()) {
            return outer;
        }
        scope = new HashMap<>(outer);
        scope.putAll(missing);
        for (Map.Entry<String, String> declaration : missing.entrySet()) {
            out.attribute(
                    declaration.getKey().isEmpty() ? "xmlns" : "xmlns:" + declaration.getKey(), declaration.getValue());
        }
        return scope;
    }

    private void writeAttributes(EditableElement element, Map<String, String> scope) throws IOException {
        record Written(String name, String value) {}
        List<Written> all = new ArrayList<>();
        element.eachAttribute((namespace, name, value) -> all.add(new Written(
                qualified(namespace.isEmpty() ? "" : prefixOf(namespace, scope, Map.of()), name), value)));
        for (Written attribute : all) {
            out.attribute(attribute.name(), attribute.value());
        }
    }

    /** A prefix of the namespace that is in force, the first by name so that every run writes the same; empty if none. */
    private static String prefixOf(String namespace, Map<String, String> scope, Map<String, String> also) {
        String found = "";
        for (Map<String, String> declared : List.of(scope, also)) {
            for (Map.Entry<String, String> declaration : declared.entrySet()) {
                String prefix = declaration.getKey();
                if (!prefix.isEmpty()
                        && declaration.getValue().equals(namespace)
                        && (found.isEmpty() || prefix.compareTo(found) < 0)) {
                    found = prefix;
                }
            }
        }
        return found;
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }
}

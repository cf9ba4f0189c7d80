// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.xml.XmlAttribute;
import org.baraza.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** A document in memory as an instance: fixtures, sessions, and whatever is small. Every value is a text. */
public final class XmlInstance implements Node {

    private final String name;
    private final Value value;
    private final @Nullable Node parent;
    private final List<XmlInstance> children = new ArrayList<>();
    private final List<XmlInstance> attributes = new ArrayList<>();
    private final Map<String, List<XmlInstance>> byName = new HashMap<>();

    private XmlInstance(String name, String text, @Nullable Node parent) {
        this.name = name;
        this.value = Value.of(text);
        this.parent = parent;
    }

    /** The top of the document with that root element. */
    public static Node of(XmlElement root) {
        XmlInstance top = new XmlInstance("", "", null);
        top.add(root);
        return top;
    }

    private void add(XmlElement element) {
        XmlInstance child = new XmlInstance(element.name(), element.text(), this);
        for (XmlAttribute attribute : element.attributes()) {
            child.attributes.add(new XmlInstance(attribute.name(), attribute.value(), child));
        }
        element.children().forEach(child::add);
        children.add(child);
        byName.computeIfAbsent(child.name, any -> new ArrayList<>()).add(child);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public Value value() {
        return value;
    }

    @Override
    public List<XmlInstance> children() {
        return children;
    }

    @Override
    public List<XmlInstance> children(String wanted) {
        return byName.getOrDefault(wanted, List.of());
    }

    @Override
    public List<XmlInstance> attributes() {
        return attributes;
    }

    @Override
    public Optional<XmlInstance> attribute(String wanted) {
        for (XmlInstance attribute : attributes) {
            if (attribute.name.equals(wanted)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}

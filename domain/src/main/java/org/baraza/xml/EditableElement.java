// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An element of a document that is put together or changed before it is written: prefixes are kept, and text may stand
 * between elements. Not safe for several threads.
 */
public final class EditableElement implements EditableNode {
    private final String prefix;
    private final String name;
    private final String namespace;
    private final Map<String, String> declarations = new LinkedHashMap<>(4);
    private final Map<Attribute, String> attributes = new LinkedHashMap<>();
    private final List<EditableNode> nodes = new ArrayList<>();

    /** Which attribute it is; the prefix does not count. */
    private record Attribute(String namespace, String name) {}

    /** The prefixes that attributes of a namespace are written with, if the document has not said others. */
    private final Map<String, String> attributePrefixes = new LinkedHashMap<>(2);

    private EditableElement(String prefix, String name, String namespace) {
        this.prefix = prefix;
        this.name = name;
        this.namespace = namespace;
    }

    /** An element in no namespace. */
    public static EditableElement of(String name) {
        return new EditableElement("", name, "");
    }

    /** An element that is written without a prefix. */
    public static EditableElement of(String name, String namespace) {
        return new EditableElement("", name, namespace);
    }

    public static EditableElement of(String prefix, String name, String namespace) {
        return new EditableElement(prefix, name, namespace);
    }

    public String name() {
        return name;
    }

    public String prefix() {
        return prefix;
    }

    public String namespace() {
        return namespace;
    }

    public boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    /** Declares a prefix here, for names in values; those of elements and attributes are declared by themselves. */
    public EditableElement declare(String newPrefix, String forNamespace) {
        declarations.put(newPrefix, forNamespace);
        return this;
    }

    Map<String, String> declarations() {
        return declarations;
    }

    public Optional<String> attribute(String localName) {
        return attribute("", localName);
    }

    public Optional<String> attribute(String ofNamespace, String localName) {
        return Optional.ofNullable(attributes.get(new Attribute(ofNamespace, localName)));
    }

    public EditableElement set(String localName, String value) {
        attributes.put(new Attribute("", localName), value);
        return this;
    }

    public EditableElement set(String withPrefix, String ofNamespace, String localName, String value) {
        attributePrefixes.putIfAbsent(ofNamespace, withPrefix);
        attributes.put(new Attribute(ofNamespace, localName), value);
        return this;
    }

    public EditableElement unset(String ofNamespace, String localName) {
        attributes.remove(new Attribute(ofNamespace, localName));
        return this;
    }

    /** Shows every attribute as it is now; they may be changed meanwhile. */
    public void eachAttribute(AttributeVisitor visitor) {
        new LinkedHashMap<>(attributes)
                .forEach((attribute, value) -> visitor.visit(attribute.namespace(), attribute.name(), value));
    }

    /** Looks at one attribute. */
    @FunctionalInterface
    public interface AttributeVisitor {
        void visit(String namespace, String name, String value);
    }

    String attributePrefix(String ofNamespace) {
        return attributePrefixes.getOrDefault(ofNamespace, "a");
    }

    public List<EditableNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** The elements in this one as they are now. */
    public List<EditableElement> elements() {
        List<EditableElement> elements = new ArrayList<>(nodes.size());
        for (EditableNode node : nodes) {
            if (node instanceof EditableElement element) {
                elements.add(element);
            }
        }
        return elements;
    }

    public List<EditableElement> elements(String localName) {
        return elements().stream()
                .filter(element -> element.name.equals(localName))
                .toList();
    }

    public Optional<EditableElement> element(String localName) {
        for (EditableNode node : nodes) {
            if (node instanceof EditableElement element && element.name.equals(localName)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The element's own text, all pieces of it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (EditableNode node : nodes) {
            if (node instanceof EditableText piece) {
                text.append(piece.text());
            }
        }
        return text.toString();
    }

    public EditableElement add(EditableNode node) {
        nodes.add(node);
        return this;
    }

    public EditableElement add(List<? extends EditableNode> several) {
        nodes.addAll(several);
        return this;
    }

    /** Adds an element with nothing but text. */
    public EditableElement add(String localName, String text) {
        return add(of(localName, namespace).addText(text));
    }

    public EditableElement addText(String text) {
        if (!text.isEmpty()) {
            nodes.add(new EditableText(text));
        }
        return this;
    }

    /** Puts an element behind the last of that name, or at the end if there is none. */
    public EditableElement addAfterLast(String localName, EditableElement element) {
        int at = nodes.size();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i) instanceof EditableElement other && other.name.equals(localName)) {
                at = i + 1;
                break;
            }
        }
        nodes.add(at, element);
        return this;
    }

    public EditableElement addFirst(EditableElement element) {
        nodes.addFirst(element);
        return this;
    }

    public void remove(EditableNode node) {
        nodes.removeIf(other -> other == node);
    }

    /** Leaves out text that is only layout, here and below. */
    public void dropBlanks() {
        nodes.removeIf(
                node -> node instanceof EditableText piece && piece.text().isBlank());
        elements().forEach(EditableElement::dropBlanks);
    }

    /** Shows this element and all below it, in the order of the document. */
    public void walk(Consumer<EditableElement> visitor) {
        visitor.accept(this);
        elements().forEach(element -> element.walk(visitor));
    }

    /** The same element once more, with all that is in it. */
    public EditableElement copy() {
        EditableElement copy = new EditableElement(prefix, name, namespace);
        copy.declarations.putAll(declarations);
        copy.attributes.putAll(attributes);
        copy.attributePrefixes.putAll(attributePrefixes);
        for (EditableNode node : nodes) {
            copy.nodes.add(node instanceof EditableElement element ? element.copy() : node);
        }
        return copy;
    }
}

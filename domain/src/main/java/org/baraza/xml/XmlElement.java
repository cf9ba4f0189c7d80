// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.util.List;
import java.util.Optional;

/**
 * An element of a parsed document with everything a form's reader may ask of it; prefixes, comments, processing
 * instructions and text after a child are gone.
 *
 * @param name the local name
 * @param namespace the namespace URI, empty if the element is in none
 * @param text the element's own text before its first child, not trimmed, empty if there is none
 */
public record XmlElement(
        String name, String namespace, List<XmlAttribute> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of that local name, in whichever namespace. */
    public Optional<XmlElement> child(String localName) {
        for (XmlElement child : children) {
            if (child.name.equals(localName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Every child of that local name, in whichever namespace and in document order. */
    public List<XmlElement> children(String localName) {
        return children.stream().filter(child -> child.name.equals(localName)).toList();
    }

    /** The value of the attribute of that name that is in no namespace. */
    public Optional<String> attribute(String localName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.namespace().isEmpty() && attribute.name().equals(localName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }
}

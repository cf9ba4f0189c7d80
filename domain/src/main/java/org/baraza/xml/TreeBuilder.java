// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Turns the parser's events into a tree, without recursion, and stops at the first limit passed. */
final class TreeBuilder {

    private final XMLStreamReader2 parser;
    private final XmlLimits limits;
    private final List<OpenElement> open = new ArrayList<>();
    private final BlankTexts blanks = new BlankTexts();
    private int elements;

    TreeBuilder(XMLStreamReader2 parser, XmlLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    XmlElement tree() throws XMLStreamException, XmlRejected {
        List<XmlElement> roots = new ArrayList<>(1);
        while (parser.hasNext()) {
            switch (parser.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end(roots);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.DTD ->
                    throw refused(XmlRejected.Reason.DOCTYPE, "a document type declaration is not accepted");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(XmlRejected.Reason.ENTITY, "only the five entities of XML itself are accepted");
                default -> {}
            }
        }
        return roots.getFirst();
    }

    private void start() throws XmlRejected {
        elements++;
        if (elements > limits.elements()) {
            throw refused(XmlRejected.Reason.ELEMENTS, "more than " + limits.elements() + " elements");
        }
        if (open.size() >= limits.depth()) {
            throw refused(XmlRejected.Reason.DEPTH, "elements are nested more than " + limits.depth() + " deep");
        }
        if (parser.getAttributeCount() + parser.getNamespaceCount() > limits.attributes()) {
            throw refused(
                    XmlRejected.Reason.ATTRIBUTES, "more than " + limits.attributes() + " attributes on one element");
        }
        open.add(new OpenElement(name(parser.getLocalName()), orNone(parser.getNamespaceURI()), attributes()));
    }

    private List<XmlAttribute> attributes() throws XmlRejected {
        int count = parser.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        XmlAttribute[] attributes = new XmlAttribute[count];
        for (int i = 0; i < count; i++) {
            String value = parser.getAttributeValue(i);
            if (value.length() > limits.textLength()) {
                throw refused(XmlRejected.Reason.TEXT_LENGTH, "an attribute is too long");
            }
            attributes[i] = new XmlAttribute(
                    name(parser.getAttributeLocalName(i)), orNone(parser.getAttributeNamespace(i)), value);
        }
        return List.of(attributes);
    }

    private void text() throws XmlRejected {
        if (!open.getLast().keepsText()) {
            return;
        }
        boolean fits = open.getLast()
                .text(
                        parser.getTextCharacters(),
                        parser.getTextStart(),
                        parser.getTextLength(),
                        limits.textLength(),
                        blanks);
        if (!fits) {
            throw refused(
                    XmlRejected.Reason.TEXT_LENGTH, "a text is longer than " + limits.textLength() + " characters");
        }
    }

    private void end(List<XmlElement> roots) {
        XmlElement closed = open.removeLast().closed();
        if (open.isEmpty()) {
            roots.add(closed);
        } else {
            open.getLast().child(closed);
        }
    }

    private String name(String localName) throws XmlRejected {
        if (localName.length() > limits.nameLength()) {
            throw refused(
                    XmlRejected.Reason.NAME_LENGTH, "a name is longer than " + limits.nameLength() + " characters");
        }
        return localName;
    }

    /** The parser says null or an empty string for "no namespace", depending on where it looks. */
    private static String orNone(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }

    private XmlRejected refused(XmlRejected.Reason reason, String message) {
        return Refusals.at(reason, message, parser.getLocation());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads documents that are going to be changed, and writes them. Comments and processing instructions go. */
public final class EditableDocuments {
    private EditableDocuments() {}

    /** Reads a document whole, or refuses it, as {@link XmlReader} does. */
    public static EditableElement read(byte[] document, XmlLimits limits) throws XmlRejected {
        if (document.length > limits.bytes()) {
            throw new XmlRejected(
                    XmlRejected.Reason.TOO_LARGE, "the document is larger than " + limits.bytes() + " bytes");
        }
        if (XmlReader.isBlank(document)) {
            throw new XmlRejected(XmlRejected.Reason.EMPTY, "the document is empty");
        }
        try {
            XMLStreamReader2 parser = XmlParsers.of(document);
            try {
                return new Reading(parser, limits).root();
            } finally {
                parser.closeCompletely();
            }
        } catch (XMLStreamException refused) {
            throw Refusals.of(refused);
        }
    }

    /** The document as UTF-8 with a declaration, laid out over lines where no text stands. */
    public static byte[] bytes(EditableElement root) {
        return XmlWriter.bytes(out -> new EditableLayout(out.declaration()).write(root));
    }

    /** The document as UTF-8 with a declaration, not a character added: for documents whose blanks have a meaning. */
    public static byte[] compactBytes(EditableElement root) {
        return XmlWriter.bytes(out -> new EditableLayout(out.declaration()).writeInline(root));
    }

    /** One element as text, in one line and without a declaration. */
    public static byte[] fragment(EditableElement root) {
        return XmlWriter.bytes(out -> new EditableLayout(out).writeInline(root));
    }

    private static final class Reading {
        private final XMLStreamReader2 parser;
        private final XmlLimits limits;
        private final List<EditableElement> open = new ArrayList<>();
        private int elements;

        Reading(XMLStreamReader2 parser, XmlLimits limits) {
            this.parser = parser;
            this.limits = limits;
        }

        EditableElement root() throws XMLStreamException, XmlRejected {
            @Nullable EditableElement root = null;
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        EditableElement started = start();
                        root = root == null ? started : root;
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                    case XMLStreamConstants.DTD ->
                        throw refused(XmlRejected.Reason.DOCTYPE, "a document type declaration is not accepted");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused(XmlRejected.Reason.ENTITY, "only the five entities of XML itself are accepted");
                    default -> {}
                }
            }
            if (root == null) {
                throw refused(XmlRejected.Reason.EMPTY, "the document has no element");
            }
            return root;
        }

        private EditableElement start() throws XmlRejected {
            elements++;
            if (elements > limits.elements()) {
                throw refused(XmlRejected.Reason.ELEMENTS, "more than " + limits.elements() + " elements");
            }
            if (open.size() >= limits.depth()) {
                throw refused(XmlRejected.Reason.DEPTH, "elements are nested more than " + limits.depth() + " deep");
            }
            EditableElement element = EditableElement.of(
                    orNone(parser.getPrefix()), parser.getLocalName(), orNone(parser.getNamespaceURI()));
            for (int i = 0; i < parser.getNamespaceCount(); i++) {
                element.declare(orNone(parser.getNamespacePrefix(i)), orNone(parser.getNamespaceURI(i)));
            }
            for (int i = 0; i < parser.getAttributeCount(); i++) {
                element.set(
                        orNone(parser.getAttributePrefix(i)),
                        orNone(parser.getAttributeNamespace(i)),
                        parser.getAttributeLocalName(i),
                        parser.getAttributeValue(i));
            }
            if (!open.isEmpty()) {
                open.getLast().add(element);
            }
            open.add(element);
            return element;
        }

        private void text() throws XmlRejected {
            if (open.isEmpty()) {
                return;
            }
            String text = parser.getText();
            if (text.length() > limits.textLength()) {
                throw refused(
                        XmlRejected.Reason.TEXT_LENGTH, "a text is longer than " + limits.textLength() + " characters");
            }
            open.getLast().addText(text);
        }

        /** The parser says null or an empty string for "none", depending on where it looks. */
        private static String orNone(@Nullable String text) {
            return text == null ? "" : text;
        }

        private XmlRejected refused(XmlRejected.Reason reason, String message) {
            return Refusals.at(reason, message, parser.getLocation());
        }
    }
}

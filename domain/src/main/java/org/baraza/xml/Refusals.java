// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxUnexpectedCharException;
import java.io.CharConversionException;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parser's complaints in words of our own: the parser quotes the document in its messages, we must not. */
final class Refusals {

    private Refusals() {}

    static XmlRejected of(XMLStreamException complaint) {
        String message = String.valueOf(complaint.getMessage());
        Throwable cause = complaint.getCause();
        Location place = complaint.getLocation();
        if (message.startsWith("Attribute limit (")) {
            return at(XmlRejected.Reason.ATTRIBUTES, "too many attributes on one element", place);
        }
        if (message.startsWith("Maximum attribute size limit (")) {
            return at(XmlRejected.Reason.TEXT_LENGTH, "an attribute is too long", place);
        }
        if (message.startsWith("Maximum Element Depth limit (")) {
            return at(XmlRejected.Reason.DEPTH, "elements are nested too deeply", place);
        }
        if (message.startsWith("Undeclared general entity")) {
            return at(XmlRejected.Reason.ENTITY, "only the five entities of XML itself are accepted", place);
        }
        if (cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException) {
            return at(XmlRejected.Reason.ENCODING, "the bytes are not valid in the document's encoding", place);
        }
        return at(XmlRejected.Reason.NOT_WELL_FORMED, malformed(complaint), place);
    }

    static XmlRejected at(XmlRejected.Reason reason, String message, @Nullable Location place) {
        if (place == null || place.getLineNumber() < 1) {
            return new XmlRejected(reason, message);
        }
        return new XmlRejected(
                reason, message + " at line " + place.getLineNumber() + ", column " + place.getColumnNumber());
    }

    private static String malformed(XMLStreamException complaint) {
        return switch (complaint) {
            case WstxEOFException _ -> "the document ends too early";
            case WstxUnexpectedCharException _ -> "a character is not allowed here";
            default -> "the document is not well-formed XML";
        };
    }
}

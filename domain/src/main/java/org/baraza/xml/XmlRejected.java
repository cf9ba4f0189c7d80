// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/** A document that was refused; the message says why and where in plain words and never quotes the document. */
public final class XmlRejected extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a document is refused. */
    public enum Reason {
        /** Not a byte, or nothing but blanks. */
        EMPTY,
        /** More bytes than allowed. */
        TOO_LARGE,
        /** Not well-formed XML 1.0 with namespaces. */
        NOT_WELL_FORMED,
        /** A document type declaration. */
        DOCTYPE,
        /** An entity other than the five of XML itself. */
        ENTITY,
        /** An encoding we do not read, or bytes that are none of the encoding's characters. */
        ENCODING,
        /** A version of XML other than 1.0. */
        VERSION,
        /** Elements nested too deeply. */
        DEPTH,
        /** Too many attributes on one element. */
        ATTRIBUTES,
        /** Too many elements. */
        ELEMENTS,
        /** An attribute value or a text that is too long. */
        TEXT_LENGTH,
        /** A name that is too long. */
        NAME_LENGTH
    }

    private final Reason reason;

    XmlRejected(Reason reason, String message) {
        super(message, null, false, true);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.io.IOException;

/** A request body that is not what its headers say; the message never quotes it. */
public final class MalformedBody extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the body. */
    public enum Reason {
        /** The content type is no {@code multipart/form-data} or names no usable boundary. */
        NO_BOUNDARY("the request names no multipart boundary"),
        /** The body does not begin with the boundary. */
        NO_PARTS("the body holds no parts"),
        /** The body ends before its closing boundary, or its compressed data before their end. */
        TRUNCATED("the body ends too early"),
        /** The headers of one part are too long. */
        LONG_HEADERS("the headers of a part are too long"),
        /** A part's headers cannot be read, or it has no name. */
        BAD_HEADERS("the headers of a part cannot be read"),
        /** A part comes in a transfer encoding that is not in use over HTTP. */
        TRANSFER_ENCODING("parts must come as they are, without a transfer encoding"),
        /** More parts than allowed. */
        TOO_MANY_PARTS("the body has too many parts"),
        /** A form field among the files of a submission. */
        FORM_FIELD("Received a submission with POST.keys()"),
        /** A multipart submission without a form. */
        NO_FORM("There is no part named xml_submission_file"),
        /** A multipart submission with several forms. */
        SEVERAL_FORMS("There is more than one part named xml_submission_file"),
        /** A submission whose form has no bytes. */
        EMPTY_FORM("Post may not have an empty body"),
        /** The body claims to be gzip and is not. */
        NOT_GZIP("the body is not valid gzip"),
        /** The body swells beyond any honest compression. */
        COMPRESSION_BOMB("the body is compressed beyond what is accepted");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    public MalformedBody(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

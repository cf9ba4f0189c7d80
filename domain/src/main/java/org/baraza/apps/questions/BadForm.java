// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import org.jspecify.annotations.Nullable;

/** A source that is no form; the message says why in plain words. */
public final class BadForm extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** There is nothing. */
        BLANK,
        /** It is no XML that is accepted. */
        NOT_XML,
        /** It is XML without the parts of a form. */
        NOT_A_FORM
    }

    private final Reason reason;

    BadForm(Reason reason, String message) {
        super(message, null, false, true);
        this.reason = reason;
    }

    BadForm(Reason reason, @Nullable String message, Throwable cause) {
        super(message, cause, false, true);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, in a sentence. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "The form cannot be read" : message;
    }
}

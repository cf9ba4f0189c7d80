// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import org.baraza.xpath.Span;

/** A text that is no query for cases; the message says why in a plain sentence. */
public final class BadCaseQuery extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    BadCaseQuery(Span span, String message) {
        super(message, null, false, false);
        this.span = span;
    }

    /** Which part of the text is wrong. */
    public Span span() {
        return span;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

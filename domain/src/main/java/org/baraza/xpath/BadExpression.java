// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** A text that is no expression; the message says in a plain sentence what is wrong and what was expected. */
public final class BadExpression extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    BadExpression(Span span, String message) {
        super(message, null, false, false);
        this.span = span;
    }

    /** Where it goes wrong. */
    public Span span() {
        return span;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

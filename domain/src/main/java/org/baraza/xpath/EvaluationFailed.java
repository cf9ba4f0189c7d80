// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * An expression that cannot be evaluated. The message says why in a plain sentence; it may quote what people answered, so it
 * is for whoever asked and for no log.
 */
public final class EvaluationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    public EvaluationFailed(String message) {
        this(message, Span.NOWHERE);
    }

    EvaluationFailed(String message, Span span) {
        super(message, null, false, false);
        this.span = span;
    }

    /** Which part of the expression fails. */
    public Span span() {
        return span;
    }

    /** The same failure with its place, if it has none. */
    EvaluationFailed at(Span place) {
        return span.equals(Span.NOWHERE) ? new EvaluationFailed(getMessage(), place) : this;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

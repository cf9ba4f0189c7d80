// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * Something that is wrong with an expression, or looks so.
 *
 * @param message a plain sentence for whoever wrote the expression
 */
public record Finding(Code code, Span span, String message) {

    /** What is found. */
    public enum Code {
        /** The text is no expression; devices refuse to install it. */
        SYNTAX(true),
        UNKNOWN_FUNCTION(true),
        UNKNOWN_INSTANCE(true),
        UNKNOWN_QUESTION(true),
        UNKNOWN_VARIABLE(true),
        UNKNOWN_SHORT_NAME(true),
        /** Cases may hold properties that nobody declared. */
        UNKNOWN_PROPERTY(false),
        /** A function is asked about nodes and gets a value. */
        NODES_NEEDED(true),
        /** A date format with a letter that means nothing. */
        BAD_FORMAT(true),
        BAD_PATTERN(true),
        /** A condition on a step that no node can meet. */
        NEVER_HOLDS(false),
        /** A text where a number is needed. */
        NO_NUMBER(false);

        private final boolean error;

        Code(boolean error) {
            this.error = error;
        }
    }

    /** Whether it fails on devices for certain; else it is a warning. */
    public boolean isError() {
        return code.error;
    }
}

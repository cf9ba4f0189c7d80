// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * What can be written at a place of a text that is being typed.
 *
 * @param expected what kind of name fits there
 * @param within what the name belongs to: the path before it ({@code /data/child}), the short name ({@code #case}), else empty
 * @param prefix what is already written of the name
 * @param span what a chosen name replaces: the prefix
 */
public record Completion(Expected expected, String within, String prefix, Span span) {

    /** What kinds of names there are. */
    public enum Expected {
        /** The start of a value: a function, a path, a short name. */
        VALUE,
        /** The next step of a path into the form or into an instance. */
        STEP,
        /** A question behind {@code #form}. */
        QUESTION,
        /** A case property behind {@code #case}, {@code #user} or a path to a case. */
        PROPERTY,
        /** What may stand behind #. */
        SHORT_NAME,
        /** The id of an instance. */
        INSTANCE,
        VARIABLE,
        OPERATOR,
        /** Nothing that is known: within a text or a number. */
        NOTHING
    }
}

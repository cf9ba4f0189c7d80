// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * Where in a text a part of an expression stands, counted in UTF-16 units from 0.
 *
 * @param length how many units the part has; 0 for what is missing there
 */
public record Span(int offset, int length) {

    /** The place of what was never written but made by a program. */
    public static final Span NOWHERE = new Span(0, 0);

    public int end() {
        return offset + length;
    }

    /** From the start of this one to the end of another, which stands behind it. */
    public Span to(Span last) {
        return new Span(offset, last.end() - offset);
    }
}

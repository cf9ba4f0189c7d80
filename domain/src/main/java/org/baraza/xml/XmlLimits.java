// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/**
 * How large a document may be before it is refused. Every figure is an inclusive maximum.
 *
 * @param bytes of the document as sent
 * @param depth of nested elements; the root is at depth 1
 * @param attributes of one element, namespace declarations included
 * @param elements of the whole document
 * @param textLength characters of one attribute value or of one element's own text
 * @param nameLength characters of a local name
 */
public record XmlLimits(int bytes, int depth, int attributes, int elements, int textLength, int nameLength) {

    private static final int MEGABYTE = 1024 * 1024;

    /** The limits for submitted forms. */
    public static final XmlLimits FORM = new XmlLimits(10 * MEGABYTE, 256, 256, 200_000, MEGABYTE, 1_000);

    public XmlLimits {
        atMost("bytes", bytes, 1_000 * MEGABYTE);
        atMost("depth", depth, XmlParsers.DEPTH_CEILING);
        atMost("attributes", attributes, XmlParsers.ATTRIBUTES_CEILING);
        atMost("elements", elements, Integer.MAX_VALUE);
        atMost("textLength", textLength, XmlParsers.TEXT_CEILING);
        atMost("nameLength", nameLength, XmlParsers.TEXT_CEILING);
    }

    /** The same limits for a document of another size. */
    public XmlLimits withBytes(int maximum) {
        return new XmlLimits(maximum, depth, attributes, elements, textLength, nameLength);
    }

    private static void atMost(String limit, int value, int ceiling) {
        if (value < 1 || value > ceiling) {
            throw new IllegalArgumentException(limit + " must be from 1 to " + ceiling + ": " + value);
        }
    }
}

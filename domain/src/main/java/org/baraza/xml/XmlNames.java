// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/** Which strings may name an element or an attribute. */
public final class XmlNames {

    private XmlNames() {}

    /** Whether the text is a name of XML 1.0, at most one colon between two parts of it allowed. */
    public static boolean isName(String text) {
        boolean atStart = true;
        int colons = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == ':' && !atStart && colons == 0) {
                colons++;
                atStart = true;
            } else if (atStart ? startsName(c) : continuesName(c)) {
                atStart = false;
            } else {
                return false;
            }
        }
        return !atStart;
    }

    private static boolean startsName(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return c >= 0xC0 && c != 0xD7 && c != 0xF7 && c <= 0x2FF
                || c >= 0x370 && c != 0x37E && c <= 0x1FFF
                || c == 0x200C
                || c == 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    private static boolean continuesName(int c) {
        return startsName(c)
                || c == '-'
                || c == '.'
                || c >= '0' && c <= '9'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c == 0x203F
                || c == 0x2040;
    }
}

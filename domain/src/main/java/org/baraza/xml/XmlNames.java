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
            return in(c, 'a', 'z') || in(c, 'A', 'Z') || c == '_';
        }
        return (in(c, 0xC0, 0x2FF) && c != 0xD7 && c != 0xF7)
                || (in(c, 0x370, 0x1FFF) && c != 0x37E)
                || in(c, 0x200C, 0x200D)
                || in(c, 0x2070, 0x218F)
                || in(c, 0x2C00, 0x2FEF)
                || in(c, 0x3001, 0xD7FF)
                || in(c, 0xF900, 0xFDCF)
                || in(c, 0xFDF0, 0xFFFD)
                || in(c, 0x10000, 0xEFFFF);
    }

    private static boolean continuesName(int c) {
        return startsName(c)
                || c == '-'
                || c == '.'
                || in(c, '0', '9')
                || c == 0xB7
                || in(c, 0x300, 0x36F)
                || in(c, 0x203F, 0x2040);
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}

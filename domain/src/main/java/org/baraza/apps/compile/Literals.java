// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

/** Texts as they are written in expressions. */
final class Literals {
    private Literals() {}

    /** XPath has no escapes: a text with both kinds of quotes is put together. */
    static String quoted(String text) {
        if (!text.contains("'")) {
            return "'" + text + "'";
        }
        return text.contains("\"") ? "concat('" + text.replace("'", "', \"'\", '") + "')" : "\"" + text + "\"";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Locale;

/** What an export is of. */
public enum ExportType {
    FORM,
    CASE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ExportType ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

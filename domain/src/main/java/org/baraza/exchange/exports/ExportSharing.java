// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Locale;

/** Who uses an export besides its owner. */
public enum ExportSharing {
    PRIVATE,
    /** Everybody who may export. */
    EXPORT_ONLY,
    /** Everybody who may export, and who may edit shared exports changes it. */
    EDIT_AND_EXPORT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportSharing ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Locale;

/** By which door somebody came who did something. */
public enum Channel {
    /** Signed in to the web. */
    WEB,
    /** Signed in to the web, and an identity provider vouched for her. */
    SSO,
    /** A program. */
    API,
    /** A workbook, or what is done to many at once. */
    BULK,
    /** The server by itself. */
    SERVER;

    /** As it stands in the books and in APIs. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The one of somebody who came in so. */
    public static Channel of(Arrival arrival) {
        return switch (arrival.proof()) {
            case SESSION -> arrival.provider().isPresent() ? SSO : WEB;
            case PASSWORD, PASSWORD_AND_CODE, KEY -> API;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Locale;

/** Whether phones ask for an update. */
public enum Prompt {
    OFF,
    /** They ask, and the worker may put it off. */
    ON,
    /** They ask, and nothing else can be done before it is installed. */
    FORCED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Prompt ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

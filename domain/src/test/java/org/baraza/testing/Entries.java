// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.util.Map;
import java.util.Optional;

/** Entries of maps that a test knows to be there. */
public final class Entries {
    private Entries() {}

    /** The value of the key; fails the test when there is none. */
    public static <V> V at(Map<String, V> map, String key) {
        return Optional.ofNullable(map.get(key))
                .orElseThrow(() -> new AssertionError("no " + key + " in " + map.keySet()));
    }
}

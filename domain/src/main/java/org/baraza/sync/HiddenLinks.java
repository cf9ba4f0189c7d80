// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Links that are stored but would make a device drop the case or fail: their target is gone, is the case itself, or leads
 * back to it. They are rare, so their names are kept in a map.
 */
final class HiddenLinks {
    private final Map<Integer, Set<String>> names = new HashMap<>();

    void hide(int caseNumber, String linkName) {
        names.computeIfAbsent(caseNumber, number -> new HashSet<>()).add(linkName);
    }

    /** Names of the hidden links of a case. */
    Set<String> of(int caseNumber) {
        return names.getOrDefault(caseNumber, Set.of());
    }
}

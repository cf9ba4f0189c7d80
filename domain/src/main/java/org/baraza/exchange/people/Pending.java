// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Groups that rows of a rehearsal would have made: later rows may name them. */
final class Pending {
    private final boolean rehearsal;
    private final Set<String> groups = new HashSet<>();

    Pending(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    boolean isRehearsal() {
        return rehearsal;
    }

    void group(String name) {
        if (rehearsal) {
            groups.add(key(name));
        }
    }

    boolean hasGroup(String name) {
        return groups.contains(key(name));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The engine's purge, sentence by sentence, each repeated until it adds nothing. */
final class PhonePurge {
    private final CaseDb db;
    private final Set<String> owners;
    private final Set<String> here;

    PhonePurge(CaseDb db, Set<String> owners) {
        this.db = db;
        this.owners = owners;
        this.here = db.ids();
    }

    Set<String> alive() {
        while (here.removeIf(id -> held(id).links.values().stream().anyMatch(link -> !here.contains(link.target())))) {
            // what pointed to those that just went goes in the next round
        }
        Set<String> relevant = where(held -> !held.closed && owners.contains(held.owner));
        upwards(relevant);
        downwards(relevant, false);
        Set<String> available = where(held -> !held.closed && relevant.contains(held.id) && !held.hasHost());
        downwards(available, true);
        Set<String> alive =
                where(held -> owners.contains(held.owner) && relevant.contains(held.id) && available.contains(held.id));
        for (int round = 0; round < 2; round++) {
            upwards(alive);
            downwards(alive, true);
        }
        return alive;
    }

    private PhoneCase held(String id) {
        PhoneCase held = db.cases.get(id);
        if (held == null) {
            throw new IllegalStateException(id);
        }
        return held;
    }

    private Set<String> where(Predicate<PhoneCase> belongs) {
        Set<String> found = new TreeSet<>(here);
        found.removeIf(id -> !belongs.test(held(id)));
        return found;
    }

    /** From a case to what it points to. */
    private void upwards(Set<String> reached) {
        for (int before = -1; before < reached.size(); ) {
            before = reached.size();
            for (String id : new HashSet<>(reached)) {
                held(id).links.values().forEach(link -> reached.add(link.target()));
            }
        }
    }

    /** From a host to its extensions. */
    private void downwards(Set<String> reached, boolean openOnly) {
        for (int before = -1; before < reached.size(); ) {
            before = reached.size();
            for (String id : here) {
                PhoneCase held = held(id);
                if ((!openOnly || !held.closed)
                        && held.links.values().stream()
                                .anyMatch(
                                        link -> reached.contains(link.target()) && held.isExtensionOf(link.target()))) {
                    reached.add(id);
                }
            }
        }
    }
}

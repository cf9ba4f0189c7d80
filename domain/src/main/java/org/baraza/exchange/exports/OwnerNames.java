// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.ProjectAccess;

/** Names of users, groups and locations by their ids, asked for once. */
final class OwnerNames {
    private static final int MOST_REMEMBERED = 20_000;

    private final ExportServices services;
    private final ProjectAccess who;
    private final Map<String, String> known = new HashMap<>();

    OwnerNames(ExportServices services, ProjectAccess who) {
        this.services = services;
        this.who = who;
    }

    /** The names of all of them that have one. */
    Map<String, String> of(Collection<String> ids) {
        Set<String> asked = new HashSet<>(ids);
        asked.removeAll(known.keySet());
        if (known.size() + asked.size() > MOST_REMEMBERED) {
            known.clear();
            asked.addAll(ids);
        }
        if (!asked.isEmpty()) {
            Map<String, String> found = new HashMap<>();
            services.transactions().read(tx -> {
                services.locations().find(tx, asked).forEach((id, place) -> found.put(id, place.name()));
                services.groups().find(tx, asked).forEach((id, group) -> found.put(id, group.name()));
                return found;
            });
            services.people().find(who, asked).forEach((id, person) -> found.put(id, person.username()));
            asked.forEach(id -> known.put(id, found.getOrDefault(id, "")));
        }
        return Collections.unmodifiableMap(known);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/**
 * Where somebody stands in the organisation.
 *
 * @param locationIds her primary location and all above it, the nearest first
 * @param groupIds all of her groups
 */
public record Whereabouts(List<String> locationIds, Set<String> groupIds) {
    private static final WhereaboutsStore STORE = new WhereaboutsStore();

    public Whereabouts {
        locationIds = List.copyOf(locationIds);
        groupIds = Set.copyOf(groupIds);
    }

    /** Asks nobody for permissions: it serves phones. Three short statements. */
    public static Whereabouts of(Tx tx, String userId) {
        return new Whereabouts(STORE.upwards(tx, userId), STORE.groups(tx, userId));
    }

    /** A location and all above it, the nearest first. */
    public static List<String> upwardsFrom(Tx tx, String locationId) {
        return STORE.upwardsFrom(tx, locationId);
    }

    /** Those of the ids that are no groups of the project. */
    public static List<String> strangeGroups(Tx tx, Set<String> groupIds) {
        return STORE.strangeGroups(tx, groupIds);
    }

    /** Those of the ids that are no locations of the project. */
    public static List<String> strangeLocations(Tx tx, Set<String> locationIds) {
        return STORE.strangeLocations(tx, locationIds);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** Whose cases somebody may see who may not see those of every location (data API: location restriction). */
public final class Reach {
    private final Transactions transactions;
    private final ReachStore store = new ReachStore();

    public Reach(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The ids under which the cases that she may see are owned: the locations she is assigned to, all below them, and the
     * people who are assigned to any of these. Empty when nothing limits her.
     */
    public Optional<Set<String>> owners(ProjectAccess who) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS) ? Optional.empty() : transactions.read(tx -> owners(tx, who));
    }

    /** The same in a transaction of another capability, so that what is read and who may read it are of one moment. */
    public static Optional<Set<String>> owners(Tx tx, ProjectAccess who) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS)
                ? Optional.empty()
                : Optional.of(ReachStore.owners(tx, who.actor().userId()));
    }

    /** Whether she knows of somebody: of everybody, or of those who work at her locations or below. */
    public static boolean hasPerson(Tx tx, ProjectAccess who, String userId) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS)
                || ReachStore.hasPerson(tx, who.actor().userId(), userId);
    }

    /** Those of the people whom she knows of. */
    static Set<String> people(Tx tx, ProjectAccess who, Set<String> userIds) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS) || userIds.isEmpty()
                ? userIds
                : ReachStore.people(tx, who.actor().userId(), userIds);
    }

    /** Those of the locations that she knows of. */
    static Set<String> places(Tx tx, ProjectAccess who, Set<String> locationIds) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS) || locationIds.isEmpty()
                ? locationIds
                : ReachStore.places(tx, who.actor().userId(), locationIds);
    }

    /** Whether all of the locations are her own, or below them; every location for whom nothing limits. */
    static boolean hasPlaces(Tx tx, ProjectAccess who, Set<String> locationIds) {
        return places(tx, who, locationIds).containsAll(locationIds);
    }

    /** These locations, all below them, and the people who are assigned to any of these. */
    public Set<String> atPlaces(Collection<String> locationIds) {
        return locationIds.isEmpty() ? Set.of() : transactions.read(tx -> store.atPlaces(tx, locationIds));
    }

    /** These groups and their members. */
    public Set<String> inGroups(Collection<String> groupIds) {
        return groupIds.isEmpty() ? Set.of() : transactions.read(tx -> store.inGroups(tx, groupIds));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Group;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** Who may own cases that somebody changes who perhaps reaches only some locations. */
public final class PossibleOwners {
    private final ImportServices services;
    private final Tx tx;
    private final boolean everywhere;
    private final List<Location> roots = new ArrayList<>();

    PossibleOwners(ImportServices services, ProjectAccess who, Tx tx) {
        this.services = services;
        this.tx = tx;
        this.everywhere = who.may(Permission.ACCESS_ALL_LOCATIONS);
        if (!everywhere) {
            roots.addAll(places(who.actor().userId()));
        }
    }

    /** An owner, or why it cannot be one. */
    record Owner(String id, @Nullable RowTrouble trouble) {}

    /** Why cases cannot be given to that owner; empty when they can. */
    public static Optional<RowTrouble> trouble(ImportServices services, ProjectAccess who, String ownerId) {
        Set<String> ids = Set.of(ownerId);
        Map<String, Person> people = services.people().find(who, ids);
        Map<String, Owner> found =
                services.transactions().read(tx -> new PossibleOwners(services, who, tx).withIds(ids, people));
        Owner owner = found.getOrDefault(ownerId, new Owner(ownerId, RowTrouble.INVALID_OWNER));
        return Optional.ofNullable(owner.trouble());
    }

    /**
     * Those of the ids that are something which might own cases.
     *
     * @param people those of them that are people
     */
    Map<String, Owner> withIds(Collection<String> ids, Map<String, Person> people) {
        Map<String, Group> groups = services.groups().find(tx, ids);
        Map<String, Location> locations = services.locations().find(tx, ids);
        Map<String, Owner> owners = new HashMap<>();
        for (String id : ids) {
            Optional<Owner> found = Optional.ofNullable(people.get(id))
                    .filter(person -> !(person instanceof MobileWorker worker && worker.retired()))
                    .map(this::of)
                    .or(() -> Optional.ofNullable(groups.get(id)).map(this::of))
                    .or(() -> Optional.ofNullable(locations.get(id)).map(this::of));
            found.ifPresent(owner -> owners.put(id, owner));
        }
        return owners;
    }

    private List<Location> places(String userId) {
        Assigned assigned = services.assignments().ofUsers(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
        return List.copyOf(services.locations().find(tx, assigned.locationIds()).values());
    }

    private boolean reaches(List<Location> places) {
        return everywhere || places.stream().anyMatch(place -> roots.stream().anyMatch(place::isWithin));
    }

    Owner of(Person person) {
        boolean reached = everywhere || reaches(places(person.userId()));
        return new Owner(person.userId(), reached ? null : RowTrouble.INVALID_LOCATION);
    }

    Owner of(Group group) {
        if (!group.caseSharing()) {
            return new Owner(group.groupId(), RowTrouble.INVALID_OWNER);
        }
        return new Owner(group.groupId(), everywhere ? null : RowTrouble.INVALID_LOCATION);
    }

    Owner of(Location location) {
        if (location.isArchived() || !location.type().sharesCases()) {
            return new Owner(location.locationId(), RowTrouble.INVALID_OWNER);
        }
        return new Owner(location.locationId(), reaches(List.of(location)) ? null : RowTrouble.INVALID_LOCATION);
    }
}

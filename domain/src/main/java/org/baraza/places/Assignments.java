// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.PagesByParent;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Which mobile workers work where. Runs in the scope of the project whose access it is given. */
public final class Assignments {
    static final String PEOPLE = "people";
    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final Audit audit;
    private final AssignmentStore store = new AssignmentStore();
    private final MembershipStore people = new MembershipStore();
    private final LocationReadStore locations = new LocationReadStore();
    private final LocationTypeStore tree = new LocationTypeStore();

    public Assignments(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Needs {@code view_locations}; those who work nowhere are left out. One statement for any number of workers. */
    public Map<String, Assigned> ofUsers(ProjectAccess who, Collection<String> userIds) {
        Rights.viewLocations(who);
        return transactions.read(tx -> ofUsers(tx, userIds));
    }

    /** As {@link #ofUsers(ProjectAccess, Collection)}, in a transaction of somebody who has asked for a permission. */
    public Map<String, Assigned> ofUsers(Tx tx, Collection<String> userIds) {
        return store.find(tx, userIds);
    }

    /**
     * Assigns a worker to exactly these locations. Needs {@code edit_commcare_users} or {@code edit_users_in_locations};
     * whoever may not see every location puts only her own people, and only to what is below her own locations.
     *
     * @param wanted an empty primary id keeps the present primary location where it is still listed, else takes the first
     * @return as it was settled
     */
    public Assigned set(ProjectAccess who, String userId, Assigned wanted) {
        Rights.assignWorkers(who);
        return transactions.write(tx -> {
            requireWorker(tx, who, userId);
            return set(tx, who, userId, wanted);
        });
    }

    /** Refuses whoever is no worker of the project, or none that she knows of who asks. */
    void requireWorker(Tx tx, ProjectAccess who, String userId) {
        if (!people.strangers(tx, List.of(userId)).isEmpty() || !Reach.hasPerson(tx, who, userId)) {
            throw new Refused(new Problem.NotFound("mobile worker"));
        }
    }

    /**
     * As {@link #set(ProjectAccess, String, Assigned)}, in the transaction in which the worker is made or changed; that she
     * is a worker of the project is the caller's word.
     */
    public Assigned set(Tx tx, ProjectAccess who, String userId, Assigned wanted) {
        Rights.assignWorkers(who);
        return settle(tx, who, userId, wanted, "mobile_worker");
    }

    /** As {@link #set(Tx, ProjectAccess, String, Assigned)}, of a web user. Needs {@code edit_web_users}. */
    Assigned setOfMember(Tx tx, ProjectAccess who, String userId, Assigned wanted) {
        who.require(Permission.EDIT_WEB_USERS);
        return settle(tx, who, userId, wanted, "web_user");
    }

    void clearMember(Tx tx, ProjectAccess who, String userId) {
        settle(tx, who, userId, Assigned.NOWHERE, "web_user");
    }

    private Assigned settle(Tx tx, ProjectAccess who, String userId, Assigned wanted, String kind) {
        // Or a location could be archived between the look and the assignment.
        tree.keepTree(tx, who.project());
        Assigned before = store.find(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
        Assigned settled = settled(wanted, before);
        if (settled.equals(before)) {
            return settled;
        }
        refuseUnknown(tx, settled.locationIds());
        refuseBeyondReach(tx, who, settled.locationIds(), before.locationIds());
        store.set(tx, who.project(), userId, settled);
        audit.record(
                tx,
                who,
                AuditEntry.of(kind + ".locations_set", kind, userId)
                        .with("locations", String.join(" ", settled.locationIds()))
                        .with("primary", settled.primaryId())
                        .change(
                                "locations",
                                String.join(" ", before.locationIds()),
                                String.join(" ", settled.locationIds()))
                        .change("primary", before.primaryId(), settled.primaryId()));
        return settled;
    }

    /** Each location once, and one of them primary. */
    static Assigned settled(Assigned wanted, Assigned before) {
        List<String> ids = List.copyOf(new LinkedHashSet<>(wanted.locationIds()));
        if (ids.size() > MOST) {
            throw PlaceRules.refused("locations", "TOO_MANY_LOCATIONS", "One works at 1000 locations at most.");
        }
        if (!wanted.primaryId().isEmpty()) {
            if (!ids.contains(wanted.primaryId())) {
                throw PlaceRules.refused(
                        "primaryLocation",
                        "PRIMARY_NOT_ASSIGNED",
                        "The primary location must be one of the locations.");
            }
            return new Assigned(ids, wanted.primaryId());
        }
        String first = ids.isEmpty() ? "" : ids.getFirst();
        return new Assigned(ids, ids.contains(before.primaryId()) ? before.primaryId() : first);
    }

    /** Those of the locations that are in use. */
    Set<String> inUse(Tx tx, List<String> locationIds) {
        Set<String> inUse = new LinkedHashSet<>();
        locations.find(tx, locationIds).values().stream()
                .filter(location -> !location.isArchived())
                .forEach(location -> inUse.add(location.locationId()));
        return inUse;
    }

    void refuseUnknown(Tx tx, List<String> locationIds) {
        if (!inUse(tx, locationIds).containsAll(locationIds)) {
            throw unknownLocation();
        }
    }

    /** To whoever may not see every location, those beyond her reach are not there; where somebody works already, he stays. */
    void refuseBeyondReach(Tx tx, ProjectAccess who, List<String> locationIds, List<String> before) {
        Set<String> added = new LinkedHashSet<>(locationIds);
        before.forEach(added::remove);
        if (!Reach.hasPlaces(tx, who, added)) {
            throw unknownLocation();
        }
    }

    private static Refused unknownLocation() {
        return PlaceRules.refused("locations", "LOCATION_UNKNOWN", "There is no such location in use.");
    }

    /** A page of the ids of the people at each location. Needs {@code view_locations}. */
    public Map<String, Page<String>> people(ProjectAccess who, Collection<String> locationIds, PageRequest request) {
        Rights.viewLocations(who);
        return transactions.read(tx -> {
            Set<String> known = Reach.places(tx, who, Set.copyOf(locationIds));
            return PagesByParent.of(
                    locationIds, store.pages(tx, known, request), request, () -> store.counts(tx, known));
        });
    }

    /** Place of a person in the list of those at a location. */
    public static String cursor(String userId) {
        return Cursor.of(PEOPLE, userId);
    }
}

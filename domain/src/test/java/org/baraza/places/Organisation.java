// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.testing.World;

/** The places of one project, for tests: makes levels, locations and groups in few words. */
public final class Organisation {
    public final Groups groups;
    public final LocationTypes types;
    public final Locations locations;
    public final LocationEditing editing;
    public final LocationLifecycle lifecycle;
    public final Assignments assignments;
    public final PlacedWorkers placed;
    public final Belongings belongings;
    public final Ownership ownership = new Ownership();
    public final ProjectAccess who;
    private final World world;

    public Organisation(World world, ProjectAccess who) {
        this(world, who, world.transactions);
    }

    /** @param transactions those of the world, or ones that are watched */
    public Organisation(World world, ProjectAccess who, Transactions transactions) {
        this.world = world;
        this.who = who;
        Audit audit = new Audit();
        groups = new Groups(transactions, audit, world.clock);
        types = new LocationTypes(transactions, audit, world.clock);
        locations = new Locations(transactions);
        editing = new LocationEditing(transactions, audit, world.clock);
        lifecycle = new LocationLifecycle(transactions, audit, world.clock);
        assignments = new Assignments(transactions, audit);
        belongings = new Belongings(transactions, groups, assignments);
        placed = new PlacedWorkers(transactions, world.node.workers);
    }

    public <R> R in(Supplier<R> work) {
        return world.in(who, work);
    }

    /** Region, district, village: regions view what is below, villages share cases, districts do neither. */
    public void levels() {
        level("Region", "region", "", false, true);
        level("District", "district", "region", false, false);
        level("Village", "village", "district", true, false);
    }

    public LocationType level(String name, String code, String parentCode, boolean shares, boolean views) {
        return in(() -> types.create(who, new LocationTypeWish(name, code, parentCode, false, shares, views)));
    }

    /** @param parent empty for a root */
    public Location place(String name, String typeCode, String parent) {
        return in(() -> editing.create(who, LocationWish.of(name, typeCode, parent)));
    }

    public Location edit(String locationId, UnaryOperator<LocationWish> change) {
        return in(() -> editing.edit(who, locationId, change));
    }

    public Location find(String locationId) {
        return in(() -> locations.find(who, locationId)).orElseThrow();
    }

    public Group group(String name, boolean caseSharing, String... userIds) {
        return in(() -> groups.create(
                who, GroupWish.named(name).withCaseSharing(caseSharing).withUserIds(List.of(userIds))));
    }

    public Assigned assign(String userId, String... locationIds) {
        return in(() -> assignments.set(who, userId, new Assigned(List.of(locationIds), "")));
    }

    public java.util.Set<String> owners(String userId) {
        return in(() -> world.transactions.read(tx -> ownership.owners(tx, userId)));
    }

    public Assigned assigned(String userId) {
        return in(() -> world.transactions.read(tx -> ownership.assigned(tx, userId)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The levels of a project's organisation. Reading needs {@code view_locations}, changing {@code edit_locations}, which
 * gives both. Runs in the scope of the project whose access it is given.
 */
public final class LocationTypes {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final LocationTypeStore store = new LocationTypeStore();

    public LocationTypes(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** All levels, as they were made. */
    public List<LocationType> list(ProjectAccess who) {
        Rights.viewLocations(who);
        return List.copyOf(transactions.read(store::all).values());
    }

    public Optional<LocationType> find(ProjectAccess who, int number) {
        return list(who).stream().filter(type -> type.number() == number).findFirst();
    }

    /** Makes a level; without a code it gets one from its name. */
    public LocationType create(ProjectAccess who, LocationTypeWish wanted) {
        return transactions.write(tx -> create(tx, who, wanted));
    }

    /** As {@link #create(ProjectAccess, LocationTypeWish)}, in a transaction of somebody who makes many. */
    public LocationType create(Tx tx, ProjectAccess who, LocationTypeWish wanted) {
        Rights.editLocations(who);
        LocationTypeWish wish = coded(wanted);
        PlaceRules.refuse(PlaceRules.broken(wish));
        store.holdTree(tx, who.project());
        Map<Integer, LocationType> types = store.all(tx);
        refuseTwins(wish, types, 0);
        int number = store.insert(tx, who.project(), wish, parentNo(wish, types), clock.instant());
        return saved(tx, who, number, "location_type.created");
    }

    private static LocationTypeWish coded(LocationTypeWish wish) {
        return wish.code().isEmpty()
                ? new LocationTypeWish(
                        wish.name(),
                        SiteCodes.stem(wish.name()),
                        wish.parentCode(),
                        wish.administrative(),
                        wish.sharesCases(),
                        wish.viewDescendants())
                : wish;
    }

    /** Changes what the level is. Its place among the levels can change only while it has no locations. */
    public LocationType edit(ProjectAccess who, String code, UnaryOperator<LocationTypeWish> change) {
        return transactions.write(tx -> edit(tx, who, code, change));
    }

    /** As {@link #edit(ProjectAccess, String, UnaryOperator)}, in a transaction of somebody who changes many. */
    public LocationType edit(Tx tx, ProjectAccess who, String code, UnaryOperator<LocationTypeWish> change) {
        Rights.editLocations(who);
        store.holdTree(tx, who.project());
        Map<Integer, LocationType> types = store.all(tx);
        LocationType before = byCode(types, code).orElseThrow(LocationTypes::unknown);
        LocationTypeWish wish = change.apply(before.wish());
        PlaceRules.refuse(PlaceRules.broken(wish));
        refuseTwins(wish, types, before.number());
        int parentNo = parentNo(wish, types);
        if (parentNo != before.parentNo()) {
            refuseOtherPlace(tx, before, parentNo, types);
        }
        store.update(tx, before.number(), wish, parentNo, clock.instant());
        return saved(tx, who, before.number(), "location_type.changed");
    }

    private void refuseOtherPlace(Tx tx, LocationType type, int parentNo, Map<Integer, LocationType> types) {
        if (TreeRules.makesCircle(type.number(), parentNo, types)) {
            throw PlaceRules.refused("parentCode", "PARENT_IS_BELOW", "A type cannot stand below itself.");
        }
        if (store.isUsed(tx, type.number())) {
            throw TreeRules.conflict(
                    "LOCATION_TYPE_USED", "The type has locations, so it stays where it is among the types.");
        }
    }

    /** Deletes a level that has neither locations nor levels below it. */
    public void delete(ProjectAccess who, String code) {
        transactions.writing(tx -> delete(tx, who, code));
    }

    /** As {@link #delete(ProjectAccess, String)}, in a transaction of somebody who deletes many. */
    public void delete(Tx tx, ProjectAccess who, String code) {
        Rights.editLocations(who);
        store.holdTree(tx, who.project());
        Map<Integer, LocationType> types = store.all(tx);
        LocationType type = byCode(types, code).orElseThrow(LocationTypes::unknown);
        boolean isParent = types.values().stream().anyMatch(other -> other.parentNo() == type.number());
        if (isParent || store.isUsed(tx, type.number())) {
            throw TreeRules.conflict("LOCATION_TYPE_USED", "The type has locations or types below it.");
        }
        store.delete(tx, type.number());
        audit.record(tx, who, entry("location_type.deleted", type));
    }

    private LocationType saved(Tx tx, ProjectAccess who, int number, String action) {
        LocationType type = Optional.ofNullable(store.all(tx).get(number)).orElseThrow();
        audit.record(tx, who, entry(action, type));
        return type;
    }

    private static void refuseTwins(LocationTypeWish wish, Map<Integer, LocationType> types, int exceptNo) {
        for (LocationType other : types.values()) {
            if (other.number() != exceptNo && other.code().equals(wish.code())) {
                throw PlaceRules.refused("code", "CODE_TAKEN", "There is a location type of that code.");
            }
            if (other.number() != exceptNo && other.name().equals(wish.name().strip())) {
                throw PlaceRules.refused("name", "NAME_TAKEN", "There is a location type of that name.");
            }
        }
    }

    private static int parentNo(LocationTypeWish wish, Map<Integer, LocationType> types) {
        if (wish.parentCode().isEmpty()) {
            return 0;
        }
        return byCode(types, wish.parentCode())
                .orElseThrow(() ->
                        PlaceRules.refused("parentCode", "PARENT_UNKNOWN", "There is no location type of that code."))
                .number();
    }

    private static Optional<LocationType> byCode(Map<Integer, LocationType> types, String code) {
        return types.values().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    private static AuditEntry entry(String action, LocationType type) {
        return AuditEntry.of(action, "location_type", Integer.toString(type.number()))
                .with("code", type.code());
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("location type"));
    }
}

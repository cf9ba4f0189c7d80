// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.LocationStore.Decided;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and moves locations. Needs {@code edit_locations}. Runs in the scope of the project whose access it is
 * given.
 */
public final class LocationEditing {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final LocationStore store = new LocationStore();
    private final LocationReadStore found = new LocationReadStore();
    private final LocationTypeStore tree = new LocationTypeStore();

    public LocationEditing(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Location create(ProjectAccess who, LocationWish wish) {
        return transactions.write(tx -> create(tx, who, wish));
    }

    /** As {@link #create(ProjectAccess, LocationWish)}, in a transaction of somebody who makes many. */
    public Location create(Tx tx, ProjectAccess who, LocationWish wish) {
        Rights.editLocations(who);
        tree.holdTree(tx, who.project());
        return made(tx, who, wish);
    }

    /** Changes what the location is, beginning with what it is now; with another parent it takes its subtree along. */
    public Location edit(ProjectAccess who, String locationId, UnaryOperator<LocationWish> change) {
        return transactions.write(tx -> edit(tx, who, locationId, change));
    }

    /** As {@link #edit(ProjectAccess, String, UnaryOperator)}, in a transaction of somebody who changes many. */
    public Location edit(Tx tx, ProjectAccess who, String locationId, UnaryOperator<LocationWish> change) {
        Rights.editLocations(who);
        tree.holdTree(tx, who.project());
        return edited(tx, who, locationId, change);
    }

    /**
     * Makes and changes several, all or none.
     *
     * @return as they are now, in the order of the steps
     * @throws LocationStep.Failed naming the step that cannot be done
     */
    public List<Location> all(ProjectAccess who, List<LocationStep> steps) {
        Rights.editLocations(who);
        return transactions.write(tx -> {
            tree.holdTree(tx, who.project());
            List<Location> done = new ArrayList<>();
            for (int index = 0; index < steps.size(); index++) {
                try {
                    done.add(taken(tx, who, steps.get(index)));
                } catch (Refused refused) {
                    throw new LocationStep.Failed(index, refused.problem());
                }
            }
            return done;
        });
    }

    private Location taken(Tx tx, ProjectAccess who, LocationStep step) {
        return switch (step) {
            case LocationStep.Create create -> made(tx, who, create.wish());
            case LocationStep.Edit edit -> edited(tx, who, edit.locationId(), edit.change());
        };
    }

    private Location made(Tx tx, ProjectAccess who, LocationWish wish) {
        PlaceRules.refuse(PlaceRules.broken(wish));
        Map<Integer, LocationType> types = tree.all(tx);
        LocationType type = type(types, wish);
        @Nullable Location parent = parent(tx, who, wish);
        if (parent != null) {
            TreeRules.refuseArchived(parent, "parentId");
        }
        refuseUnfit(type, parent, types);
        refuseNamesake(tx, parent, wish, "");
        Decided decided = new Decided(type, parent, siteCode(tx, wish, ""));
        String locationId = store.insert(tx, who.project(), wish, decided, clock.instant());
        return saved(tx, who, locationId, "location.created");
    }

    private Location edited(Tx tx, ProjectAccess who, String locationId, UnaryOperator<LocationWish> change) {
        refuseBeyond(tx, who, locationId);
        Location before = found.find(tx, locationId).orElseThrow(LocationEditing::unknown);
        LocationWish wish = change.apply(before.wish());
        PlaceRules.refuse(PlaceRules.broken(wish));
        Map<Integer, LocationType> types = tree.all(tx);
        LocationType type = type(types, wish);
        boolean moved = !wish.parentId().equals(before.parentId());
        @Nullable Location parent = moved ? parent(tx, who, wish) : parent(tx, wish);
        if (parent != null && moved) {
            TreeRules.refuseCircle(before, parent);
            TreeRules.refuseArchived(parent, "parentId");
        }
        boolean otherLevel = type.number() != before.type().number();
        if (moved || otherLevel) {
            refuseUnfit(type, parent, types);
        }
        if (otherLevel) {
            refuseLevelOfChildren(tx, before, type);
        }
        if (moved || !wish.name().strip().equals(before.name())) {
            refuseNamesake(tx, parent, wish, locationId);
        }
        String code = wish.siteCode().equals(before.siteCode()) ? before.siteCode() : siteCode(tx, wish, locationId);
        Instant now = clock.instant();
        store.update(tx, before, wish, new Decided(type, parent, code), now);
        return saved(tx, who, locationId, moved ? "location.moved" : "location.changed");
    }

    private Location saved(Tx tx, ProjectAccess who, String locationId, String action) {
        Location location = found.find(tx, locationId).orElseThrow();
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "location", locationId)
                        .with("name", location.name())
                        .with("site_code", location.siteCode())
                        .with("parent", location.parentId()));
        return location;
    }

    private static LocationType type(Map<Integer, LocationType> types, LocationWish wish) {
        return types.values().stream()
                .filter(type -> type.code().equals(wish.typeCode()))
                .findFirst()
                .orElseThrow(() -> PlaceRules.refused(
                        "typeCode", "LOCATION_TYPE_UNKNOWN", "Could not find location type with the given code."));
    }

    /** Where somebody puts a location; who does not have all of them puts it below her own only. */
    private @Nullable Location parent(Tx tx, ProjectAccess who, LocationWish wish) {
        if (!Reach.hasPlaces(tx, who, Set.of(wish.parentId()))) {
            throw unknownParent();
        }
        return parent(tx, wish);
    }

    private @Nullable Location parent(Tx tx, LocationWish wish) {
        if (wish.parentId().isEmpty()) {
            return null;
        }
        Optional<Location> parent = found.find(tx, wish.parentId());
        return parent.orElseThrow(LocationEditing::unknownParent);
    }

    private static Refused unknownParent() {
        return PlaceRules.refused("parentId", "PARENT_UNKNOWN", "Could not find parent location with the given ID.");
    }

    private static void refuseUnfit(LocationType type, @Nullable Location parent, Map<Integer, LocationType> types) {
        if (parent == null) {
            TreeRules.refuseUnfitRoot(type);
        } else {
            TreeRules.refuseUnfit(type, parent, types.values());
        }
    }

    private void refuseLevelOfChildren(Tx tx, Location location, LocationType type) {
        if (store.levelsBelow(tx, location.locationId()).stream().anyMatch(level -> level != type.number())) {
            throw PlaceRules.refused(
                    "typeCode", "CHILDREN_UNFIT", "Locations below it cannot stand below one of that type.");
        }
    }

    private void refuseNamesake(Tx tx, @Nullable Location parent, LocationWish wish, String exceptId) {
        if (store.isNamed(tx, parent == null ? null : parent.locationId(), wish.name(), exceptId)) {
            throw PlaceRules.refused("name", "NAME_TAKEN", "Location with same name and parent already exists.");
        }
    }

    private String siteCode(Tx tx, LocationWish wish, String exceptId) {
        if (wish.siteCode().isEmpty()) {
            String stem = SiteCodes.stem(wish.name());
            return SiteCodes.free(stem, store.codes(tx, stem, exceptId));
        }
        if (store.isCoded(tx, wish.siteCode(), exceptId)) {
            throw PlaceRules.refused("siteCode", "SITE_CODE_TAKEN", "There is a location of that site code already.");
        }
        return wish.siteCode();
    }

    /** Whoever does not have all locations changes her own and what is below. */
    static void refuseBeyond(Tx tx, ProjectAccess who, String locationId) {
        if (!Reach.hasPlaces(tx, who, Set.of(locationId))) {
            throw unknown();
        }
    }

    static Refused unknown() {
        return new Refused(new Problem.NotFound("location"));
    }
}

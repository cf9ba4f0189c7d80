// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What may stand below what. Pure. The sentences are those of CommCare HQ, where it has one. */
final class TreeRules {
    private TreeRules() {}

    /** A location may stand below one of the level above its own. */
    static void refuseUnfit(LocationType type, Location parent, Collection<LocationType> types) {
        if (type.parentNo() == parent.type().number()) {
            return;
        }
        boolean childless = types.stream()
                .noneMatch(other -> other.parentNo() == parent.type().number());
        throw childless
                ? PlaceRules.refused(
                        "parentId", "PARENT_IS_LAST", "The selected parent location cannot have child locations!")
                : PlaceRules.refused(
                        "parentId", "PARENT_UNFIT", "Parent cannot have children of this location's type.");
    }

    /** Only locations of a topmost level stand alone. */
    static void refuseUnfitRoot(LocationType type) {
        if (type.parentNo() != 0) {
            throw PlaceRules.refused("parentId", "PARENT_MISSING", "A location of this type needs a parent location.");
        }
    }

    static void refuseCircle(Location moved, Location parent) {
        if (parent.isWithin(moved)) {
            throw PlaceRules.refused("parentId", "PARENT_IS_BELOW", "A location cannot stand below itself.");
        }
    }

    static void refuseArchived(Location location, String field) {
        if (location.isArchived()) {
            throw PlaceRules.refused(field, "LOCATION_ARCHIVED", "The location is archived.");
        }
    }

    /** Whether a level would come to stand above itself. */
    static boolean makesCircle(int type, int parent, Map<Integer, LocationType> types) {
        Set<Integer> seen = new HashSet<>(Set.of(type));
        int above = parent;
        while (above != 0) {
            if (!seen.add(above)) {
                return true;
            }
            LocationType level = types.get(above);
            above = level == null ? 0 : level.parentNo();
        }
        return false;
    }

    /** Merging keeps every location below one of the level above its own only between two of a level. */
    static void refuseMerge(Location from, Location into) {
        if (into.isWithin(from)) {
            throw conflict("MERGE_INTO_ITSELF", "A location cannot be merged into itself or into one below it.");
        }
        if (from.type().number() != into.type().number()) {
            throw conflict("MERGE_OF_LEVELS", "Only locations of the same type can be merged.");
        }
        refuseArchived(into, "intoLocationId");
    }

    static Refused conflict(String code, String message) {
        return new Refused(new Problem.Conflict(code, message));
    }
}

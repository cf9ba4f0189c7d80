// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.PagesByParent;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Reads the tree of a project's locations. Needs {@code view_locations} or {@code edit_locations}; who does not have all
 * locations knows of her own and of what is below them, and of those above what they are called. Runs in the scope of the
 * project whose access it is given.
 */
public final class Locations {
    private final Transactions transactions;
    private final LocationReadStore store = new LocationReadStore();

    public Locations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By name. */
    public Page<Location> list(ProjectAccess who, LocationQuery query) {
        Rights.viewLocations(who);
        return transactions.read(tx -> store.page(tx, who, query));
    }

    /** By position. */
    public Slice<Location> slice(ProjectAccess who, LocationFilter filter, LocationOrder order, SliceRequest request) {
        Rights.viewLocations(who);
        return transactions.read(tx -> store.slice(tx, who, filter, order, request));
    }

    /** Archived or not. */
    public Optional<Location> find(ProjectAccess who, String locationId) {
        return Optional.ofNullable(find(who, List.of(locationId)).get(locationId));
    }

    /** Those of the ids that are locations of the project, archived or not; one statement for any number. */
    public Map<String, Location> find(ProjectAccess who, Collection<String> locationIds) {
        Rights.viewLocations(who);
        return transactions.read(tx -> store.find(tx, who, locationIds));
    }

    /** Those with one of the site codes, archived or not, by site code; one statement for any number. */
    public Map<String, Location> withCodes(ProjectAccess who, Collection<String> siteCodes) {
        Rights.viewLocations(who);
        return transactions.read(tx -> store.coded(tx, who, siteCodes));
    }

    /** As {@link #withCodes(ProjectAccess, Collection)}, in a transaction of somebody who may assign people. */
    public Map<String, Location> withCodes(Tx tx, Collection<String> siteCodes) {
        return store.coded(tx, siteCodes);
    }

    /** Those of the ids that are locations, in a transaction of somebody who may assign people. */
    public Map<String, Location> find(Tx tx, Collection<String> locationIds) {
        return store.find(tx, locationIds);
    }

    /** Those in use that have one of the names, whatever its case; in a transaction of somebody who may know of them. */
    public List<Location> named(Tx tx, Collection<String> names) {
        return store.named(tx, names.stream().map(PlaceRules::key).toList());
    }

    /** A page of what stands in use directly below each, by name. */
    public Map<String, Page<Location>> children(ProjectAccess who, Collection<String> parentIds, PageRequest request) {
        Rights.viewLocations(who);
        return transactions.read(tx -> PagesByParent.of(
                parentIds,
                store.children(tx, who, parentIds, request),
                request,
                () -> store.childCounts(tx, who, parentIds)));
    }

    /** What stands above each, from the root on; one statement for any number. */
    public Map<String, List<Location>> ancestors(ProjectAccess who, Collection<Location> locations) {
        Rights.viewLocations(who);
        Set<Integer> numbers = new HashSet<>();
        locations.forEach(location -> numbers.addAll(location.ancestors()));
        Map<Integer, Location> found = numbers.isEmpty() ? Map.of() : transactions.read(tx -> above(tx, who, numbers));
        Map<String, List<Location>> lines = new LinkedHashMap<>();
        for (Location location : locations) {
            List<Location> line = new ArrayList<>();
            location.ancestors()
                    .forEach(number -> Optional.ofNullable(found.get(number)).ifPresent(line::add));
            lines.put(location.locationId(), line);
        }
        return lines;
    }

    private Map<Integer, Location> above(Tx tx, ProjectAccess who, Set<Integer> numbers) {
        Map<Integer, Location> found = store.findByNumber(tx, numbers);
        Set<String> known = Reach.places(
                tx, who, found.values().stream().map(Location::locationId).collect(Collectors.toSet()));
        found.replaceAll((_, location) -> known.contains(location.locationId()) ? location : location.nameOnly());
        return found;
    }
}

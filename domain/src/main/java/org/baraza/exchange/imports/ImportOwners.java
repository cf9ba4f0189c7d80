// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.OWNER_ID;
import static org.baraza.exchange.imports.ImportColumns.OWNER_NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Group;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** The owners that rows name, by id or by name: people, then groups, then locations. */
final class ImportOwners {
    private final ImportServices services;
    private final ProjectAccess who;
    /** Under which ids she may see cases; empty when nothing limits her. */
    private final Optional<Set<String>> seen;

    private final Map<String, Found> byName = new HashMap<>();
    private final Map<String, Found> byId = new HashMap<>();

    /** @param rows whose owners are looked up at once */
    ImportOwners(ImportServices services, ProjectAccess who, List<ImportRow> rows) {
        this.services = services;
        this.who = who;
        this.seen = services.reach().owners(who);
        Set<String> names = words(rows, OWNER_NAME);
        Set<String> ids = words(rows, OWNER_ID);
        if (!names.isEmpty() || !ids.isEmpty()) {
            Map<String, Person> people = people(names);
            Map<String, Person> known = services.people().find(who, ids);
            services.transactions().read(tx -> {
                look(tx, names, people, ids, known);
                return true;
            });
        }
    }

    /** An owner, or why it cannot be one. */
    private record Found(String id, @Nullable RowTrouble trouble) {}

    private static Set<String> words(List<ImportRow> rows, String column) {
        Set<String> words = new HashSet<>();
        rows.forEach(row -> row.says(column).ifPresent(words::add));
        return words;
    }

    /** Whom the row wants for owner; empty when it says nothing of owners. */
    Optional<String> of(ImportRow row) {
        Optional<String> name = row.says(OWNER_NAME);
        return name.isPresent()
                ? Optional.of(resolved(OWNER_NAME, byName.get(name.get())))
                : row.says(OWNER_ID).map(id -> resolved(OWNER_ID, byId.get(id)));
    }

    /** Refuses a row about a case that the importer may not see. */
    void refuseUnseen(Optional<CaseState> found) {
        if (found.isPresent()
                && seen.isPresent()
                && !seen.get().contains(found.get().ownerId())) {
            throw RowTrouble.INVALID_LOCATION.in("");
        }
    }

    private static String resolved(String column, @Nullable Found found) {
        RowTrouble trouble = found == null
                ? column.equals(OWNER_NAME) ? RowTrouble.INVALID_OWNER_NAME : RowTrouble.INVALID_OWNER
                : found.trouble;
        if (found == null || trouble != null) {
            throw (trouble == null ? RowTrouble.INVALID_OWNER : trouble).in(column);
        }
        return found.id;
    }

    private Map<String, Person> people(Set<String> names) {
        Map<String, MobileWorker> workers = services.workers().withNames(who, names);
        Map<String, Person> people = new HashMap<>();
        for (String name : names) {
            Optional.<Person>ofNullable(workers.get(MobileWorkers.bareName(who, name)))
                    .or(() -> name.contains("@") ? services.people().named(who, name) : Optional.empty())
                    .ifPresent(person -> people.put(name, person));
        }
        return people;
    }

    private void look(
            Tx tx, Set<String> names, Map<String, Person> people, Set<String> ids, Map<String, Person> known) {
        Reach reach = new Reach(services, who, tx);
        Map<String, Group> namedGroups = services.groups()
                .withNames(tx, names.stream().map(ImportOwners::key).toList());
        Map<String, Location> coded = services.locations().withCodes(tx, names);
        List<Location> named = services.locations().named(tx, names);
        for (String name : names) {
            Optional<Found> found = Optional.ofNullable(people.get(name))
                    .map(reach::of)
                    .or(() -> Optional.ofNullable(namedGroups.get(key(name))).map(reach::of))
                    .or(() -> location(name, coded, named, reach));
            found.ifPresent(owner -> byName.put(name, owner));
        }
        Map<String, Group> groups = services.groups().find(tx, ids);
        Map<String, Location> locations = services.locations().find(tx, ids);
        for (String id : ids) {
            Optional<Found> found = Optional.ofNullable(known.get(id))
                    .filter(person -> !(person instanceof MobileWorker worker && worker.retired()))
                    .map(reach::of)
                    .or(() -> Optional.ofNullable(groups.get(id)).map(reach::of))
                    .or(() -> Optional.ofNullable(locations.get(id)).map(reach::of));
            found.ifPresent(owner -> byId.put(id, owner));
        }
    }

    private static Optional<Found> location(
            String name, Map<String, Location> coded, List<Location> named, Reach reach) {
        Location byCode = coded.get(name);
        if (byCode != null) {
            return Optional.of(reach.of(byCode));
        }
        List<Location> same = named.stream()
                .filter(place -> key(place.name()).equals(key(name)))
                .toList();
        return switch (same.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(reach.of(same.getFirst()));
            default -> Optional.of(new Found("", RowTrouble.DUPLICATED_LOCATION_NAME));
        };
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Who may own, for somebody who perhaps reaches only some locations. */
    private static final class Reach {
        private final ImportServices services;
        private final Tx tx;
        private final boolean everywhere;
        private final List<Location> roots = new ArrayList<>();

        Reach(ImportServices services, ProjectAccess who, Tx tx) {
            this.services = services;
            this.tx = tx;
            this.everywhere = who.may(Permission.ACCESS_ALL_LOCATIONS);
            if (!everywhere) {
                roots.addAll(places(who.actor().userId()));
            }
        }

        private List<Location> places(String userId) {
            Assigned assigned =
                    services.assignments().ofUsers(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
            return List.copyOf(
                    services.locations().find(tx, assigned.locationIds()).values());
        }

        private boolean reaches(List<Location> places) {
            return everywhere
                    || places.stream().anyMatch(place -> roots.stream().anyMatch(place::isWithin));
        }

        Found of(Person person) {
            boolean reached = everywhere || reaches(places(person.userId()));
            return new Found(person.userId(), reached ? null : RowTrouble.INVALID_LOCATION);
        }

        Found of(Group group) {
            if (!group.caseSharing()) {
                return new Found(group.groupId(), RowTrouble.INVALID_OWNER);
            }
            return new Found(group.groupId(), everywhere ? null : RowTrouble.INVALID_LOCATION);
        }

        Found of(Location location) {
            if (location.isArchived() || !location.type().sharesCases()) {
                return new Found(location.locationId(), RowTrouble.INVALID_OWNER);
            }
            return new Found(location.locationId(), reaches(List.of(location)) ? null : RowTrouble.INVALID_LOCATION);
        }
    }
}

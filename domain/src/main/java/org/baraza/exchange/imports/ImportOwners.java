// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.OWNER_ID;
import static org.baraza.exchange.imports.ImportColumns.OWNER_NAME;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.exchange.imports.PossibleOwners.Owner;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Group;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** The owners that rows name, by id or by name: people, then groups, then locations. */
final class ImportOwners {
    private final ImportServices services;
    private final ProjectAccess who;
    /** Under which ids she may see cases; empty when nothing limits her. */
    private final Optional<Set<String>> seen;

    private final Map<String, Owner> byName = new HashMap<>();
    private final Map<String, Owner> byId = new HashMap<>();

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

    private static String resolved(String column, @Nullable Owner found) {
        RowTrouble trouble = found == null
                ? column.equals(OWNER_NAME) ? RowTrouble.INVALID_OWNER_NAME : RowTrouble.INVALID_OWNER
                : found.trouble();
        if (found == null || trouble != null) {
            throw (trouble == null ? RowTrouble.INVALID_OWNER : trouble).in(column);
        }
        return found.id();
    }

    private Map<String, Person> people(Set<String> names) {
        // Who imports need not see the list of workers; she names whom she knows.
        Map<String, MobileWorker> workers =
                services.transactions().read(tx -> services.workers().withNames(tx, who, names));
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
        PossibleOwners reach = new PossibleOwners(services, who, tx);
        Map<String, Group> namedGroups = services.groups()
                .withNames(tx, names.stream().map(ImportOwners::key).toList());
        Map<String, Location> coded = services.locations().withCodes(tx, names);
        List<Location> named = services.locations().named(tx, names);
        for (String name : names) {
            Optional<Owner> found = Optional.ofNullable(people.get(name))
                    .map(reach::of)
                    .or(() -> Optional.ofNullable(namedGroups.get(key(name))).map(reach::of))
                    .or(() -> location(name, coded, named, reach));
            found.ifPresent(owner -> byName.put(name, owner));
        }
        byId.putAll(reach.withIds(ids, known));
    }

    private static Optional<Owner> location(
            String name, Map<String, Location> coded, List<Location> named, PossibleOwners reach) {
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
            default -> Optional.of(new Owner("", RowTrouble.DUPLICATED_LOCATION_NAME));
        };
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

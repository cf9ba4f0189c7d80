// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.baraza.exchange.work.SheetSource;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.FieldValue;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupTable;
import org.baraza.tables.RowOwner;
import org.baraza.tables.RowOwner.Kind;
import org.baraza.tables.TableField;
import org.baraza.tables.TableIds;

/** The sheet of the rows of a table, as it can be sent back. */
final class RowSheet implements SheetSource {
    private final LookupServices services;
    private final ProjectAccess who;
    private final Shape shape;
    private final Supplier<List<LookupRow>> pages;

    /** @param pages gives the rows, a page at a time, none at the end */
    RowSheet(LookupServices services, ProjectAccess who, Shape shape, Supplier<List<LookupRow>> pages) {
        this.services = services;
        this.who = who;
        this.shape = shape;
        this.pages = pages;
    }

    /** How many columns the values and owners of the rows need. */
    static final class Shape {
        private final LookupTable table;
        private final Map<String, Integer> values = new HashMap<>();
        private final Map<Kind, Integer> owners = new EnumMap<>(Kind.class);

        Shape(LookupTable table) {
            this.table = table;
        }

        void add(List<LookupRow> rows, Map<UUID, List<RowOwner>> ownersOf) {
            for (LookupRow row : rows) {
                row.content().fields().forEach((field, listed) -> values.merge(field, listed.size(), Math::max));
            }
            for (List<RowOwner> some : ownersOf.values()) {
                for (Kind kind : Kind.values()) {
                    owners.merge(kind, of(some, kind).size(), Math::max);
                }
            }
        }

        private int valuesOf(TableField field) {
            return field.properties().isEmpty() ? 1 : Math.max(1, values.getOrDefault(field.name(), 1));
        }

        /** A table for all has no owners to be changed, unless its rows have some. */
        private int ownersOf(Kind kind) {
            return Math.max(table.definition().global() ? 0 : 1, owners.getOrDefault(kind, 0));
        }
    }

    private static List<RowOwner> of(Collection<RowOwner> owners, Kind kind) {
        return owners.stream().filter(owner -> owner.kind() == kind).toList();
    }

    @Override
    public String name() {
        return shape.table.tag();
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("UID", "Delete(Y/N)"));
        for (TableField field : shape.table.definition().fields()) {
            if (field.properties().isEmpty()) {
                header.add("field: " + field.name());
                continue;
            }
            for (int number = 1; number <= shape.valuesOf(field); number++) {
                for (String property : field.properties()) {
                    header.add(field.name() + ": " + property + " " + number);
                }
                header.add("field: " + field.name() + " " + number);
            }
        }
        shape.table.definition().itemAttributes().forEach(name -> header.add("property: " + name));
        for (Kind kind : Kind.values()) {
            for (int number = 1; number <= shape.ownersOf(kind); number++) {
                header.add(kind.name().toLowerCase(java.util.Locale.ROOT) + " " + number);
            }
        }
        return header;
    }

    @Override
    public List<List<String>> next() {
        List<LookupRow> some = pages.get();
        if (some.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<RowOwner>> owners =
                services.rows().owners(who, some.stream().map(LookupRow::id).toList());
        Map<RowOwner, String> names = names(owners.values());
        return some.stream()
                .map(row -> row(row, owners.getOrDefault(row.id(), List.of()), names))
                .toList();
    }

    private Map<RowOwner, String> names(Collection<List<RowOwner>> owners) {
        Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
        owners.forEach(some -> some.forEach(owner ->
                ids.computeIfAbsent(owner.kind(), _ -> new LinkedHashSet<>()).add(owner.id())));
        Map<RowOwner, String> names = new LinkedHashMap<>();
        services.people()
                .find(who, ids.getOrDefault(Kind.USER, Set.of()))
                .forEach((id, person) -> names.put(new RowOwner(Kind.USER, id), person.username()));
        services.transactions().read(tx -> {
            services.groups()
                    .find(tx, ids.getOrDefault(Kind.GROUP, Set.of()))
                    .forEach((id, group) -> names.put(new RowOwner(Kind.GROUP, id), group.name()));
            services.locations()
                    .find(tx, ids.getOrDefault(Kind.LOCATION, Set.of()))
                    .forEach((id, place) -> names.put(new RowOwner(Kind.LOCATION, id), place.siteCode()));
            return names;
        });
        return names;
    }

    private List<String> row(LookupRow row, List<RowOwner> owners, Map<RowOwner, String> names) {
        List<String> texts = new ArrayList<>(List.of(TableIds.hex(row.id()), "N"));
        for (TableField field : shape.table.definition().fields()) {
            add(texts, field, row.content().values(field.name()));
        }
        shape.table
                .definition()
                .itemAttributes()
                .forEach(name -> texts.add(row.content().itemAttributes().getOrDefault(name, "")));
        for (Kind kind : Kind.values()) {
            List<String> listed = of(owners, kind).stream()
                    .map(owner -> names.getOrDefault(owner, owner.id()))
                    .toList();
            TableSheet.padded(texts, listed, shape.ownersOf(kind));
        }
        return texts;
    }

    private void add(List<String> texts, TableField field, List<FieldValue> values) {
        if (field.properties().isEmpty()) {
            texts.add(values.isEmpty() ? "" : values.getFirst().value());
            return;
        }
        for (int index = 0; index < shape.valuesOf(field); index++) {
            FieldValue value = index < values.size() ? values.get(index) : FieldValue.plain("");
            field.properties().forEach(name -> texts.add(value.properties().getOrDefault(name, "")));
            texts.add(value.value());
        }
    }
}

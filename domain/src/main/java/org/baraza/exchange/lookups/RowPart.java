// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Seen;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.FieldValue;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupTable;
import org.baraza.tables.RowContent;
import org.baraza.tables.RowOwner;
import org.baraza.tables.TableIds;
import org.jspecify.annotations.Nullable;

/** The sheet of a table: a row makes a row, changes the one of its id, or deletes it. */
final class RowPart implements SheetPart {
    private final LookupServices services;
    private final ProjectAccess who;
    private final String tag;
    private final RowColumns columns;
    private final boolean rehearsal;
    private final Seen seen = new Seen();

    RowPart(LookupServices services, ProjectAccess who, String tag, RowColumns columns, boolean rehearsal) {
        this.services = services;
        this.who = who;
        this.tag = tag;
        this.columns = columns;
        this.rehearsal = rehearsal;
    }

    @Override
    public String sheet() {
        return tag;
    }

    @Override
    public void passing(DataRow row) {
        seen.note(row.word(columns.id()), row.number());
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        Optional<LookupTable> table = services.tables().withTag(who, tag);
        Map<UUID, LookupRow> found = services.rows().find(who, ids(rows));
        Map<UUID, List<RowOwner>> owners = services.rows().owners(who, found.keySet());
        OwnerNames names = new OwnerNames(services, who, columns, rows);
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            RowPlace place = new RowPlace(tag, row.number(), subject(row));
            try {
                if (table.isEmpty() && !rehearsal) {
                    throw new RowRefused(
                            "", "DEPENDS_ON_BAD_ROW", "The table could not be made: see its row on the sheet types.");
                }
                steps.add(step(row, place, table, found, owners, names));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return steps;
    }

    private List<UUID> ids(List<DataRow> rows) {
        return rows.stream()
                .flatMap(row -> TableIds.read(row.word(columns.id())).stream())
                .toList();
    }

    /** The first value says best which row it is. */
    private String subject(DataRow row) {
        return columns.values().values().stream()
                .map(values -> row.word(values.getFirst().value()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(row.word(columns.id()));
    }

    private Step step(
            DataRow row,
            RowPlace place,
            Optional<LookupTable> table,
            Map<UUID, LookupRow> found,
            Map<UUID, List<RowOwner>> owners,
            OwnerNames names) {
        @Nullable LookupRow before = before(row, table, found);
        YesNo.read(columns.delete().header(), row.text(columns.delete()));
        if (RowColumns.isDeletion(row, columns.delete())) {
            if (before == null) {
                throw new RowRefused(columns.id().header(), "ROW_UNKNOWN", "A row is deleted by its UID.");
            }
            return new RowStep.Deletion(services, who, place, before.id());
        }
        List<RowOwner> was = before == null ? List.of() : owners.getOrDefault(before.id(), List.of());
        List<RowOwner> wanted = names.isListed() ? names.owners(row, was) : was;
        RowContent content = content(row, before == null ? new RowContent(Map.of(), Map.of()) : before.content());
        boolean same = before != null
                && content.equals(before.content())
                && Set.copyOf(wanted).equals(new HashSet<>(was));
        return new RowStep.Writing(
                services, who, place, table.map(LookupTable::id).orElse(null), before, content, wanted, same);
    }

    private @Nullable LookupRow before(DataRow row, Optional<LookupTable> table, Map<UUID, LookupRow> found) {
        String id = row.word(columns.id());
        if (id.isEmpty()) {
            return null;
        }
        seen.refuseSecond(columns.id().header(), id, row.number());
        return TableIds.read(id)
                .map(found::get)
                .filter(known -> table.filter(owner -> owner.id().equals(known.tableId()))
                        .isPresent())
                .orElseThrow(() ->
                        new RowRefused(columns.id().header(), "ROW_UNKNOWN", "The table has no row of that UID."));
    }

    private RowContent content(DataRow row, RowContent before) {
        Map<String, List<FieldValue>> fields = new LinkedHashMap<>(before.fields());
        columns.values().forEach((field, listed) -> {
            List<FieldValue> wanted = values(row, listed);
            if (!wanted.equals(written(before.values(field)))) {
                fields.put(field, wanted);
            }
        });
        Map<String, String> attributes = new HashMap<>(before.itemAttributes());
        columns.attributes().forEach((name, column) -> {
            String text = row.text(column);
            if (!text.equals(Cells.written(attributes.getOrDefault(name, "")))) {
                attributes.put(name, text);
            }
        });
        return new RowContent(fields, attributes);
    }

    /** The values of a field; an empty plain cell is an empty value, as in CommCare HQ. */
    private static List<FieldValue> values(DataRow row, List<RowColumns.ValueColumns> listed) {
        List<FieldValue> values = new ArrayList<>();
        for (RowColumns.ValueColumns one : listed) {
            Map<String, String> properties = new HashMap<>();
            one.properties().forEach((name, column) -> properties.put(name, row.text(column)));
            boolean says = !row.text(one.value()).isEmpty()
                    || properties.values().stream().anyMatch(text -> !text.isEmpty());
            if (says || one.properties().isEmpty()) {
                values.add(new FieldValue(row.text(one.value()), properties));
            }
        }
        return values;
    }

    /** Values as they would be read again from a workbook. */
    private List<FieldValue> written(List<FieldValue> values) {
        if (values.isEmpty()) {
            return List.of(FieldValue.plain(""));
        }
        return values.stream()
                .map(value -> {
                    Map<String, String> properties = new HashMap<>();
                    value.properties().forEach((name, text) -> properties.put(name, Cells.written(text)));
                    return new FieldValue(Cells.written(value.value()), properties);
                })
                .toList();
    }
}

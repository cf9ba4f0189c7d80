// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.tables.LookupTable;
import org.baraza.tables.TableDefinition;

/** The sheet of types: a row makes a table, changes it or deletes it. */
final class TablePart implements SheetPart {
    private final LookupServices services;
    private final ProjectAccess who;
    private final Definitions definitions;
    private final boolean rehearsal;

    TablePart(LookupServices services, ProjectAccess who, Definitions definitions, boolean rehearsal) {
        this.services = services;
        this.who = who;
        this.definitions = definitions;
        this.rehearsal = rehearsal;
    }

    @Override
    public String sheet() {
        return Definitions.SHEET;
    }

    /** The rows of a table that goes are cleared here, a thousand at a time. */
    @Override
    public List<Step> steps(List<DataRow> rows) {
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            String tag = definitions.tag(row);
            RowPlace place = new RowPlace(sheet(), row.number(), tag);
            Optional<LookupTable> before = services.tables().withTag(who, tag);
            try {
                if (tag.isEmpty()) {
                    throw new RowRefused(definitions.tagColumn().header(), "TAG_MISSING", "A table_id is needed.");
                }
                steps.add(
                        definitions.deletes(row)
                                ? deletion(place, before)
                                : new Writing(place, before, wanted(tag, before)));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return steps;
    }

    /** The workbook does not speak of the description. */
    private TableDefinition wanted(String tag, Optional<LookupTable> before) {
        TableDefinition wanted = definitions.definition(tag);
        String description =
                before.map(table -> table.definition().description()).orElse("");
        return new TableDefinition(tag, wanted.global(), description, wanted.fields(), wanted.itemAttributes());
    }

    private Step deletion(RowPlace place, Optional<LookupTable> before) {
        LookupTable table = before.orElseThrow(() -> new RowRefused(
                definitions.tagColumn().header(), "TABLE_UNKNOWN", "There is no lookup table of that table_id."));
        int cleared = 1;
        while (!rehearsal && cleared > 0) {
            cleared = services.tables().clearSome(who, table.id());
        }
        return new Deletion(place, table);
    }

    private final class Writing implements SingleStep {
        private final RowPlace place;
        private final Optional<LookupTable> before;
        private final TableDefinition wanted;

        private Writing(RowPlace place, Optional<LookupTable> before, TableDefinition wanted) {
            this.place = place;
            this.before = before;
            this.wanted = wanted;
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public Effect take(Tx tx) {
            if (before.isEmpty()) {
                services.tables().create(tx, who, wanted);
                return Effect.CREATED;
            }
            if (before.get().definition().equals(wanted)) {
                return Effect.UNCHANGED;
            }
            services.tables().update(tx, who, before.get().id(), _ -> wanted);
            return Effect.UPDATED;
        }

        @Override
        public String column(String field) {
            return field.equals("tag") ? definitions.tagColumn().header() : "";
        }
    }

    private final class Deletion implements SingleStep {
        private final RowPlace place;
        private final LookupTable table;

        private Deletion(RowPlace place, LookupTable table) {
            this.place = place;
            this.table = table;
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public Effect take(Tx tx) {
            if (!rehearsal) {
                services.tables().deleteEmpty(tx, who, table.id());
            }
            return Effect.DELETED;
        }
    }
}

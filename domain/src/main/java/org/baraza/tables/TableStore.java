// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import static org.baraza.persistence.schema.tables.Tables.LOOKUP_ROW;
import static org.baraza.persistence.schema.tables.Tables.LOOKUP_TABLE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.tables.tables.records.LookupTableRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;

/** Tables without their rows. Lists are read in the order of the unique index of tags. */
final class TableStore {

    Page<LookupTable> page(Tx tx, PageRequest page) {
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : LOOKUP_TABLE.TAG.gt(
                        Cursor.read(page.after(), LookupTable.LIST, 1).text(0));
        List<LookupTable> rows = tx.sql()
                .selectFrom(LOOKUP_TABLE)
                .where(behind)
                .orderBy(LOOKUP_TABLE.TAG)
                .limit(page.first() + 1)
                .fetch(TableStore::table);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(LOOKUP_TABLE));
    }

    Slice<LookupTable> slice(Tx tx, SliceRequest slice) {
        List<LookupTable> rows = tx.sql()
                .selectFrom(LOOKUP_TABLE)
                .orderBy(LOOKUP_TABLE.TAG)
                .offset(slice.offset())
                .limit(slice.limit())
                .fetch(TableStore::table);
        return new Slice<>(rows, tx.sql().fetchCount(LOOKUP_TABLE));
    }

    /** All of them by tag: as many as a phone gets. */
    List<LookupTable> all(Tx tx) {
        return tx.sql().selectFrom(LOOKUP_TABLE).orderBy(LOOKUP_TABLE.TAG).fetch(TableStore::table);
    }

    Optional<LookupTable> find(Tx tx, UUID id) {
        return one(tx, LOOKUP_TABLE.TABLE_ID.eq(id));
    }

    Optional<LookupTable> find(Tx tx, String tag) {
        return one(tx, LOOKUP_TABLE.TAG.eq(tag));
    }

    private static Optional<LookupTable> one(Tx tx, Condition which) {
        return tx.sql().selectFrom(LOOKUP_TABLE).where(which).fetchOptional(TableStore::table);
    }

    LookupTable insert(Tx tx, TableDefinition table, Instant now) {
        return tx.sql()
                .insertInto(LOOKUP_TABLE)
                .set(LOOKUP_TABLE.PROJECT_ID, ProjectScope.current().value())
                .set(LOOKUP_TABLE.TAG, table.tag())
                .set(LOOKUP_TABLE.IS_GLOBAL, table.global())
                .set(LOOKUP_TABLE.DESCRIPTION, table.description())
                .set(LOOKUP_TABLE.FIELDS, JSONB.valueOf(RowJson.ofTableFields(table.fields())))
                .set(LOOKUP_TABLE.ITEM_ATTRIBUTES, table.itemAttributes().toArray(String[]::new))
                .set(LOOKUP_TABLE.MODIFIED_AT, now)
                .returning()
                .fetchSingle(TableStore::table);
    }

    /** Says that something of it changes, and keeps others from changing it until the end of the transaction. */
    Optional<LookupTable> touch(Tx tx, UUID id, Instant now) {
        return tx.sql()
                .update(LOOKUP_TABLE)
                .set(LOOKUP_TABLE.MODIFIED_AT, now)
                .set(LOOKUP_TABLE.VERSION, LOOKUP_TABLE.VERSION.plus(1))
                .where(LOOKUP_TABLE.TABLE_ID.eq(id))
                .returning()
                .fetchOptional(TableStore::table);
    }

    /** As {@link #touch}, for the table of a row. */
    Optional<LookupTable> touchTableOf(Tx tx, UUID rowId, Instant now) {
        return tx.sql()
                .update(LOOKUP_TABLE)
                .set(LOOKUP_TABLE.MODIFIED_AT, now)
                .set(LOOKUP_TABLE.VERSION, LOOKUP_TABLE.VERSION.plus(1))
                .where(LOOKUP_TABLE.TABLE_ID.eq(
                        select(LOOKUP_ROW.TABLE_ID).from(LOOKUP_ROW).where(LOOKUP_ROW.ROW_ID.eq(rowId))))
                .returning()
                .fetchOptional(TableStore::table);
    }

    LookupTable update(Tx tx, UUID id, TableDefinition table) {
        return tx.sql()
                .update(LOOKUP_TABLE)
                .set(LOOKUP_TABLE.IS_GLOBAL, table.global())
                .set(LOOKUP_TABLE.DESCRIPTION, table.description())
                .set(LOOKUP_TABLE.FIELDS, JSONB.valueOf(RowJson.ofTableFields(table.fields())))
                .set(LOOKUP_TABLE.ITEM_ATTRIBUTES, table.itemAttributes().toArray(String[]::new))
                .where(LOOKUP_TABLE.TABLE_ID.eq(id))
                .returning()
                .fetchSingle(TableStore::table);
    }

    void delete(Tx tx, UUID id) {
        tx.sql().deleteFrom(LOOKUP_TABLE).where(LOOKUP_TABLE.TABLE_ID.eq(id)).execute();
    }

    private static LookupTable table(LookupTableRecord row) {
        return new LookupTable(
                row.getTableId(),
                new TableDefinition(
                        row.getTag(),
                        row.getIsGlobal(),
                        row.getDescription(),
                        RowJson.tableFields(row.getFields().data()),
                        List.of(row.getItemAttributes())),
                row.getModifiedAt(),
                row.getVersion());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import static org.baraza.persistence.schema.tables.Tables.LOOKUP_ROW;
import static org.baraza.persistence.schema.tables.Tables.LOOKUP_TABLE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.tables.tables.records.LookupRowRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** Rows, read in the order of their table; index lookup_row_in_order. */
final class RowStore {
    private static final int FETCH_SIZE = 500;

    /** Takes the content of one row. */
    interface Reader {
        void read(RowContent content) throws IOException;
    }

    Page<LookupRow> page(Tx tx, UUID tableId, PageRequest page) {
        List<LookupRow> rows = tx.sql().fetch(rows(tableId, page)).map(RowStore::lookupRow);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(LOOKUP_ROW, LOOKUP_ROW.TABLE_ID.eq(tableId)));
    }

    /** The statement of a page, one row more than asked for. */
    Select<LookupRowRecord> rows(UUID tableId, PageRequest page) {
        return org.jooq
                .impl
                .DSL
                .selectFrom(LOOKUP_ROW)
                .where(LOOKUP_ROW.TABLE_ID.eq(tableId))
                .and(behind(page.after()))
                .orderBy(LOOKUP_ROW.SORT_KEY, LOOKUP_ROW.ROW_ID)
                .limit(page.first() + 1);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, LookupRow.LIST, 2);
        UUID id = TableIds.read(place.text(1)).orElseGet(() -> new UUID(0, 0));
        return row(LOOKUP_ROW.SORT_KEY, LOOKUP_ROW.ROW_ID).gt(place.number(0), id);
    }

    Slice<LookupRow> slice(Tx tx, RowFilter filter, SliceRequest slice) {
        Condition wanted = wanted(tx, filter);
        List<LookupRow> rows = tx.sql()
                .selectFrom(LOOKUP_ROW)
                .where(wanted)
                .orderBy(LOOKUP_ROW.TABLE_ID, LOOKUP_ROW.SORT_KEY, LOOKUP_ROW.ROW_ID)
                .offset(slice.offset())
                .limit(slice.limit())
                .fetch(RowStore::lookupRow);
        return new Slice<>(rows, tx.sql().fetchCount(LOOKUP_ROW, wanted));
    }

    private Condition wanted(Tx tx, RowFilter filter) {
        return switch (filter) {
            case RowFilter.All _ -> noCondition();
            case RowFilter.OfTable(var id) -> LOOKUP_ROW.TABLE_ID.eq(id);
            case RowFilter.OfTag(var tag) -> isOfTag(tag);
            case RowFilter.Below below ->
                find(tx, below.parentId())
                        .flatMap(parent -> parent.content().values(below.parentField()).stream()
                                .findFirst())
                        .map(value -> isOfTag(below.childTag())
                                .and(firstValue(below.childField()).eq(value.value())))
                        .orElse(org.jooq.impl.DSL.falseCondition());
        };
    }

    private static Condition isOfTag(String tag) {
        return LOOKUP_ROW.TABLE_ID.eq(
                select(LOOKUP_TABLE.TABLE_ID).from(LOOKUP_TABLE).where(LOOKUP_TABLE.TAG.eq(tag)));
    }

    private static Field<String> firstValue(String name) {
        return field(
                "({0} -> {1} -> 0 ->> 'field_value')",
                SQLDataType.VARCHAR, LOOKUP_ROW.FIELDS, org.jooq.impl.DSL.val(name));
    }

    Optional<LookupRow> find(Tx tx, UUID id) {
        return tx.sql().selectFrom(LOOKUP_ROW).where(LOOKUP_ROW.ROW_ID.eq(id)).fetchOptional(RowStore::lookupRow);
    }

    Map<UUID, LookupRow> find(Tx tx, Collection<UUID> ids) {
        return tx.sql()
                .selectFrom(LOOKUP_ROW)
                .where(LOOKUP_ROW.ROW_ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(LOOKUP_ROW.ROW_ID, RowStore::lookupRow);
    }

    /**
     * Everything of a table, row by row.
     *
     * @param owners whose rows are wanted; empty for all rows. Index row_owner_by_owner
     */
    void forEach(Tx tx, UUID tableId, Optional<Collection<String>> owners, Reader reader) throws IOException {
        try (ResultSet rows = tx.sql()
                .select(LOOKUP_ROW.FIELDS, LOOKUP_ROW.ITEM_ATTRIBUTES)
                .from(LOOKUP_ROW)
                .where(LOOKUP_ROW.TABLE_ID.eq(tableId))
                .and(owners.map(ids -> LOOKUP_ROW.ROW_ID.in(OwnerStore.rowsOf(tableId, ids)))
                        .orElseGet(org.jooq.impl.DSL::noCondition))
                .orderBy(LOOKUP_ROW.SORT_KEY, LOOKUP_ROW.ROW_ID)
                .fetchSize(FETCH_SIZE)
                .fetchResultSet()) {
            while (rows.next()) {
                reader.read(RowJson.content(rows.getString(1), rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading a lookup table failed", e);
        }
    }

    /** Behind the last one; the table is locked by who calls. */
    int nextSortKey(Tx tx, UUID tableId) {
        return tx.sql()
                .select(coalesce(max(LOOKUP_ROW.SORT_KEY).plus(1), 0))
                .from(LOOKUP_ROW)
                .where(LOOKUP_ROW.TABLE_ID.eq(tableId))
                .fetchSingle()
                .value1();
    }

    LookupRow insert(Tx tx, UUID tableId, int sortKey, RowContent content) {
        return tx.sql()
                .insertInto(LOOKUP_ROW)
                .set(LOOKUP_ROW.PROJECT_ID, ProjectScope.current().value())
                .set(LOOKUP_ROW.TABLE_ID, tableId)
                .set(LOOKUP_ROW.SORT_KEY, sortKey)
                .set(LOOKUP_ROW.FIELDS, JSONB.valueOf(RowJson.ofFields(content.fields())))
                .set(LOOKUP_ROW.ITEM_ATTRIBUTES, JSONB.valueOf(RowJson.ofTexts(content.itemAttributes())))
                .returning()
                .fetchSingle(RowStore::lookupRow);
    }

    LookupRow update(Tx tx, LookupRow changed) {
        return tx.sql()
                .update(LOOKUP_ROW)
                .set(LOOKUP_ROW.SORT_KEY, changed.sortKey())
                .set(
                        LOOKUP_ROW.FIELDS,
                        JSONB.valueOf(RowJson.ofFields(changed.content().fields())))
                .set(
                        LOOKUP_ROW.ITEM_ATTRIBUTES,
                        JSONB.valueOf(RowJson.ofTexts(changed.content().itemAttributes())))
                .where(LOOKUP_ROW.ROW_ID.eq(changed.id()))
                .returning()
                .fetchSingle(RowStore::lookupRow);
    }

    void delete(Tx tx, UUID id) {
        tx.sql().deleteFrom(LOOKUP_ROW).where(LOOKUP_ROW.ROW_ID.eq(id)).execute();
    }

    /** Takes away some rows of a table; tells how many. */
    int deleteSome(Tx tx, UUID tableId, int most) {
        UUID[] some = tx.sql()
                .select(LOOKUP_ROW.ROW_ID)
                .from(LOOKUP_ROW)
                .where(LOOKUP_ROW.TABLE_ID.eq(tableId))
                .limit(most)
                .fetchArray(LOOKUP_ROW.ROW_ID);
        return tx.sql()
                .deleteFrom(LOOKUP_ROW)
                .where(LOOKUP_ROW.ROW_ID.eq(any(some)))
                .execute();
    }

    private static LookupRow lookupRow(LookupRowRecord row) {
        return new LookupRow(
                row.getRowId(),
                row.getTableId(),
                row.getSortKey(),
                RowJson.content(row.getFields().data(), row.getItemAttributes().data()));
    }
}

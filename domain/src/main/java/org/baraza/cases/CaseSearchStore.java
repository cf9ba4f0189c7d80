// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.baraza.memory.CountMemory;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.cases.tables.records.CaseRecordRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Lists and searches. Row-level security lets a condition use an index only if its function is leakproof: comparisons
 * are; {@code ILIKE} and {@code @>} are where the server is ours, and read the whole project elsewhere.
 */
final class CaseSearchStore {
    private static final int CURSOR_VALUES = 2;

    private final CountMemory counts = new CountMemory();

    /**
     * @param owners if given, only their cases are there
     */
    Page<CaseState> page(Tx tx, CaseQuery query, Optional<Set<String>> owners) {
        PageRequest page = query.page();
        Condition wanted = wanted(query.filter(), owners);
        List<CaseState> rows = tx.sql().fetch(rows(query, wanted)).map(CaseRows::state);
        IntSupplier counting = () -> tx.sql().fetchCount(CASE_RECORD, wanted);
        // Conditions hold any text, so that two of them may read alike.
        boolean known = query.filter().where() == null;
        return Page.of(rows, page, () ->
                (long) (known ? counts.of(tx, new Counted(query.filter(), owners), counting) : counting.getAsInt()));
    }

    /** The ids of all that are wanted, in their order, as far as the limit. */
    List<String> ids(Tx tx, CaseFilter filter, Optional<Set<String>> owners, int most) {
        return tx.sql().fetch(ids(filter, owners, most)).getValues(CASE_RECORD.CASE_ID);
    }

    static Select<Record1<String>> ids(CaseFilter filter, Optional<Set<String>> owners, int most) {
        return select(CASE_RECORD.CASE_ID)
                .from(CASE_RECORD)
                .where(wanted(filter, owners))
                .orderBy(CASE_RECORD.CASE_ID)
                .limit(most);
    }

    private static Condition wanted(CaseFilter filter, Optional<Set<String>> owners) {
        return wanted(filter.seenAmong(owners)).and(CaseReadStore.visible(owners));
    }

    /** What a remembered count is about. */
    private record Counted(CaseFilter filter, Optional<Set<String>> owners) {}

    /** The statement of a page, one row more than asked for. */
    Select<CaseRecordRecord> rows(CaseQuery query) {
        return rows(query, wanted(query.filter()));
    }

    private static Select<CaseRecordRecord> rows(CaseQuery query, Condition wanted) {
        return DSL.selectFrom(CASE_RECORD)
                .where(wanted)
                .and(behind(query.order(), query.page().after()))
                .orderBy(order(query.order()))
                .limit(query.page().first() + 1);
    }

    /**
     * Index case_by_type, case_by_owner, case_by_external_id or case_by_property; case_by_change where nothing narrows the
     * list down. Text: case_by_name_part, or the primary key and case_by_external_id.
     */
    private static Condition wanted(CaseFilter filter) {
        Condition wanted = CASE_RECORD.DELETED_ON.isNull();
        if (filter.type() != null) {
            wanted = wanted.and(CASE_RECORD.TYPE.eq(filter.type()));
        }
        if (filter.ownerId() != null) {
            wanted = wanted.and(CASE_RECORD.OWNER_ID.eq(filter.ownerId()));
        }
        if (filter.closed() != null) {
            wanted = wanted.and(CASE_RECORD.CLOSED.eq(filter.closed()));
        }
        if (filter.externalId() != null) {
            wanted = wanted.and(CASE_RECORD.EXTERNAL_ID.eq(filter.externalId()));
        }
        if (!filter.properties().isEmpty()) {
            JSONB properties =
                    JSONB.valueOf(CaseJson.strings(filter.properties()).toString());
            wanted = wanted.and(condition("{0} @> {1}", CASE_RECORD.PROPERTIES, val(properties)));
        }
        if (filter.where() != null) {
            wanted = wanted.and(new CaseFormulaStore().of(CASE_RECORD, filter.where()));
        }
        String text = filter.text() == null ? "" : filter.text().strip();
        return text.isEmpty() ? wanted : wanted.and(named(text).or(identified(text)));
    }

    private static Condition identified(String text) {
        return CASE_RECORD.CASE_ID.eq(text).or(CASE_RECORD.EXTERNAL_ID.eq(text));
    }

    /** Every word is a part of the name. */
    private static Condition named(String text) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .map(word -> condition("{0} ilike {1}", CASE_RECORD.NAME, val("%" + word + "%")))
                .reduce(noCondition(), Condition::and);
    }

    private static Condition behind(CaseOrder order, String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, order.name(), CURSOR_VALUES);
        if (order.byName()) {
            var place = row(CASE_RECORD.NAME, CASE_RECORD.CASE_NO);
            return order.descending()
                    ? place.lt(cursor.text(0), cursor.number(1))
                    : place.gt(cursor.text(0), cursor.number(1));
        }
        var place = row(CASE_RECORD.SERVER_MODIFIED_ON, CASE_RECORD.CASE_NO);
        return order.descending()
                ? place.lt(cursor.instant(0), cursor.number(1))
                : place.gt(cursor.instant(0), cursor.number(1));
    }

    private static List<OrderField<?>> order(CaseOrder order) {
        Field<?> first = order.byName() ? CASE_RECORD.NAME : CASE_RECORD.SERVER_MODIFIED_ON;
        return order.descending()
                ? List.of(first.desc(), CASE_RECORD.CASE_NO.desc())
                : List.of(first, CASE_RECORD.CASE_NO);
    }

    /** One index probe for each type, however many cases there are; index case_by_type. */
    List<String> types(Tx tx) {
        return tx.sql().fetch(types()).into(String.class);
    }

    Select<?> types() {
        Field<String> found = field(name("found", "type"), SQLDataType.CLOB);
        var next = select(CASE_RECORD.TYPE)
                .from(CASE_RECORD)
                .where(CASE_RECORD.DELETED_ON.isNull())
                .and(CASE_RECORD.TYPE.gt(found))
                .orderBy(CASE_RECORD.TYPE)
                .limit(inline(1));
        var walk = name("found")
                .fields("type")
                .as(select(field(select(CASE_RECORD.TYPE)
                                .from(CASE_RECORD)
                                .where(CASE_RECORD.DELETED_ON.isNull())
                                .orderBy(CASE_RECORD.TYPE)
                                .limit(inline(1))))
                        .unionAll(select(field(next)).from(name("found")).where(found.isNotNull())));
        return DSL.withRecursive(walk)
                .select(found)
                .from(name("found"))
                .where(found.isNotNull())
                .orderBy(found);
    }
}

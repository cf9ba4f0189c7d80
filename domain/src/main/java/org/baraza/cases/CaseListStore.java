// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.cases.CaseReadStore.isOneOf;
import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.cases.CaseCondition.Closed;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.Link;
import org.baraza.cases.CaseCondition.Matches;
import org.baraza.cases.CaseCondition.Moment;
import org.baraza.cases.CaseCondition.Never;
import org.baraza.cases.CaseCondition.Property;
import org.baraza.cases.CaseCondition.Reads;
import org.baraza.cases.CaseCondition.Side;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.memory.CountMemory;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.cases.tables.records.CaseRecordRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Select;

/** Lists of cases for programs. */
final class CaseListStore {
    private static final int CURSOR_VALUES = 2;

    private final CountMemory counts = new CountMemory();

    Slice<ListedCase> slice(Tx tx, CaseList list, SliceRequest request) {
        return new Slice<>(
                tx.sql().fetch(rows(list, request)).map(CaseListStore::listed), count(tx, list.conditions()));
    }

    private int count(Tx tx, List<CaseCondition> conditions) {
        return counts.of(tx, conditions, () -> tx.sql().fetchCount(CASE_RECORD, wanted(conditions)));
    }

    /** Index case_by_stamp, case_by_change or case_by_modification for the order, unless a condition has a better one. */
    Select<CaseRecordRecord> rows(CaseList list, SliceRequest request) {
        return org.jooq
                .impl
                .DSL
                .selectFrom(CASE_RECORD)
                .where(wanted(list.conditions()))
                .orderBy(order(list))
                .offset(request.offset())
                .limit(request.limit());
    }

    Page<ListedCase> page(Tx tx, List<CaseCondition> conditions, PageRequest request) {
        List<ListedCase> rows = tx.sql().fetch(rows(conditions, request)).map(CaseListStore::listed);
        return Page.of(rows, request, () -> (long) count(tx, conditions));
    }

    /** In the order of changes, one row more than asked for; index case_by_stamp. */
    Select<CaseRecordRecord> rows(List<CaseCondition> conditions, PageRequest request) {
        return org.jooq
                .impl
                .DSL
                .selectFrom(CASE_RECORD)
                .where(wanted(conditions))
                .and(behind(request.after()))
                .orderBy(CASE_RECORD.INDEXED_ON, CASE_RECORD.CASE_ID)
                .limit(request.first() + 1);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, ListedCase.LIST, CURSOR_VALUES);
        return row(CASE_RECORD.INDEXED_ON, CASE_RECORD.CASE_ID).gt(cursor.instant(0), cursor.text(1));
    }

    /** What has no time comes before all that has one. */
    private static List<OrderField<?>> order(CaseList list) {
        Field<Instant> time = column(list.order());
        Field<?> tie = list.order() == TimeField.INDEXED_ON ? CASE_RECORD.CASE_ID : CASE_RECORD.CASE_NO;
        return switch (list.order()) {
            case SERVER_MODIFIED_ON, INDEXED_ON ->
                list.descending() ? List.of(time.desc(), tie.desc()) : List.of(time, tie);
            case MODIFIED_ON, OPENED_ON, CLOSED_ON ->
                list.descending()
                        ? List.of(time.desc().nullsLast(), tie.desc())
                        : List.of(time.asc().nullsFirst(), tie);
        };
    }

    private static ListedCase listed(CaseRecordRecord row) {
        return new ListedCase(CaseRows.state(row), row.getIndexedOn());
    }

    /** Those of the cases that are there. */
    Map<String, ListedCase> find(Tx tx, Collection<String> caseIds) {
        return tx.sql()
                .selectFrom(CASE_RECORD)
                .where(isOneOf(CASE_RECORD.CASE_ID, caseIds))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .fetchMap(CASE_RECORD.CASE_ID, CaseListStore::listed);
    }

    /** Those of the ids that a case has or had, deleted ones among them. */
    Set<String> taken(Tx tx, Collection<String> caseIds) {
        return tx.sql()
                .select(CASE_RECORD.CASE_ID)
                .from(CASE_RECORD)
                .where(isOneOf(CASE_RECORD.CASE_ID, caseIds))
                .fetchSet(CASE_RECORD.CASE_ID);
    }

    /** Cases by external id, oldest first; index case_by_external_id. */
    Map<String, List<ListedCase>> named(Tx tx, Collection<String> externalIds, int most) {
        return tx.sql()
                .selectFrom(CASE_RECORD)
                .where(isOneOf(CASE_RECORD.EXTERNAL_ID, externalIds))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .orderBy(CASE_RECORD.CASE_NO)
                .limit(most)
                .fetchGroups(CASE_RECORD.EXTERNAL_ID, CaseListStore::listed);
    }

    /** Cases that point to the targets, by target; index case_index_by_target. */
    Map<String, List<ListedCase>> children(Tx tx, Collection<String> targets, int most) {
        Map<String, List<ListedCase>> children = new LinkedHashMap<>();
        tx.sql()
                .select(CASE_INDEX.TARGET_ID, CASE_RECORD)
                .from(CASE_INDEX)
                .join(CASE_RECORD)
                .on(CASE_RECORD.CASE_ID.eq(CASE_INDEX.CASE_ID))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .where(isOneOf(CASE_INDEX.TARGET_ID, targets))
                .and(CASE_INDEX.TARGET_ID.ne(""))
                .orderBy(CASE_RECORD.CASE_NO)
                .limit(most)
                .forEach(found -> children.computeIfAbsent(found.value1(), id -> new ArrayList<>())
                        .add(listed(found.value2())));
        return children;
    }

    /** Steps without what they did; by primary key. */
    Map<String, CaseOrigin> origins(Tx tx, Collection<String> caseIds) {
        Map<String, Steps> found = new LinkedHashMap<>();
        tx.sql()
                .select(
                        CASE_TRANSACTION.CASE_ID,
                        CASE_TRANSACTION.FORM_ID,
                        CASE_TRANSACTION.SERVER_DATE,
                        CASE_TRANSACTION.REVOKED)
                .from(CASE_TRANSACTION)
                .where(isOneOf(CASE_TRANSACTION.CASE_ID, caseIds))
                .orderBy(CASE_TRANSACTION.CASE_ID, CASE_TRANSACTION.ORDINAL)
                .fetch()
                .forEach(step -> {
                    Steps own =
                            found.computeIfAbsent(step.value1(), _ -> new Steps(step.value3(), new LinkedHashSet<>()));
                    if (step.value2() != null && !step.value4()) {
                        own.formIds.add(step.value2());
                    }
                });
        Map<String, CaseOrigin> origins = new LinkedHashMap<>();
        found.forEach((caseId, steps) -> origins.put(caseId, new CaseOrigin(steps.first, List.copyOf(steps.formIds))));
        return origins;
    }

    /** When the first step of a case was, and the forms of all that stand. */
    private record Steps(Instant first, Set<String> formIds) {}

    private static Condition wanted(List<CaseCondition> conditions) {
        return conditions.stream().map(CaseListStore::sql).reduce(CASE_RECORD.DELETED_ON.isNull(), Condition::and);
    }

    private static Condition sql(CaseCondition wanted) {
        return switch (wanted) {
            case Is(TextField field, List<String> values) ->
                values.size() == 1 ? column(field).eq(values.getFirst()) : isOneOf(column(field), values);
            case Reads(TextField field, String value) -> reads(field, value);
            case Closed(boolean closed) -> CASE_RECORD.CLOSED.eq(closed);
            case CaseCondition.OfOtherType(List<String> than) -> CASE_RECORD.TYPE.notIn(than);
            case Property(String name, List<String> values) -> either(values, value -> property(name, value));
            case Link(String identifier, List<String> targets) ->
                CASE_RECORD.CASE_ID.in(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(isOneOf(CASE_INDEX.TARGET_ID, targets))
                        .and(CASE_INDEX.TARGET_ID.ne(""))
                        .and(CASE_INDEX.IDENTIFIER.eq(identifier)));
            case CaseCondition.LinkTo(String target) ->
                CASE_RECORD.CASE_ID.in(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(isOneOf(CASE_INDEX.TARGET_ID, List.of(target, target.toLowerCase(Locale.ROOT))))
                        .and(CASE_INDEX.TARGET_ID.ne("")));
            case Moment(TimeField field, Side side, Instant limit) -> bound(column(field), side, limit);
            case CaseCondition.Within(TimeField field, Instant from, Instant until) ->
                column(field).ge(from).and(column(field).lt(until));
            case Matches(List<CaseFormula> anyOf) -> new CaseFormulaStore().of(CASE_RECORD, new CaseFormula.Any(anyOf));
            case Never _ -> falseCondition();
        };
    }

    private static Condition either(List<String> values, Function<String, Condition> each) {
        return values.stream().map(each).reduce(Condition::or).orElseGet(() -> falseCondition());
    }

    /** Index case_by_property, but for an empty value, which most cases may have. */
    private static Condition property(String name, String value) {
        return value.isEmpty()
                ? condition("coalesce({0} ->> {1}, '') = ''", CASE_RECORD.PROPERTIES, val(name))
                : condition(
                        "{0} @> {1}",
                        CASE_RECORD.PROPERTIES,
                        val(JSONB.valueOf(CaseJson.strings(Map.of(name, value)).toString())));
    }

    /** Index case_by_name_part or case_by_external_id_in_any_case; ids are written in lower case, unless they are not. */
    private static Condition reads(TextField field, String value) {
        return switch (field) {
            case NAME ->
                condition(
                        "{0} ilike {1}",
                        CASE_RECORD.NAME,
                        val(value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")));
            case EXTERNAL_ID -> condition("({0} collate baraza.any_case) = {1}", CASE_RECORD.EXTERNAL_ID, val(value));
            case TYPE, CASE_ID, OWNER_ID, OPENED_BY, CLOSED_BY, MODIFIED_BY ->
                isOneOf(column(field), List.of(value, value.toLowerCase(Locale.ROOT)));
        };
    }

    private static Condition bound(Field<Instant> time, Side side, Instant limit) {
        return switch (side) {
            case AFTER -> time.gt(limit);
            case FROM -> time.ge(limit);
            case UNTIL -> time.le(limit);
            case BEFORE -> time.lt(limit);
        };
    }

    private static Field<String> column(TextField field) {
        return switch (field) {
            case CASE_ID -> CASE_RECORD.CASE_ID;
            case TYPE -> CASE_RECORD.TYPE;
            case NAME -> CASE_RECORD.NAME;
            case EXTERNAL_ID -> CASE_RECORD.EXTERNAL_ID;
            case OWNER_ID -> CASE_RECORD.OWNER_ID;
            case OPENED_BY -> CASE_RECORD.OPENED_BY;
            case CLOSED_BY -> CASE_RECORD.CLOSED_BY;
            case MODIFIED_BY -> CASE_RECORD.MODIFIED_BY;
        };
    }

    private static Field<Instant> column(TimeField field) {
        return switch (field) {
            case OPENED_ON -> CASE_RECORD.OPENED_ON;
            case CLOSED_ON -> CASE_RECORD.CLOSED_ON;
            case MODIFIED_ON -> CASE_RECORD.MODIFIED_ON;
            case SERVER_MODIFIED_ON -> CASE_RECORD.SERVER_MODIFIED_ON;
            case INDEXED_ON -> CASE_RECORD.INDEXED_ON;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baraza.forms.FormCondition.From;
import org.baraza.forms.FormCondition.Never;
import org.baraza.forms.FormCondition.OfCase;
import org.baraza.forms.FormCondition.Reads;
import org.baraza.forms.FormCondition.Says;
import org.baraza.forms.FormCondition.TextField;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.FormCondition.Until;
import org.baraza.forms.FormCondition.Xmlns;
import org.baraza.memory.CountMemory;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** Lists of forms for programs. Only the keys of a part are sorted; its rows are then read by primary key. */
final class FormListStore {
    private static final Field<Instant> PLACE = field(name("place"), SQLDataType.INSTANT);
    private static final Field<String> FORM_ID = field(name("form_id"), SQLDataType.CLOB);
    private static final List<Field<?>> COLUMNS = columns();

    private final CountMemory counts = new CountMemory();

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(FormRows.COLUMNS);
        columns.addAll(List.of(FORM.SERVER_MODIFIED_ON, FORM.INDEXED_ON, FORM.OPENROSA_VERSION, FORM.SUBMIT_IP));
        return List.copyOf(columns);
    }

    Slice<ListedForm> slice(Tx tx, FormList list, SliceRequest request) {
        return new Slice<>(
                tx.sql().fetch(rows(list, request)).map(FormListStore::listed),
                counts.of(
                        tx,
                        new Counted(list.conditions(), list.archivedToo()),
                        () -> tx.sql()
                                .fetchCount(FORM, wanted(list.conditions()).and(FORM.STATE.in(states(list))))));
    }

    /** Ids in the order of the list, so many at most, whatever the forms say. */
    List<String> ids(Tx tx, FormList list, int most) {
        return tx.sql().fetch(keys(list, new SliceRequest(most, 0))).map(key -> key.value2());
    }

    /** What of a list its count depends on. */
    private record Counted(List<FormCondition> conditions, boolean archivedToo) {}

    /** The statement of a part of a list. */
    Select<?> rows(FormList list, SliceRequest request) {
        var keys = keys(list, request).asTable("key");
        return select(COLUMNS)
                .from(keys)
                .join(FORM)
                .on(FORM.FORM_ID.eq(keys.field(FORM_ID)))
                .orderBy(order(list, keys.field(PLACE), keys.field(FORM_ID)));
    }

    /** Index form_by_arrival, form_by_change or form_by_stamp: one range for each state, merged. */
    private static Select<Record2<Instant, String>> keys(FormList list, SliceRequest request) {
        Select<Record2<Instant, String>> ranges = states(list).stream()
                .map(state -> select(PLACE, FORM_ID)
                        .from(select(column(list.order()).as(PLACE), FORM.FORM_ID.as(FORM_ID))
                                .from(FORM)
                                .where(wanted(list.conditions()))
                                .and(FORM.STATE.eq(state))
                                .orderBy(order(list, column(list.order()), FORM.FORM_ID))
                                .limit(request.offset() + request.limit())
                                .asTable("state_" + state)))
                .<Select<Record2<Instant, String>>>map(range -> range)
                .reduce(Select::unionAll)
                .orElseThrow();
        return select(PLACE, FORM_ID)
                .from(ranges.asTable("range"))
                .orderBy(order(list, PLACE, FORM_ID))
                .offset(request.offset())
                .limit(request.limit());
    }

    private static List<Short> states(FormList list) {
        short normal = (short) FormState.NORMAL.bit();
        return list.archivedToo() ? List.of(normal, (short) FormState.ARCHIVED.bit()) : List.of(normal);
    }

    private static List<OrderField<?>> order(FormList list, Field<?> time, Field<?> formId) {
        return list.descending() ? List.of(time.desc(), formId.desc()) : List.of(time, formId);
    }

    /** Normal and archived ones. */
    Map<String, ListedForm> find(Tx tx, Collection<String> formIds) {
        return tx.sql()
                .select(COLUMNS)
                .from(FORM)
                .where(FormReadStore.isOneOf(FORM.FORM_ID, formIds))
                .and(FORM.STATE.in((short) FormState.NORMAL.bit(), (short) FormState.ARCHIVED.bit()))
                .fetchMap(FORM.FORM_ID, FormListStore::listed);
    }

    private static ListedForm listed(Record row) {
        return new ListedForm(
                FormRows.form(row),
                row.get(FORM.SERVER_MODIFIED_ON),
                row.get(FORM.INDEXED_ON),
                row.get(FORM.OPENROSA_VERSION) != null,
                row.get(FORM.SUBMIT_IP));
    }

    private static Condition wanted(List<FormCondition> conditions) {
        return conditions.stream().map(FormListStore::sql).reduce(noCondition(), Condition::and);
    }

    private static Condition sql(FormCondition wanted) {
        return switch (wanted) {
            case Xmlns(String xmlns) -> FORM.XMLNS.eq(xmlns);
            case Reads(TextField field, String value) -> reads(field, value);
            case OfCase(String caseId) ->
                FORM.FORM_ID.in(select(CASE_TRANSACTION.FORM_ID)
                        .from(CASE_TRANSACTION)
                        .where(CASE_TRANSACTION.CASE_ID.eq(caseId))
                        .and(CASE_TRANSACTION.FORM_ID.isNotNull()));
            case From(TimeField field, Instant limit) -> column(field).ge(limit);
            case Until(TimeField field, Instant limit) -> column(field).le(limit);
            // Looked for in the forms themselves, after all that is told by rows.
            case Says _ -> noCondition();
            case Never _ -> falseCondition();
        };
    }

    /** Ids are written in lower case, unless they are not: the primary key, form_by_app or form_by_user. */
    private static Condition reads(TextField field, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        List<String> either = List.of(value, lower);
        return switch (field) {
            case FORM_ID -> FORM.FORM_ID.in(either);
            case XMLNS -> lower(FORM.XMLNS).eq(lower);
            case NAME -> lower(FORM.NAME).eq(lower);
            case SUBMIT_IP -> FORM.SUBMIT_IP.in(either);
            case APP_ID -> FORM.APP_ID.in(either);
            case USER_ID -> FORM.USER_ID.in(either);
            case BUILD_ID -> FORM.BUILD_ID.in(either);
            case APP_VERSION -> lower(FORM.APP_VERSION).eq(lower);
            case USERNAME -> lower(FORM.USERNAME).eq(lower);
            case DEVICE_ID -> lower(FORM.DEVICE_ID).eq(lower);
        };
    }

    private static Field<Instant> column(TimeField field) {
        return switch (field) {
            case RECEIVED_ON -> FORM.RECEIVED_ON;
            case SERVER_MODIFIED_ON -> FORM.SERVER_MODIFIED_ON;
            case INDEXED_ON -> FORM.INDEXED_ON;
        };
    }
}

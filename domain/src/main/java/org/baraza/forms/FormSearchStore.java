// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.baraza.memory.CountMemory;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Lists of forms. Only the keys of a page are sorted and merged; its rows are then read by primary key. */
final class FormSearchStore {
    private static final int CURSOR_VALUES = 2;

    private final CountMemory counts = new CountMemory();
    private static final Field<Instant> RECEIVED_ON = field(name("received_on"), SQLDataType.INSTANT);
    private static final Field<String> FORM_ID = field(name("form_id"), SQLDataType.CLOB);

    /**
     * @param users if given, only their forms are there
     */
    Page<Form> page(Tx tx, FormQuery query, Optional<Set<String>> users) {
        FormFilter filter = query.filter();
        List<Form> rows = tx.sql().fetch(rows(query, users)).map(FormRows::form);
        return Page.of(rows, query.page(), () -> (long) counts.of(
                tx,
                new Counted(filter, users),
                () -> tx.sql().fetchCount(FORM, wanted(filter, users).and(inStates(filter)))));
    }

    /** What a remembered count is about. */
    private record Counted(FormFilter filter, Optional<Set<String>> users) {}

    /** The statement of a page, one row more than asked for. */
    Select<?> rows(FormQuery query, Optional<Set<String>> users) {
        var keys = keys(query, users).asTable("key");
        return select(FormRows.COLUMNS)
                .from(keys)
                .join(FORM)
                .on(FORM.FORM_ID.eq(keys.field(FORM_ID)))
                .orderBy(order(query.order(), keys.field(RECEIVED_ON), keys.field(FORM_ID)));
    }

    /**
     * Index form_by_user or form_by_xmlns where the filter names one, with the state looked up; else form_by_arrival, one
     * range for each state, merged.
     */
    private static Select<Record2<Instant, String>> keys(FormQuery query, Optional<Set<String>> users) {
        FormFilter filter = query.filter();
        if (filter.userId() != null || filter.xmlns() != null || filter.states().size() == 1) {
            return keys(query, users, inStates(filter));
        }
        Select<Record2<Instant, String>> ranges = filter.states().stream()
                .sorted()
                .map(state -> select(RECEIVED_ON, FORM_ID)
                        .from(keys(query, users, FORM.STATE.eq((short) state.bit()))
                                .asTable(state.name().toLowerCase(Locale.ROOT))))
                .<Select<Record2<Instant, String>>>map(range -> range)
                .reduce(Select::unionAll)
                .orElseThrow(() -> new IllegalArgumentException("a list of forms needs a state"));
        return select(RECEIVED_ON, FORM_ID)
                .from(ranges.asTable("range"))
                .orderBy(order(query.order(), RECEIVED_ON, FORM_ID))
                .limit(query.page().first() + 1);
    }

    private static Select<Record2<Instant, String>> keys(
            FormQuery query, Optional<Set<String>> users, Condition states) {
        return select(FORM.RECEIVED_ON, FORM.FORM_ID)
                .from(FORM)
                .where(states)
                .and(wanted(query.filter(), users))
                .and(behind(query))
                .orderBy(order(query.order(), FORM.RECEIVED_ON, FORM.FORM_ID))
                .limit(query.page().first() + 1);
    }

    private static Condition inStates(FormFilter filter) {
        List<Short> bits = filter.states().stream()
                .map(state -> (short) state.bit())
                .sorted()
                .toList();
        return bits.size() == 1 ? FORM.STATE.eq(bits.getFirst()) : FORM.STATE.in(bits);
    }

    private static Condition wanted(FormFilter filter, Optional<Set<String>> users) {
        Condition wanted = FormReadStore.sentBy(users);
        if (filter.userId() != null) {
            wanted = wanted.and(FORM.USER_ID.eq(filter.userId()));
        }
        if (filter.xmlns() != null) {
            wanted = wanted.and(FORM.XMLNS.eq(filter.xmlns()));
        }
        if (filter.receivedFrom() != null) {
            wanted = wanted.and(FORM.RECEIVED_ON.ge(filter.receivedFrom()));
        }
        return filter.receivedBefore() == null ? wanted : wanted.and(FORM.RECEIVED_ON.lt(filter.receivedBefore()));
    }

    private static Condition behind(FormQuery query) {
        if (query.page().after().isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(query.page().after(), query.order().name(), CURSOR_VALUES);
        var place = row(FORM.RECEIVED_ON, FORM.FORM_ID);
        return query.order() == FormOrder.RECEIVED_DESC
                ? place.lt(cursor.instant(0), cursor.text(1))
                : place.gt(cursor.instant(0), cursor.text(1));
    }

    private static List<OrderField<?>> order(FormOrder order, Field<?> receivedOn, Field<?> formId) {
        return order == FormOrder.RECEIVED_DESC
                ? List.of(receivedOn.desc(), formId.desc())
                : List.of(receivedOn, formId);
    }

    /** One index probe for each kind and one for its name, however many forms there are; index form_by_xmlns. */
    List<FormType> types(Tx tx) {
        return tx.sql()
                .fetch(types())
                .map(found -> new FormType(found.get(0, String.class), found.get(1, String.class)));
    }

    Select<?> types() {
        Field<String> found = field(name("found", "xmlns"), SQLDataType.CLOB);
        var walk = name("found")
                .fields("xmlns")
                .as(select(field(nextType(FORM.XMLNS.gt(""))))
                        .unionAll(select(field(nextType(FORM.XMLNS.gt(found))))
                                .from(name("found"))
                                .where(found.isNotNull())));
        var latestName = select(FORM.NAME)
                .from(FORM)
                .where(FORM.XMLNS.eq(found))
                .orderBy(FORM.RECEIVED_ON.desc(), FORM.FORM_ID.desc())
                .limit(inline(1));
        return DSL.withRecursive(walk)
                .select(found, field(latestName))
                .from(name("found"))
                .where(found.isNotNull())
                .orderBy(found);
    }

    private static Select<Record1<String>> nextType(Condition behind) {
        return select(FORM.XMLNS).from(FORM).where(behind).orderBy(FORM.XMLNS).limit(inline(1));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.ATTACHMENT;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;

/** Forms of a kind with their content, in the order of arrival; index form_by_xmlns. */
final class WholeFormStore {
    /** Characters of XML that are held at once; a form that is longer comes alone. */
    private static final BigDecimal LONGEST_PART = BigDecimal.valueOf(16L * 1024 * 1024);

    private static final List<Field<?>> COLUMNS = columns();

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(FormRows.COLUMNS);
        columns.addAll(List.of(FORM.SUBMIT_IP, FORM.LAST_SYNC_TOKEN, FORM.XML, FORM.XML_LENGTH));
        return List.copyOf(columns);
    }

    List<WholeForm> next(Tx tx, FormRun run, Optional<FormRun.Place> after, int most) {
        return whole(tx, tx.sql().fetch(rows(run, after, most)));
    }

    Select<?> rows(FormRun run, Optional<FormRun.Place> after, int most) {
        Condition behind = after.map(
                        place -> row(FORM.RECEIVED_ON, FORM.FORM_ID).gt(place.receivedOn(), place.formId()))
                .orElseGet(() -> noCondition());
        var places = select(FORM.FORM_ID, FORM.RECEIVED_ON, FORM.XML_LENGTH)
                .from(FORM)
                .where(wanted(run))
                .and(behind)
                .orderBy(FORM.RECEIVED_ON, FORM.FORM_ID)
                .limit(most)
                .asTable("place");
        Field<BigDecimal> length = sum(places.field(FORM.XML_LENGTH))
                .over(orderBy(places.field(FORM.RECEIVED_ON), places.field(FORM.FORM_ID)))
                .as("length");
        var part = select(places.fields()).select(length).from(places).asTable("part");
        return select(COLUMNS)
                .from(part)
                .join(FORM)
                .on(FORM.FORM_ID.eq(part.field(FORM.FORM_ID)))
                .where(part.field(length)
                        .le(LONGEST_PART)
                        .or(part.field(length).eq(part.field(FORM.XML_LENGTH).cast(BigDecimal.class))))
                .orderBy(FORM.RECEIVED_ON, FORM.FORM_ID);
    }

    int count(Tx tx, FormRun run) {
        return tx.sql().fetchCount(FORM, wanted(run));
    }

    private static Condition wanted(FormRun run) {
        Condition wanted = FORM.XMLNS
                .eq(run.xmlns())
                .and(FORM.STATE.in(run.states().stream()
                        .map(state -> (short) state.bit())
                        .sorted()
                        .toList()))
                .and(FORM.RECEIVED_ON.lt(run.before()));
        if (run.from().isPresent()) {
            wanted = wanted.and(FORM.RECEIVED_ON.ge(run.from().get()));
        }
        if (run.users().isPresent()) {
            wanted = wanted.and(FormReadStore.isOneOf(FORM.USER_ID, run.users().get()));
        }
        return wanted;
    }

    List<WholeForm> sample(Tx tx, String xmlns, int mostOfEach) {
        List<WholeForm> forms = new ArrayList<>(some(tx, xmlns, mostOfEach, true));
        if (forms.size() == mostOfEach) {
            forms.addAll(some(tx, xmlns, mostOfEach, false));
        }
        return forms;
    }

    private static List<WholeForm> some(Tx tx, String xmlns, int most, boolean latest) {
        SortField<?> arrival = latest ? FORM.RECEIVED_ON.desc() : FORM.RECEIVED_ON.asc();
        SortField<?> id = latest ? FORM.FORM_ID.desc() : FORM.FORM_ID.asc();
        return whole(
                tx,
                tx.sql()
                        .select(COLUMNS)
                        .from(FORM)
                        .where(FORM.XMLNS.eq(xmlns))
                        .and(FORM.STATE.eq((short) FormState.NORMAL.bit()))
                        .orderBy(arrival, id)
                        .limit(most)
                        .fetch());
    }

    private static List<WholeForm> whole(Tx tx, List<? extends Record> rows) {
        Map<String, Set<String>> names = attachments(
                tx, rows.stream().map(found -> found.get(FORM.FORM_ID)).toList());
        Map<String, KeptXml> kept = FormReadStore.kept(tx, rows);
        return rows.stream()
                .map(found -> new WholeForm(
                        FormRows.form(found),
                        found.get(FORM.SUBMIT_IP),
                        found.get(FORM.LAST_SYNC_TOKEN),
                        Objects.requireNonNull(kept.get(found.get(FORM.FORM_ID))),
                        names.getOrDefault(found.get(FORM.FORM_ID), Set.of())))
                .toList();
    }

    private static Map<String, Set<String>> attachments(Tx tx, Collection<String> formIds) {
        return formIds.isEmpty()
                ? Map.of()
                : tx
                        .sql()
                        .select(ATTACHMENT.FORM_ID, ATTACHMENT.NAME)
                        .from(ATTACHMENT)
                        .where(FormReadStore.isOneOf(ATTACHMENT.FORM_ID, formIds))
                        .and(ATTACHMENT.BLOB_KEY.isNotNull())
                        .fetch()
                        .stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                found -> found.value1(),
                                java.util.stream.Collectors.mapping(
                                        found -> found.value2(),
                                        java.util.stream.Collectors.toCollection(HashSet::new))));
    }
}

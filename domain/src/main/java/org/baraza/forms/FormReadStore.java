// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.ATTACHMENT;
import static org.baraza.persistence.schema.forms.Tables.EVENT;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads of known forms, many at once, by primary key. */
final class FormReadStore {
    private static final byte[] NO_XML = {};
    private static final ChunkStore CHUNKS = new ChunkStore();
    private static final Field<String> WANTED = field(name("wanted", "id"), SQLDataType.CLOB);

    /**
     * @param users if given, only their forms are there
     */
    Map<String, Form> find(Tx tx, Collection<String> formIds, Optional<Set<String>> users) {
        return tx.sql()
                .select(FormRows.COLUMNS)
                .from(FORM)
                .where(isOneOf(FORM.FORM_ID, formIds))
                .and(sentBy(users))
                .fetchMap(FORM.FORM_ID, FormRows::form);
    }

    /** As {@link #xml(Tx, Collection)}; empty when all of it together is longer than so many bytes. */
    Optional<Map<String, KeptXml>> xml(Tx tx, Collection<String> formIds, long most) {
        Field<BigDecimal> all = sum(FORM.XML_LENGTH).over();
        var rows = tx.sql()
                .select(
                        FORM.FORM_ID,
                        when(all.le(BigDecimal.valueOf(most)), FORM.XML).as(FORM.XML),
                        FORM.XML_LENGTH,
                        all)
                .from(FORM)
                .where(isOneOf(FORM.FORM_ID, formIds))
                .fetch();
        return rows.isNotEmpty() && rows.getFirst().get(all).longValue() > most
                ? Optional.empty()
                : Optional.of(kept(tx, rows));
    }

    /** How the raw XML of the forms is kept. */
    Map<String, KeptXml> xml(Tx tx, Collection<String> formIds) {
        return kept(
                tx,
                tx.sql()
                        .select(FORM.FORM_ID, FORM.XML, FORM.XML_LENGTH)
                        .from(FORM)
                        .where(isOneOf(FORM.FORM_ID, formIds))
                        .fetch());
    }

    /** The same, of rows that were read already. */
    static Map<String, KeptXml> kept(Tx tx, List<? extends Record> rows) {
        Map<String, ChunkPart> elsewhere = CHUNKS.parts(
                tx,
                rows.stream()
                        .filter(row -> row.get(FORM.XML) == null)
                        .map(row -> row.get(FORM.FORM_ID))
                        .toList());
        Map<String, KeptXml> kept = new LinkedHashMap<>();
        rows.forEach(row -> kept.put(
                row.get(FORM.FORM_ID),
                new KeptXml(
                        Objects.requireNonNullElse(row.get(FORM.XML), NO_XML),
                        row.get(FORM.XML_LENGTH),
                        Optional.ofNullable(elsewhere.get(row.get(FORM.FORM_ID))))));
        return kept;
    }

    Map<String, List<FormAttachment>> attachments(Tx tx, Collection<String> formIds) {
        Map<String, List<FormAttachment>> attachments = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(ATTACHMENT)
                .where(isOneOf(ATTACHMENT.FORM_ID, formIds))
                .orderBy(ATTACHMENT.FORM_ID, ATTACHMENT.NAME)
                .forEach(row -> attachments
                        .computeIfAbsent(row.getFormId(), id -> new ArrayList<>())
                        .add(new FormAttachment(
                                row.getFormId(),
                                row.getName(),
                                row.getContentType(),
                                row.getLength(),
                                row.getBlobKey(),
                                row.getSetAside())));
        return attachments;
    }

    Map<String, List<FormEvent>> events(Tx tx, Collection<String> formIds) {
        Map<String, List<FormEvent>> events = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(EVENT)
                .where(isOneOf(EVENT.FORM_ID, formIds))
                .orderBy(EVENT.FORM_ID, EVENT.EVENT_ID)
                .forEach(row -> events.computeIfAbsent(row.getFormId(), id -> new ArrayList<>())
                        .add(new FormEvent(row.getOperation(), row.getAt(), row.getUserId())));
        return events;
    }

    Map<String, Instant> lastArrivals(Tx tx, Collection<String> userIds) {
        Map<String, Instant> arrivals = new LinkedHashMap<>();
        tx.sql()
                .fetch(lastArrivals(userIds))
                .forEach(row -> arrivals.put(row.get(0, String.class), row.get(1, Instant.class)));
        return arrivals;
    }

    /** One index probe for each user; index form_by_user. */
    Select<?> lastArrivals(Collection<String> userIds) {
        var last = lateral(select(FORM.RECEIVED_ON)
                        .from(FORM)
                        .where(FORM.USER_ID.eq(WANTED))
                        .orderBy(FORM.RECEIVED_ON.desc(), FORM.FORM_ID.desc())
                        .limit(inline(1)))
                .as("last");
        return select(WANTED, last.field(FORM.RECEIVED_ON))
                .from(unnest(Set.copyOf(userIds).toArray(String[]::new)).as("wanted", "id"))
                .crossJoin(last);
    }

    /**
     * Forms that one may see who sees those of these users.
     *
     * @param users empty when she may see all
     */
    static Condition sentBy(Optional<Set<String>> users) {
        return users.map(some -> isOneOf(FORM.USER_ID, some)).orElseGet(DSL::noCondition);
    }

    /** One array, so that the statement is the same however many ids there are. */
    static Condition isOneOf(TableField<?, String> field, Collection<String> ids) {
        return field.eq(any(val(ids.toArray(String[]::new))));
    }
}

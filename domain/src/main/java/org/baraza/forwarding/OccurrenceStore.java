// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.forms.ServerForm;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.SQLDataType;

/** What forwarders want to know of what changed, by primary keys and case_transaction_by_form. */
final class OccurrenceStore {
    private static final short NORMAL = 1;
    private static final Field<String> MAKER = field(name("step", "maker"), SQLDataType.CLOB);

    /** Something that happened last to a document, as far as the document itself knows. */
    record Recent(Instant at, Occurrence occurrence) {}

    /** A form and a case that it changed. */
    record Step(String formId, String caseId) {}

    /** Forms that arrived in good order. */
    Map<String, Occurrence> forms(Tx tx, Collection<String> formIds) {
        Map<String, Occurrence> found = new LinkedHashMap<>();
        tx.sql()
                .select(FORM.FORM_ID, FORM.XMLNS, FORM.USER_ID)
                .from(FORM)
                .where(FORM.FORM_ID.in(formIds))
                .and(FORM.STATE.eq(inline(NORMAL)))
                .forEach(row -> found.put(
                        row.value1(),
                        new Occurrence.FormArrived(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).orElse(""))));
        return found;
    }

    /** What forms did to cases, by both. */
    Map<Step, Occurrence.CaseChanged> steps(Tx tx, Collection<String> formIds) {
        var earlier = CASE_TRANSACTION.as("earlier");
        Field<Boolean> first = field(exists(selectOne()
                        .from(earlier)
                        .where(earlier.PROJECT_ID.eq(CASE_TRANSACTION.PROJECT_ID))
                        .and(earlier.CASE_ID.eq(CASE_TRANSACTION.CASE_ID))
                        .and(earlier.ORDINAL.lt(CASE_TRANSACTION.ORDINAL))
                        .and(earlier.FORM_ID.isNotNull())
                        .and(earlier.FORM_ID.ne(CASE_TRANSACTION.FORM_ID))
                        .and(earlier.REVOKED.isFalse()))
                .not());
        Map<Step, Occurrence.CaseChanged> found = new LinkedHashMap<>();
        tx.sql()
                .select(
                        CASE_TRANSACTION.FORM_ID,
                        CASE_TRANSACTION.CASE_ID,
                        CASE_TRANSACTION.USER_ID,
                        first,
                        CASE_RECORD.TYPE)
                .from(CASE_TRANSACTION)
                .join(CASE_RECORD)
                .on(CASE_RECORD.PROJECT_ID.eq(CASE_TRANSACTION.PROJECT_ID))
                .and(CASE_RECORD.CASE_ID.eq(CASE_TRANSACTION.CASE_ID))
                .where(CASE_TRANSACTION.FORM_ID.in(formIds))
                .and(CASE_TRANSACTION.REVOKED.isFalse())
                .and(CASE_RECORD.DELETED_ON.isNull())
                .forEach(row -> found.put(
                        new Step(row.value1(), row.value2()),
                        new Occurrence.CaseChanged(
                                row.value2(),
                                row.value5(),
                                Optional.ofNullable(row.value3()).orElse(""),
                                row.value4())));
        return found;
    }

    /** Which part of the server made forms of a kind, of those that are such and that no phone sent; by primary key. */
    Map<String, String> madeBy(Tx tx, Collection<String> formIds, String xmlns) {
        return tx.sql()
                .select(FORM.FORM_ID, coalesce(FORM.DEVICE_ID, inline("")))
                .from(FORM)
                .where(FORM.FORM_ID.in(formIds))
                .and(made(xmlns))
                .fetchMap(Record2::value1, Record2::value2);
    }

    /**
     * Which part of the server made the last forms of the cases that forms changed, those forms among them, newest first; empty for a
     * form of another kind or from a phone. By case_transaction_by_form, then by primary keys, backwards.
     */
    Map<Step, List<Optional<String>>> lastMadeBy(Tx tx, Collection<String> formIds, String xmlns, int most) {
        var until = CASE_TRANSACTION.as("until");
        var step = lateral(select(
                                CASE_TRANSACTION.ORDINAL,
                                when(made(xmlns), coalesce(FORM.DEVICE_ID, inline("")))
                                        .as("maker"))
                        .from(CASE_TRANSACTION)
                        .join(FORM)
                        .on(FORM.PROJECT_ID.eq(CASE_TRANSACTION.PROJECT_ID))
                        .and(FORM.FORM_ID.eq(CASE_TRANSACTION.FORM_ID))
                        .where(CASE_TRANSACTION.PROJECT_ID.eq(until.PROJECT_ID))
                        .and(CASE_TRANSACTION.CASE_ID.eq(until.CASE_ID))
                        .and(CASE_TRANSACTION.ORDINAL.le(until.ORDINAL))
                        .and(CASE_TRANSACTION.REVOKED.isFalse())
                        .orderBy(CASE_TRANSACTION.ORDINAL.desc())
                        .limit(most))
                .as("step");
        Map<Step, List<Optional<String>>> found = new LinkedHashMap<>();
        tx.sql()
                .select(until.FORM_ID, until.CASE_ID, MAKER)
                .from(until)
                .crossJoin(step)
                .where(until.FORM_ID.in(formIds))
                .orderBy(
                        until.FORM_ID,
                        until.CASE_ID,
                        step.field(CASE_TRANSACTION.ORDINAL).desc())
                .forEach(row -> found.computeIfAbsent(new Step(row.value1(), row.value2()), _ -> new ArrayList<>())
                        .add(Optional.ofNullable(row.value3())));
        return found;
    }

    /** Phones write kind and device of their forms themselves, but not who sent them. */
    private static Condition made(String xmlns) {
        return FORM.XMLNS.eq(xmlns).and(FORM.SUBMITTED_BY.eq(ServerForm.User.SYSTEM.userId()));
    }

    /** The last forms that arrived in good order; indexes form_by_arrival and form_by_xmlns. */
    List<Recent> lastForms(Tx tx, Set<String> xmlnses, int most) {
        return tx.sql()
                .select(FORM.FORM_ID, FORM.XMLNS, FORM.USER_ID, FORM.RECEIVED_ON)
                .from(FORM)
                .where(FORM.STATE.eq(inline(NORMAL)))
                .and(xmlnses.isEmpty() ? noCondition() : FORM.XMLNS.in(xmlnses))
                .orderBy(FORM.RECEIVED_ON.desc(), FORM.FORM_ID.desc())
                .limit(most)
                .fetch(row -> new Recent(
                        row.value4(),
                        new Occurrence.FormArrived(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).orElse(""))));
    }

    /** The cases that changed last; indexes case_by_change and case_by_type. */
    List<Recent> lastCases(Tx tx, Set<String> types, int most) {
        return tx.sql()
                .select(CASE_RECORD.CASE_ID, CASE_RECORD.TYPE, CASE_RECORD.MODIFIED_BY, CASE_RECORD.SERVER_MODIFIED_ON)
                .from(CASE_RECORD)
                .where(CASE_RECORD.DELETED_ON.isNull())
                .and(types.isEmpty() ? noCondition() : CASE_RECORD.TYPE.in(types))
                .orderBy(CASE_RECORD.SERVER_MODIFIED_ON.desc(), CASE_RECORD.CASE_NO.desc())
                .limit(most)
                .fetch(row -> new Recent(
                        row.value4(),
                        new Occurrence.CaseChanged(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).orElse(""),
                                false)));
    }

    /** Cases that changed without a form that says how, as they are now. */
    Map<String, Occurrence.CaseChanged> cases(Tx tx, Collection<String> caseIds) {
        Map<String, Occurrence.CaseChanged> found = new LinkedHashMap<>();
        tx.sql()
                .select(CASE_RECORD.CASE_ID, CASE_RECORD.TYPE, CASE_RECORD.MODIFIED_BY)
                .from(CASE_RECORD)
                .where(CASE_RECORD.CASE_ID.in(caseIds))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .forEach(row -> found.put(
                        row.value1(),
                        new Occurrence.CaseChanged(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).orElse(""),
                                false)));
        return found;
    }
}

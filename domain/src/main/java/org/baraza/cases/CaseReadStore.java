// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.baraza.persistence.schema.cases.Tables.LEDGER_VALUE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.cases.tables.records.CaseRecordRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads of known cases, many at once: what hangs on each of a page of cases costs one statement, not one per case. */
final class CaseReadStore {
    private static final Field<String> WANTED = field(name("wanted", "id"), SQLDataType.CLOB);

    /** By primary key; deleted ones too. */
    Map<String, CaseState> find(Tx tx, Collection<String> caseIds) {
        return find(tx, caseIds, Optional.empty());
    }

    /** By primary key, those that are visible; deleted ones too. */
    Map<String, CaseState> find(Tx tx, Collection<String> caseIds, Optional<Set<String>> owners) {
        return tx.sql()
                .selectFrom(CASE_RECORD)
                .where(isOneOf(CASE_RECORD.CASE_ID, caseIds))
                .and(visible(owners))
                .fetchMap(CASE_RECORD.CASE_ID, CaseRows::state);
    }

    /** By external id; index case_by_external_id. */
    Map<String, List<CaseState>> withExternalIds(Tx tx, String type, Collection<String> externalIds) {
        Map<String, List<CaseState>> found = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(CASE_RECORD)
                .where(isOneOf(CASE_RECORD.EXTERNAL_ID, externalIds))
                .and(CASE_RECORD.EXTERNAL_ID.isNotNull())
                .and(CASE_RECORD.TYPE.eq(type))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .forEach(row -> found.computeIfAbsent(row.getExternalId(), id -> new ArrayList<>())
                        .add(CaseRows.state(row)));
        return found;
    }

    /** Links to the cases from cases that are not deleted, one more than wanted each; index case_index_by_target. */
    Map<String, List<CaseReference>> references(
            Tx tx, Collection<String> targets, PageRequest page, Optional<Set<String>> owners) {
        var links = lateral(select(CASE_INDEX.IDENTIFIER, CASE_INDEX.RELATIONSHIP)
                        .select(CASE_RECORD.fields())
                        .from(CASE_INDEX)
                        .join(CASE_RECORD)
                        .on(CASE_RECORD.CASE_ID.eq(CASE_INDEX.CASE_ID))
                        .and(CASE_RECORD.DELETED_ON.isNull())
                        .and(visible(owners))
                        .where(CASE_INDEX.TARGET_ID.eq(WANTED))
                        .and(CASE_INDEX.TARGET_ID.ne(""))
                        .and(behindReference(page.after()))
                        .orderBy(CASE_INDEX.RELATIONSHIP, CASE_INDEX.CASE_ID, CASE_INDEX.IDENTIFIER)
                        .limit(page.first() + 1))
                .as("link");
        Map<String, List<CaseReference>> references = new LinkedHashMap<>();
        for (Record row : tx.sql()
                .select(WANTED)
                .select(links.fields())
                .from(wanted(targets))
                .crossJoin(links)) {
            references.computeIfAbsent(row.get(WANTED), id -> new ArrayList<>()).add(reference(row.intoArray()));
        }
        return references;
    }

    /** By position: many columns are looked up slowly by their names. */
    private static CaseReference reference(Object[] row) {
        CaseRecordRecord holder = new CaseRecordRecord();
        holder.fromArray(Arrays.copyOfRange(row, 3, row.length));
        return new CaseReference(
                String.valueOf(row[1]),
                Relationship.ofWireName(String.valueOf(row[2])).orElseThrow(),
                CaseRows.state(holder));
    }

    private static Condition behindReference(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, CaseReference.LIST, 3);
        return row(CASE_INDEX.RELATIONSHIP, CASE_INDEX.CASE_ID, CASE_INDEX.IDENTIFIER)
                .gt(cursor.text(0), cursor.text(1), cursor.text(2));
    }

    Map<String, Integer> referenceCounts(Tx tx, Collection<String> targets, Optional<Set<String>> owners) {
        return tx.sql()
                .select(CASE_INDEX.TARGET_ID, count())
                .from(CASE_INDEX)
                .join(CASE_RECORD)
                .on(CASE_RECORD.CASE_ID.eq(CASE_INDEX.CASE_ID))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .and(visible(owners))
                .where(isOneOf(CASE_INDEX.TARGET_ID, targets))
                .and(CASE_INDEX.TARGET_ID.ne(""))
                .groupBy(CASE_INDEX.TARGET_ID)
                .fetchMap(CASE_INDEX.TARGET_ID, count());
    }

    /** Steps of the histories, newest first, one more than wanted each; by primary key, backwards. */
    Map<String, List<CaseTransaction>> history(Tx tx, Collection<String> caseIds, PageRequest page, Steps steps) {
        var step = lateral(selectFrom(CASE_TRANSACTION)
                        .where(CASE_TRANSACTION.CASE_ID.eq(WANTED))
                        .and(steps.condition())
                        .and(before(page.after()))
                        .orderBy(CASE_TRANSACTION.ORDINAL.desc())
                        .limit(page.first() + 1))
                .as("step");
        Map<String, List<CaseTransaction>> histories = new LinkedHashMap<>();
        tx.sql()
                .select(step.fields())
                .from(wanted(caseIds))
                .crossJoin(step)
                .fetch(found -> CaseBookStore.transaction(found.into(CASE_TRANSACTION)))
                .forEach(found -> histories
                        .computeIfAbsent(found.caseId(), id -> new ArrayList<>())
                        .add(found));
        return histories;
    }

    /** Which steps of a history count for a list. */
    enum Steps {
        ALL,
        OF_FORMS;

        private Condition condition() {
            return this == ALL ? noCondition() : CASE_TRANSACTION.FORM_ID.isNotNull();
        }
    }

    private static Condition before(String after) {
        return after.isEmpty()
                ? noCondition()
                : CASE_TRANSACTION.ORDINAL.lt(
                        Cursor.read(after, CaseTransaction.LIST, 1).number(0));
    }

    Map<String, Integer> historyCounts(Tx tx, Collection<String> caseIds, Steps steps) {
        return tx.sql()
                .select(CASE_TRANSACTION.CASE_ID, count())
                .from(CASE_TRANSACTION)
                .where(isOneOf(CASE_TRANSACTION.CASE_ID, caseIds))
                .and(steps.condition())
                .groupBy(CASE_TRANSACTION.CASE_ID)
                .fetchMap(CASE_TRANSACTION.CASE_ID, count());
    }

    /** All steps of the cases, oldest first; by primary key. */
    Map<String, List<CaseTransaction>> histories(Tx tx, Collection<String> caseIds) {
        Map<String, List<CaseTransaction>> histories = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(CASE_TRANSACTION)
                .where(isOneOf(CASE_TRANSACTION.CASE_ID, caseIds))
                .orderBy(CASE_TRANSACTION.CASE_ID, CASE_TRANSACTION.ORDINAL)
                .forEach(found -> histories
                        .computeIfAbsent(found.getCaseId(), id -> new ArrayList<>())
                        .add(CaseBookStore.transaction(found)));
        return histories;
    }

    /** What the forms did to cases, in the order of the case ids; index case_transaction_by_form. */
    Map<String, List<CaseTransaction>> ofForms(Tx tx, Collection<String> formIds) {
        Map<String, List<CaseTransaction>> steps = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(CASE_TRANSACTION)
                .where(isOneOf(CASE_TRANSACTION.FORM_ID, formIds))
                .orderBy(CASE_TRANSACTION.FORM_ID, CASE_TRANSACTION.CASE_ID)
                .forEach(found -> steps.computeIfAbsent(found.getFormId(), id -> new ArrayList<>())
                        .add(CaseBookStore.transaction(found)));
        return steps;
    }

    /** By primary key. */
    Map<String, List<LedgerValue>> ledgers(Tx tx, Collection<String> caseIds) {
        Map<String, List<LedgerValue>> ledgers = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(LEDGER_VALUE)
                .where(isOneOf(LEDGER_VALUE.CASE_ID, caseIds))
                .orderBy(LEDGER_VALUE.CASE_ID, LEDGER_VALUE.SECTION_ID, LEDGER_VALUE.ENTRY_ID)
                .forEach(found -> ledgers.computeIfAbsent(found.getCaseId(), id -> new ArrayList<>())
                        .add(new LedgerValue(
                                found.getSectionId(), found.getEntryId(), found.getBalance(), found.getModifiedOn())));
        return ledgers;
    }

    private static Table<?> wanted(Collection<String> ids) {
        return unnest(Set.copyOf(ids).toArray(String[]::new)).as("wanted", "id");
    }

    /**
     * Cases that one may see who sees those of these owners.
     *
     * @param owners empty when she may see all
     */
    static Condition visible(Optional<Set<String>> owners) {
        return owners.map(some -> isOneOf(CASE_RECORD.OWNER_ID, some)).orElseGet(DSL::noCondition);
    }

    /** One array, so that the statement is the same however many ids there are. */
    static Condition isOneOf(Field<String> field, Collection<String> ids) {
        return field.eq(DSL.any(val(ids.toArray(String[]::new))));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.persistence.schema.cases.tables.records.CaseTransactionRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Opens a {@link CaseBook} under lock and writes it back. Both are expressions rather than statements, so that the intake
 * can read, and later write, its own rows and those of cases in one round trip.
 */
public final class CaseBookStore {
    private final CaseNumbers numbers;
    private final StockStore stock = new StockStore();

    public CaseBookStore(CaseNumbers numbers) {
        this.numbers = numbers;
    }

    /** Locks the cases in id order and gives their rows. */
    public Field<JSON> locked(Collection<String> caseIds) {
        return field("cases.lock_cases({0})", SQLDataType.JSON, val(caseIds.toArray(String[]::new)));
    }

    /** Which of the ids are cases, without locking them. */
    public Field<JSON> existing(Collection<String> caseIds) {
        return caseIds.isEmpty()
                ? val(JSON.valueOf("[]"), SQLDataType.JSON)
                : field("cases.existing({0})", SQLDataType.JSON, val(caseIds.toArray(String[]::new)));
    }

    /** A book of what the two expressions gave. */
    public CaseBook open(JSON locked, JSON existing) {
        return new CaseBook(
                CaseJson.states(locked.data()), new HashSet<>(CaseJson.ids(existing.data())), numbers::next);
    }

    /** A book of its own statement, for work that is not on the hot path. */
    public CaseBook open(Tx tx, Collection<String> caseIds, Collection<String> targets) {
        var rows = tx.sql().select(locked(caseIds), existing(targets)).fetchSingle();
        return open(rows.value1(), rows.value2());
    }

    /** Writes all that the book changed, but for stock. */
    public Field<Object> stored(CaseBook book) {
        List<JsonNode> links = new ArrayList<>();
        Set<CaseState> touched = new HashSet<>(book.createdStates());
        touched.addAll(book.changedStates());
        for (CaseState state : touched) {
            state.indices().forEach(index -> links.add(CaseJson.link(state.caseId(), index)));
        }
        return field(
                "cases.store({0}, {1}, {2}, {3})",
                SQLDataType.OTHER,
                array(book.createdStates().stream().map(CaseJson::row).toList()),
                array(book.changedStates().stream().map(CaseJson::row).toList()),
                array(links),
                array(book.transactions().stream().map(CaseJson::row).toList()));
    }

    /** Writes the book in a statement of its own. */
    public void store(Tx tx, CaseBook book) {
        tx.sql().select(stored(book)).execute();
        storeLedgers(tx, book);
    }

    /** Posts the stock changes of the book; call it after the cases are written. */
    public void storeLedgers(Tx tx, CaseBook book) {
        if (book.movesStock()) {
            stock.post(tx, book);
        }
    }

    /** Cases that the form touched, by its transactions; index case_transaction_by_form. */
    public Set<String> casesOf(Tx tx, String formId) {
        return tx.sql()
                .selectDistinct(CASE_TRANSACTION.CASE_ID)
                .from(CASE_TRANSACTION)
                .where(CASE_TRANSACTION.FORM_ID.eq(formId))
                .fetchSet(CASE_TRANSACTION.CASE_ID);
    }

    /** All transactions of the cases, in order. Call it with the cases locked. */
    public Map<String, List<CaseTransaction>> histories(Tx tx, Collection<String> caseIds) {
        Map<String, List<CaseTransaction>> histories = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(CASE_TRANSACTION)
                .where(CASE_TRANSACTION.CASE_ID.in(caseIds))
                .orderBy(CASE_TRANSACTION.CASE_ID, CASE_TRANSACTION.ORDINAL)
                .forEach(row -> histories
                        .computeIfAbsent(row.getCaseId(), id -> new ArrayList<>())
                        .add(transaction(row)));
        return histories;
    }

    static CaseTransaction transaction(CaseTransactionRecord row) {
        return new CaseTransaction(
                row.getCaseId(),
                row.getOrdinal(),
                row.getFormId(),
                row.getType(),
                row.getRevoked(),
                row.getSyncLogId(),
                row.getServerDate(),
                row.getClientDate(),
                row.getUserId(),
                CaseJson.work(row.getCaseId(), data(row.getBlocks())));
    }

    private static @Nullable String data(@Nullable JSON json) {
        return json == null ? null : json.data();
    }

    private static Field<JSON> array(List<? extends JsonNode> rows) {
        if (rows.isEmpty()) {
            return val(null, SQLDataType.JSON);
        }
        ArrayNode array = JsonMapper.shared().createArrayNode();
        array.addAll(rows);
        return val(JSON.valueOf(array.toString()), SQLDataType.JSON);
    }
}

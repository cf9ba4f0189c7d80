// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.LEDGER_VALUE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.baraza.cases.CaseBook.LedgerPosting;
import org.baraza.persistence.schema.cases.tables.records.LedgerValueRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;

/**
 * Writes what forms do to stock. What they do to one value is added up first, so that a stock count of a hundred products
 * costs as many statements as one of a single product.
 */
final class StockStore {
    private static final int ROWS_AT_ONCE = 1_000;

    void post(Tx tx, CaseBook book) {
        Set<String> rebuilt = book.ledgerRebuilds().keySet();
        if (!rebuilt.isEmpty()) {
            tx.sql()
                    .deleteFrom(LEDGER_VALUE)
                    .where(LEDGER_VALUE.CASE_ID.eq(any(rebuilt.toArray(String[]::new))))
                    .execute();
        }
        List<LedgerPosting> postings = new ArrayList<>();
        book.ledgerRebuilds().values().forEach(postings::addAll);
        book.ledgers().stream()
                .filter(posting -> !rebuilt.contains(posting.change().caseId()))
                .forEach(postings::add);
        write(tx, addedUp(postings));
    }

    private record Place(String caseId, String sectionId, String entryId) {}

    /** @param sets whether the quantity is the new balance, or what the balance changes by */
    private record Sum(boolean sets, BigDecimal quantity, Instant at) {
        Sum and(Sum later) {
            return later.sets ? later : new Sum(sets, quantity.add(later.quantity), later.at);
        }
    }

    private static Map<Place, Sum> addedUp(List<LedgerPosting> postings) {
        Map<Place, Sum> sums = new LinkedHashMap<>();
        for (LedgerPosting posting : postings) {
            LedgerChange change = posting.change();
            sums.merge(
                    new Place(change.caseId(), change.sectionId(), change.entryId()),
                    new Sum(change.sets(), change.quantity(), posting.at()),
                    Sum::and);
        }
        return sums;
    }

    private static void write(Tx tx, Map<Place, Sum> sums) {
        UUID project = ProjectScope.current().value();
        List<LedgerValueRecord> set = new ArrayList<>();
        List<LedgerValueRecord> added = new ArrayList<>();
        sums.forEach((place, sum) -> (sum.sets() ? set : added)
                .add(new LedgerValueRecord(
                        project, place.caseId(), place.sectionId(), place.entryId(), sum.quantity(), sum.at())));
        put(tx, set, excluded(LEDGER_VALUE.BALANCE));
        put(tx, added, LEDGER_VALUE.BALANCE.plus(excluded(LEDGER_VALUE.BALANCE)));
    }

    /** @param balance of a value that is there already */
    private static void put(Tx tx, List<LedgerValueRecord> rows, Field<BigDecimal> balance) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            tx.sql()
                    .insertInto(LEDGER_VALUE)
                    .set(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)))
                    .onConflict(
                            LEDGER_VALUE.PROJECT_ID,
                            LEDGER_VALUE.CASE_ID,
                            LEDGER_VALUE.SECTION_ID,
                            LEDGER_VALUE.ENTRY_ID)
                    .doUpdate()
                    .set(LEDGER_VALUE.BALANCE, balance)
                    .set(LEDGER_VALUE.MODIFIED_ON, excluded(LEDGER_VALUE.MODIFIED_ON))
                    .execute();
        }
    }
}

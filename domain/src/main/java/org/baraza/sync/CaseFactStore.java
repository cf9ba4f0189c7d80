// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Reads a few cases to explain where they belong. */
final class CaseFactStore {

    boolean isWorker(Tx tx, String userId) {
        return tx.sql()
                .fetchExists(MOBILE_WORKER, MOBILE_WORKER.USER_ID.eq(userId).and(MOBILE_WORKER.RETIRED_AT.isNull()));
    }

    /** Index case_record_pkey. */
    List<CaseFact> ofIds(Tx tx, Collection<String> caseIds) {
        return facts(tx, CASE_RECORD.CASE_ID.eq(any(caseIds.toArray(String[]::new))));
    }

    /** Index case_by_number. */
    List<CaseFact> ofNumbers(Tx tx, Collection<Integer> numbers) {
        return facts(tx, CASE_RECORD.CASE_NO.eq(any(numbers.toArray(Integer[]::new))));
    }

    private static List<CaseFact> facts(Tx tx, Condition which) {
        return tx.sql()
                .select(
                        CASE_RECORD.CASE_NO,
                        CASE_RECORD.CASE_ID,
                        CASE_RECORD.OWNER_ID,
                        CASE_RECORD.CLOSED,
                        CASE_RECORD.DELETED_ON)
                .from(CASE_RECORD)
                .where(which)
                .fetch(row ->
                        new CaseFact(row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null));
    }
}

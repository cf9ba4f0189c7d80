// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record1;
import org.jooq.Select;

/** Reads who has to do with a case. */
final class CaseSurroundingsStore {
    private static final String EXTENSION = "extension";
    private static final int LATEST_STEPS = 50;

    /** The cases that bring one of these to a phone in one step, each with its owner. */
    Map<String, String> ownersOfNext(Tx tx, Collection<String> caseIds, int most) {
        String[] ids = caseIds.toArray(String[]::new);
        return tx.sql()
                .select(CASE_RECORD.CASE_ID, CASE_RECORD.OWNER_ID)
                .from(CASE_RECORD)
                .where(CASE_RECORD.CASE_ID.in(pointingTo(ids).union(hostsOf(ids))))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .limit(most)
                .fetchMap(CASE_RECORD.CASE_ID, CASE_RECORD.OWNER_ID);
    }

    /** Index case_index_by_target. */
    private static Select<Record1<String>> pointingTo(String[] ids) {
        return select(CASE_INDEX.CASE_ID)
                .from(CASE_INDEX)
                .where(CASE_INDEX.TARGET_ID.eq(any(ids)))
                .and(CASE_INDEX.TARGET_ID.ne(""));
    }

    private static Select<Record1<String>> hostsOf(String[] ids) {
        return select(CASE_INDEX.TARGET_ID)
                .from(CASE_INDEX)
                .where(CASE_INDEX.CASE_ID.eq(any(ids)))
                .and(CASE_INDEX.RELATIONSHIP.eq(EXTENSION));
    }

    /** Who sent the latest forms about it, the latest first. */
    List<String> senders(Tx tx, String caseId) {
        return tx
                .sql()
                .select(CASE_TRANSACTION.USER_ID)
                .from(CASE_TRANSACTION)
                .where(CASE_TRANSACTION.CASE_ID.eq(caseId))
                .and(CASE_TRANSACTION.USER_ID.isNotNull())
                .orderBy(CASE_TRANSACTION.ORDINAL.desc())
                .limit(LATEST_STEPS)
                .fetch(CASE_TRANSACTION.USER_ID)
                .stream()
                .distinct()
                .toList();
    }
}

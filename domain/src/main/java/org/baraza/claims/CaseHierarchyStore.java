// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Links in both directions, of many cases at once. */
final class CaseHierarchyStore {

    /** What the cases point to; by primary key. */
    Set<String> above(Tx tx, Collection<String> caseIds) {
        return new HashSet<>(tx.sql()
                .selectDistinct(CASE_INDEX.TARGET_ID)
                .from(CASE_INDEX)
                .where(CASE_INDEX.CASE_ID.eq(any(caseIds.toArray(String[]::new))))
                .and(CASE_INDEX.TARGET_ID.ne(""))
                .fetch(CASE_INDEX.TARGET_ID));
    }

    /** What points to the cases; index case_index_by_target. */
    Set<String> below(Tx tx, Collection<String> caseIds) {
        return new HashSet<>(tx.sql()
                .selectDistinct(CASE_INDEX.CASE_ID)
                .from(CASE_INDEX)
                .where(CASE_INDEX.TARGET_ID.eq(any(caseIds.toArray(String[]::new))))
                .and(CASE_INDEX.TARGET_ID.ne(""))
                .fetch(CASE_INDEX.CASE_ID));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_NUMBER;

import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Where the next block of case numbers begins. */
public final class CaseNumberStore {

    /** Leases a block; the answer is its first number. */
    int lease(Tx tx, int size) {
        return tx.sql()
                        .insertInto(CASE_NUMBER)
                        .set(CASE_NUMBER.PROJECT_ID, ProjectScope.current().value())
                        .set(CASE_NUMBER.NEXT_NO, 1 + size)
                        .onConflict(CASE_NUMBER.PROJECT_ID)
                        .doUpdate()
                        .set(CASE_NUMBER.NEXT_NO, CASE_NUMBER.NEXT_NO.plus(size))
                        .returning(CASE_NUMBER.NEXT_NO)
                        .fetchSingle(CASE_NUMBER.NEXT_NO)
                - size;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** An open transaction. Holding one is the permission to touch SQL; it is worthless after its work has returned. */
public final class Tx {
    private final DSLContext sql;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(DSLContext sql) {
        this.sql = sql;
    }

    /** For the stores: statements of this transaction. */
    public DSLContext sql() {
        return sql;
    }

    /** Runs once the transaction is durable, and never when it rolled back. Must not fail and must not block. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}

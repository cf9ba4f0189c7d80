// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import org.baraza.persistence.tenancy.Tx;

/** Rows that were written to a file: the database is left as it is. */
public record Written(int rows) implements SingleStep {
    @Override
    public RowPlace place() {
        return new RowPlace("", 0, "");
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Effect take(Tx tx) {
        return Effect.UNCHANGED;
    }
}

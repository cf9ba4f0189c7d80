// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import org.baraza.persistence.tenancy.Tx;

/** A row, or several that are done together, ready to be done. */
public interface Step {

    RowPlace place();

    /**
     * Does it, in a part of the transaction that is undone when it throws. May be called again when the transaction lost to
     * another. Of several rows, each has an outcome of its own.
     *
     * @throws RowRefused with what is wrong with the row
     * @throws org.baraza.problem.Refused for rules of others
     */
    Outcome takeAll(Tx tx);

    /** Whether it may write anything, so that something may have to be undone. */
    default boolean writes() {
        return true;
    }

    /** As how many rows it counts. */
    default int rows() {
        return 1;
    }

    /** The header of the column from which a field of others' rules came; empty when none did. */
    default String column(String field) {
        return "";
    }
}

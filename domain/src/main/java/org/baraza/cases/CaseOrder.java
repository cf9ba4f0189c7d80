// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import org.baraza.paging.Cursor;

/** How a list of cases is ordered. Equal ones are in the order of their numbers, so that pages never overlap. */
public enum CaseOrder {
    SERVER_MODIFIED_DESC,
    SERVER_MODIFIED_ASC,
    NAME_ASC,
    NAME_DESC;

    boolean byName() {
        return this == NAME_ASC || this == NAME_DESC;
    }

    boolean descending() {
        return this == SERVER_MODIFIED_DESC || this == NAME_DESC;
    }

    /** The place of a case in a list of this order. */
    public String cursor(CaseState state) {
        return byName()
                ? Cursor.of(name(), state.name(), state.caseNo())
                : Cursor.of(name(), state.serverModifiedOn(), state.caseNo());
    }
}

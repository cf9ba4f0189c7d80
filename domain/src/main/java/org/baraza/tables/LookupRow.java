// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.UUID;
import org.baraza.paging.Cursor;

/** A row of a lookup table, at its place in the order of the table. */
public record LookupRow(UUID id, UUID tableId, int sortKey, RowContent content) {
    static final String LIST = "lookup-rows";

    public LookupRow with(RowContent changed) {
        return new LookupRow(id, tableId, sortKey, changed);
    }

    /** The same at another place. */
    public LookupRow at(int changed) {
        return new LookupRow(id, tableId, changed, content);
    }

    /** Its place among the rows of its table. */
    public String cursor() {
        return Cursor.of(LIST, sortKey, id);
    }
}

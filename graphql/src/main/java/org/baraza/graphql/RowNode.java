// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.FieldValue;
import org.baraza.tables.LookupRow;

/** A row of a lookup table. */
record RowNode(ProjectAccess access, LookupRow row) implements InProject {

    /** What stands in one field of it. */
    record RowField(String name, List<FieldValue> values) {}

    public String rowId() {
        return row.id().toString();
    }

    public String tableId() {
        return row.tableId().toString();
    }

    public int sortKey() {
        return row.sortKey();
    }

    public List<RowField> fields() {
        return row.content().fields().entrySet().stream()
                .map(field -> new RowField(field.getKey(), field.getValue()))
                .toList();
    }

    public Map<String, String> itemAttributes() {
        return row.content().itemAttributes();
    }
}

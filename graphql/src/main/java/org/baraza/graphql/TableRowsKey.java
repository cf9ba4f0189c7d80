// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupRows;

/** A page of the rows of a lookup table. */
record TableRowsKey(ProjectAccess access, UUID tableId, PageRequest page) implements InProject {
    private record SamePage(ProjectAccess access, PageRequest page) {}

    /** One transaction for each project and page, one statement in it for each table. */
    static Map<TableRowsKey, Connection<RowNode>> load(Set<TableRowsKey> keys, LookupRows rows) {
        return Batch.by(keys, key -> new SamePage(key.access, key.page), (access, same) -> load(access, same, rows));
    }

    private static Map<TableRowsKey, Connection<RowNode>> load(
            ProjectAccess access, List<TableRowsKey> same, LookupRows rows) {
        Map<UUID, Page<LookupRow>> pages =
                rows.pages(access, same.stream().map(TableRowsKey::tableId).toList(), same.getFirst().page);
        Map<TableRowsKey, Connection<RowNode>> loaded = new LinkedHashMap<>();
        for (TableRowsKey key : same) {
            Page<LookupRow> page = pages.get(key.tableId);
            if (page != null) {
                loaded.put(key, Connection.of(page, key.page, LookupRow::cursor, row -> new RowNode(access, row)));
            }
        }
        return loaded;
    }
}

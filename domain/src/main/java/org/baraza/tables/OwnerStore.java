// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.baraza.persistence.schema.tables.Tables.ROW_OWNER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record1;
import org.jooq.Select;

/** Whom rows are for. */
final class OwnerStore {

    /** The ids of the rows of a table that somebody owns under one of the ids; index row_owner_by_owner. */
    static Select<Record1<UUID>> rowsOf(UUID tableId, Collection<String> ownerIds) {
        return select(ROW_OWNER.ROW_ID)
                .from(ROW_OWNER)
                .where(ROW_OWNER.TABLE_ID.eq(tableId))
                .and(ROW_OWNER.OWNER_ID.eq(any(ownerIds.toArray(String[]::new))));
    }

    Map<UUID, List<RowOwner>> find(Tx tx, Collection<UUID> rowIds) {
        return tx
                .sql()
                .selectFrom(ROW_OWNER)
                .where(ROW_OWNER.ROW_ID.eq(any(rowIds.toArray(UUID[]::new))))
                .orderBy(ROW_OWNER.OWNER_KIND, ROW_OWNER.OWNER_ID)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> row.getRowId(),
                        mapping(row -> new RowOwner(kind(row.getOwnerKind()), row.getOwnerId()), toList())));
    }

    void replace(Tx tx, UUID tableId, UUID rowId, Collection<RowOwner> owners) {
        tx.sql().deleteFrom(ROW_OWNER).where(ROW_OWNER.ROW_ID.eq(rowId)).execute();
        var insert = tx.sql()
                .insertInto(
                        ROW_OWNER,
                        ROW_OWNER.PROJECT_ID,
                        ROW_OWNER.ROW_ID,
                        ROW_OWNER.OWNER_KIND,
                        ROW_OWNER.OWNER_ID,
                        ROW_OWNER.TABLE_ID);
        for (RowOwner owner : owners) {
            insert = insert.values(ProjectScope.current().value(), rowId, text(owner.kind()), owner.id(), tableId);
        }
        if (!owners.isEmpty()) {
            insert.onConflictDoNothing().execute();
        }
    }

    private static String text(RowOwner.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static RowOwner.Kind kind(String text) {
        return RowOwner.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    }
}

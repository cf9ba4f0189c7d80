// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The rows of lookup tables and whom they are for; the same people may read and change them as the tables. */
public final class LookupRows {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final TableStore tables = new TableStore();
    private final RowStore store = new RowStore();
    private final OwnerStore owners = new OwnerStore();

    public LookupRows(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the rows of each of the tables. One transaction, one statement for each table. */
    public Map<UUID, Page<LookupRow>> pages(ProjectAccess who, Collection<UUID> tableIds, PageRequest page) {
        return transactions.read(tx -> {
            Map<UUID, Page<LookupRow>> pages = new LinkedHashMap<>();
            tableIds.forEach(id -> pages.put(id, store.page(tx, id, page)));
            return pages;
        });
    }

    /** A part of the rows that the filter lets through, table by table. */
    public Slice<LookupRow> list(ProjectAccess who, RowFilter filter, SliceRequest slice) {
        return transactions.read(tx -> store.slice(tx, filter, slice));
    }

    public Optional<LookupRow> find(ProjectAccess who, UUID id) {
        return transactions.read(tx -> store.find(tx, id));
    }

    /** Those of the ids that are rows; one statement. */
    public Map<UUID, LookupRow> find(ProjectAccess who, Collection<UUID> ids) {
        return transactions.read(tx -> store.find(tx, ids));
    }

    /** Owners of those of the rows that have any; one statement. */
    public Map<UUID, List<RowOwner>> owners(ProjectAccess who, Collection<UUID> rowIds) {
        return transactions.read(tx -> owners.find(tx, rowIds));
    }

    /** Adds a row behind the last one. */
    public LookupRow create(ProjectAccess who, UUID tableId, RowContent content, List<RowOwner> rowOwners) {
        return transactions.write(tx -> create(tx, who, tableId, content, rowOwners));
    }

    /** As {@link #create(ProjectAccess, UUID, RowContent, List)}, in a transaction of somebody who makes many. */
    public LookupRow create(Tx tx, ProjectAccess who, UUID tableId, RowContent content, List<RowOwner> rowOwners) {
        LookupTables.requireToChange(who);
        LookupTables.refuse(TableRules.broken(content));
        LookupTables.refuse(TableRules.broken(rowOwners));
        LookupTable table = tables.touch(tx, tableId, clock.instant()).orElseThrow(LookupTables::unknown);
        LookupRow made = store.insert(tx, tableId, store.nextSortKey(tx, tableId), content);
        owners.replace(tx, tableId, made.id(), rowOwners);
        record(tx, who, "lookup_row.created", made.id(), table);
        return made;
    }

    /** Changes what stands in a row, or its place. */
    public LookupRow update(ProjectAccess who, UUID id, UnaryOperator<LookupRow> change) {
        return changing(who, id, "lookup_row.changed", (tx, table) -> updated(tx, id, change));
    }

    /** Changes a row and says whom it is for, both or neither. */
    public LookupRow update(ProjectAccess who, UUID id, UnaryOperator<LookupRow> change, List<RowOwner> wanted) {
        LookupTables.refuse(TableRules.broken(wanted));
        return changing(who, id, "lookup_row.changed", (tx, table) -> {
            owners.replace(tx, table.id(), id, wanted);
            return updated(tx, id, change);
        });
    }

    /** As {@link #update(ProjectAccess, UUID, UnaryOperator, List)}, in a transaction of somebody who changes many. */
    public LookupRow update(Tx tx, ProjectAccess who, UUID id, UnaryOperator<LookupRow> change, List<RowOwner> wanted) {
        LookupTables.refuse(TableRules.broken(wanted));
        return changing(tx, who, id, "lookup_row.changed", (_, table) -> {
            owners.replace(tx, table.id(), id, wanted);
            return updated(tx, id, change);
        });
    }

    private LookupRow updated(Tx tx, UUID id, UnaryOperator<LookupRow> change) {
        LookupRow wanted = change.apply(store.find(tx, id).orElseThrow(LookupRows::unknown));
        LookupTables.refuse(TableRules.broken(wanted.content()));
        return store.update(tx, wanted);
    }

    /** Says whom a row is for, instead of what was said before. */
    public LookupRow setOwners(ProjectAccess who, UUID id, List<RowOwner> wanted) {
        LookupTables.refuse(TableRules.broken(wanted));
        return changing(who, id, "lookup_row.owners_changed", (tx, table) -> {
            owners.replace(tx, table.id(), id, wanted);
            return store.find(tx, id).orElseThrow(LookupRows::unknown);
        });
    }

    /** Deletes a row; tells what it was. */
    public LookupRow delete(ProjectAccess who, UUID id) {
        return transactions.write(tx -> delete(tx, who, id));
    }

    /** As {@link #delete(ProjectAccess, UUID)}, in a transaction of somebody who deletes many. */
    public LookupRow delete(Tx tx, ProjectAccess who, UUID id) {
        return changing(tx, who, id, "lookup_row.deleted", (_, table) -> {
            LookupRow gone = store.find(tx, id).orElseThrow(LookupRows::unknown);
            store.delete(tx, id);
            return gone;
        });
    }

    private interface Change {
        LookupRow in(Tx tx, LookupTable table);
    }

    private LookupRow changing(ProjectAccess who, UUID id, String action, Change change) {
        return transactions.write(tx -> changing(tx, who, id, action, change));
    }

    private LookupRow changing(Tx tx, ProjectAccess who, UUID id, String action, Change change) {
        LookupTables.requireToChange(who);
        LookupTable table = tables.touchTableOf(tx, id, clock.instant()).orElseThrow(LookupRows::unknown);
        LookupRow row = change.in(tx, table);
        record(tx, who, action, id, table);
        return row;
    }

    private void record(Tx tx, ProjectAccess who, String action, UUID id, LookupTable table) {
        audit.record(tx, who, AuditEntry.of(action, "lookup_row", id.toString()).with("tag", table.tag()));
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("row"));
    }
}

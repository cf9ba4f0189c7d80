// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/**
 * The lookup tables of the project in scope. Any member may read them, as they go to phones anyway; who changes them needs
 * {@code edit_data} or, as in CommCare HQ, {@code access_api}.
 */
public final class LookupTables {
    /** So many rows are deleted in one transaction; none may hold others up for long. */
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final TableStore store = new TableStore();
    private final RowStore rows = new RowStore();

    public LookupTables(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    static void requireToChange(ProjectAccess who) {
        who.requireEither(Permission.EDIT_DATA, Permission.ACCESS_API);
    }

    /** A page of them by tag. */
    public Page<LookupTable> list(ProjectAccess who, PageRequest page) {
        return transactions.read(tx -> store.page(tx, page));
    }

    /** A part of them by tag. */
    public Slice<LookupTable> list(ProjectAccess who, SliceRequest slice) {
        return transactions.read(tx -> store.slice(tx, slice));
    }

    /** The names of the columns of all of them, by their tags: what apps may name. */
    public Map<String, Set<String>> columns(ProjectAccess who) {
        return transactions.read(store::all).stream()
                .map(LookupTable::definition)
                .collect(Collectors.toMap(
                        TableDefinition::tag,
                        table -> table.fields().stream().map(TableField::name).collect(Collectors.toSet())));
    }

    public Optional<LookupTable> find(ProjectAccess who, UUID id) {
        return transactions.read(tx -> store.find(tx, id));
    }

    public Optional<LookupTable> withTag(ProjectAccess who, String tag) {
        return transactions.read(tx -> store.find(tx, tag));
    }

    /** Makes a table without rows. */
    public LookupTable create(ProjectAccess who, TableDefinition wanted) {
        try {
            return transactions.write(tx -> create(tx, who, wanted));
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw invalidTag("TAG_TAKEN", "A lookup table with name " + wanted.tag() + " already exists");
            }
            throw failure;
        }
    }

    /** As {@link #create(ProjectAccess, TableDefinition)}, in a transaction of somebody who makes many. */
    public LookupTable create(Tx tx, ProjectAccess who, TableDefinition wanted) {
        requireToChange(who);
        refuse(TableRules.broken(wanted));
        LookupTable made = store.insert(tx, wanted, clock.instant());
        record(tx, who, "lookup_table.created", made);
        return made;
    }

    /** Changes a table; its rows stay as they are, also in fields that it has no more. Apps know it by its tag. */
    public LookupTable update(ProjectAccess who, UUID id, UnaryOperator<TableDefinition> change) {
        return transactions.write(tx -> update(tx, who, id, change));
    }

    /** As {@link #update(ProjectAccess, UUID, UnaryOperator)}, in a transaction of somebody who changes many. */
    public LookupTable update(Tx tx, ProjectAccess who, UUID id, UnaryOperator<TableDefinition> change) {
        requireToChange(who);
        LookupTable before = store.touch(tx, id, clock.instant()).orElseThrow(LookupTables::unknown);
        TableDefinition wanted = change.apply(before.definition());
        if (!wanted.tag().equals(before.tag())) {
            throw invalidTag("TAG_CHANGED", "Lookup table tag cannot be changed");
        }
        refuse(TableRules.broken(wanted));
        LookupTable after = store.update(tx, id, wanted);
        record(tx, who, "lookup_table.changed", after);
        return after;
    }

    /** Takes away some rows of a table, a thousand at most, in a transaction of its own; tells how many. */
    public int clearSome(ProjectAccess who, UUID id) {
        requireToChange(who);
        return transactions.write(tx -> {
            LookupTable table = store.touch(tx, id, clock.instant()).orElseThrow(LookupTables::unknown);
            int gone = rows.deleteSome(tx, id, BATCH);
            if (gone > 0) {
                record(tx, who, "lookup_table.cleared", table);
            }
            return gone;
        });
    }

    /** Deletes a table that has no rows, in a transaction of somebody who has cleared it. */
    public void deleteEmpty(Tx tx, ProjectAccess who, UUID id) {
        requireToChange(who);
        LookupTable table = store.touch(tx, id, clock.instant()).orElseThrow(LookupTables::unknown);
        store.delete(tx, id);
        record(tx, who, "lookup_table.deleted", table);
    }

    /**
     * Deletes a table with its rows, at most a thousand rows at a time and the table last: an interruption leaves a table
     * with fewer rows that can be deleted again.
     */
    public void delete(ProjectAccess who, UUID id) {
        requireToChange(who);
        boolean more = true;
        while (more) {
            more = transactions.write(tx -> {
                LookupTable table = store.touch(tx, id, clock.instant()).orElseThrow(LookupTables::unknown);
                boolean full = rows.deleteSome(tx, id, BATCH) == BATCH;
                if (!full) {
                    store.delete(tx, id);
                    record(tx, who, "lookup_table.deleted", table);
                }
                return full;
            });
        }
    }

    private void record(Tx tx, ProjectAccess who, String action, LookupTable table) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "lookup_table", table.id().toString()).with("tag", table.tag()));
    }

    private static Refused invalidTag(String code, String message) {
        return new Refused(Problem.Invalid.field("tag", code, message));
    }

    static Refused unknown() {
        return new Refused(new Problem.NotFound("lookup table"));
    }

    static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

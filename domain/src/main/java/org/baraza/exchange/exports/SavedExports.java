// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/**
 * The exports that people keep: those that she may export, see {@link ExportRights}; {@code edit_shared_exports} to make and change what is not private.
 * Runs in the scope of the project whose access it is given.
 */
public final class SavedExports {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final BiConsumer<Tx, SavedExport> rounds;
    private final ExportStore store = new ExportStore();

    /** @param rounds told in the transaction in which a daily round is to begin */
    public SavedExports(Transactions transactions, Audit audit, Clock clock, BiConsumer<Tx, SavedExport> rounds) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.rounds = rounds;
    }

    public Page<SavedExport> list(ProjectAccess who, ExportQuery query) {
        who.requireSome();
        return transactions.read(tx -> store.page(tx, who, query));
    }

    /** A part of all that she sees, by position and by name. */
    public Slice<SavedExport> slice(ProjectAccess who, SliceRequest request) {
        who.requireSome();
        return transactions.read(tx -> store.slice(tx, who, request));
    }

    /** Notes that somebody reads the data of an export straight away. */
    public void streamed(ProjectAccess who, SavedExport export) {
        transactions.writing(tx -> record(tx, who, "export.streamed", export));
    }

    public Optional<SavedExport> find(ProjectAccess who, String exportId) {
        who.requireSome();
        return transactions.read(tx -> store.find(tx, who, exportId));
    }

    public SavedExport get(ProjectAccess who, String exportId) {
        return find(who, exportId).orElseThrow(SavedExports::notFound);
    }

    public SavedExport create(ProjectAccess who, ExportWish wish) {
        require(who, wish);
        check(wish);
        return transactions.write(tx -> {
            SavedExport made = store.insert(tx, who, wish, clock.instant());
            record(tx, who, "export.created", made);
            return made.daily() ? started(tx, made) : made;
        });
    }

    public SavedExport update(ProjectAccess who, String exportId, UnaryOperator<ExportWish> change) {
        return update(who, exportId, change, before -> {});
    }

    /**
     * As {@link #update(ProjectAccess, String, UnaryOperator)}, for an export that was read before.
     *
     * @param check refuses when the export, which nobody else changes now, is not any more what it was
     */
    public SavedExport update(
            ProjectAccess who, String exportId, UnaryOperator<ExportWish> change, Consumer<SavedExport> check) {
        who.requireSome();
        return transactions.write(tx -> {
            SavedExport before = editable(tx, who, exportId);
            check.accept(before);
            ExportWish wish = change.apply(new ExportWish(
                    before.plan(), before.description(), before.sharing(), before.daily(), before.odata()));
            require(who, wish);
            check(wish);
            SavedExport after = store.update(tx, before, wish, clock.instant());
            record(tx, who, "export.changed", after);
            return after.daily() && !before.daily() ? started(tx, after) : after;
        });
    }

    public void delete(ProjectAccess who, String exportId) {
        who.requireSome();
        transactions.writing(tx -> {
            SavedExport before = editable(tx, who, exportId);
            store.delete(tx, exportId);
            record(tx, who, "export.deleted", before);
        });
    }

    /** Lets the daily round of an export go on, or stops it. */
    public SavedExport setRebuilding(ProjectAccess who, String exportId, boolean rebuilding) {
        who.requireSome();
        return transactions.write(tx -> {
            SavedExport before = editable(tx, who, exportId);
            record(tx, who, rebuilding ? "export.rebuilding_started" : "export.rebuilding_stopped", before);
            if (rebuilding) {
                store.setFetched(tx, exportId, clock.instant());
                return started(tx, before);
            }
            return store.setRebuilding(tx, exportId, false);
        });
    }

    /** A round that went before ends by itself: it has another number. */
    private SavedExport started(Tx tx, SavedExport export) {
        SavedExport begun = store.setRebuilding(tx, export.exportId(), true);
        rounds.accept(tx, begun);
        return begun;
    }

    /** Notes that somebody fetches the kept file, and gives it. */
    public SavedExport fetch(ProjectAccess who, String exportId) {
        who.requireSome();
        return transactions.write(tx -> {
            SavedExport export =
                    store.lock(tx, who, exportId).filter(SavedExport::daily).orElseThrow(SavedExports::notFound);
            store.setFetched(tx, exportId, clock.instant());
            record(tx, who, "export.fetched", export);
            return export;
        });
    }

    /** For the server's own rounds, whoever owns it. */
    Optional<SavedExport> ofRound(String exportId) {
        return transactions.read(tx -> store.find(tx, exportId));
    }

    void stopRound(String exportId) {
        transactions.write(tx -> store.setRebuilding(tx, exportId, false));
    }

    /** Whether a job makes its file anew at this time. */
    public boolean isBuilding(String exportId) {
        return transactions.read(tx -> store.isBuilding(tx, exportId));
    }

    private SavedExport editable(Tx tx, ProjectAccess who, String exportId) {
        SavedExport export = store.lock(tx, who, exportId).orElseThrow(SavedExports::notFound);
        if (!export.isEditableBy(who)) {
            throw new Refused(new Problem.Forbidden(Permission.EDIT_SHARED_EXPORTS.wireName()));
        }
        return export;
    }

    private static void require(ProjectAccess who, ExportWish wish) {
        ExportRights.requireMaking(who, wish.plan().type(), wish.odata());
        if (wish.sharing() != ExportSharing.PRIVATE) {
            who.require(Permission.EDIT_SHARED_EXPORTS);
        }
        if (!(who.actor() instanceof Actor.WebUser)) {
            throw new Refused(new Problem.Forbidden("web_user"));
        }
    }

    private void check(ExportWish wish) {
        List<FieldError> errors = new ArrayList<>(ExportRules.broken(wish, clock.instant()));
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    private void record(Tx tx, ProjectAccess who, String action, SavedExport export) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "export", export.exportId())
                        .with("name", export.plan().name()));
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("export"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.baraza.persistence.schema.exchange.Tables.EXPORT;
import static org.baraza.persistence.schema.exchange.Tables.JOB;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.exchange.work.RowIds;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.exchange.tables.records.ExportRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** Exports by primary key, and by name through export_by_name. */
final class ExportStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    SavedExport insert(Tx tx, ProjectAccess who, ExportWish wish, Instant now) {
        return tx.sql()
                .insertInto(EXPORT)
                .set(EXPORT.PROJECT_ID, who.project().value())
                .set(EXPORT.TYPE, wish.plan().type().wireName())
                .set(EXPORT.IDENTIFIER, wish.plan().identifier())
                .set(EXPORT.NAME, wish.plan().name())
                .set(EXPORT.DESCRIPTION, wish.description())
                .set(EXPORT.PLAN, json(wish.plan()))
                .set(EXPORT.SHARING, wish.sharing().wireName())
                .set(EXPORT.OWNER_ID, who.actor().userId())
                .set(EXPORT.OWNER_NAME, who.actor().username())
                .set(EXPORT.CREATED_AT, now)
                .set(EXPORT.UPDATED_AT, now)
                .set(EXPORT.DAILY, wish.daily())
                .set(EXPORT.ODATA, wish.odata())
                .returning()
                .fetchSingle(ExportStore::saved);
    }

    SavedExport update(Tx tx, SavedExport before, ExportWish wish, Instant now) {
        return tx.sql()
                .update(EXPORT)
                .set(EXPORT.NAME, wish.plan().name())
                .set(EXPORT.DESCRIPTION, wish.description())
                .set(EXPORT.PLAN, json(wish.plan()))
                .set(EXPORT.SHARING, wish.sharing().wireName())
                .set(EXPORT.UPDATED_AT, now)
                .set(EXPORT.DAILY, wish.daily())
                .set(EXPORT.ODATA, wish.odata())
                .where(is(before.exportId()))
                .returning()
                .fetchSingle(ExportStore::saved);
    }

    private static JSONB json(ExportPlan plan) {
        return JSONB.valueOf(JSON.writeValueAsString(plan));
    }

    void delete(Tx tx, String exportId) {
        tx.sql().deleteFrom(EXPORT).where(is(exportId)).execute();
    }

    Page<SavedExport> page(Tx tx, ProjectAccess who, ExportQuery query) {
        PageRequest page = query.page();
        Condition wanted = isSeen(who)
                .and(query.type().map(type -> EXPORT.TYPE.eq(type.wireName())).orElseGet(() -> noCondition()))
                .and(query.daily().map(EXPORT.DAILY::eq).orElseGet(() -> noCondition()))
                .and(query.odata().map(EXPORT.ODATA::eq).orElseGet(() -> noCondition()))
                .and(query.search().isBlank() ? noCondition() : isNamed(query.search()));
        List<SavedExport> rows = tx.sql()
                .selectFrom(EXPORT)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(EXPORT.NAME, EXPORT.EXPORT_ID)
                .limit(page.first() + 1)
                .fetch(ExportStore::saved);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(EXPORT, wanted));
    }

    Slice<SavedExport> slice(Tx tx, ProjectAccess who, SliceRequest request) {
        List<SavedExport> rows = tx.sql()
                .selectFrom(EXPORT)
                .where(isSeen(who))
                .orderBy(EXPORT.NAME, EXPORT.EXPORT_ID)
                .offset(request.offset())
                .limit(request.limit())
                .fetch(ExportStore::saved);
        return new Slice<>(rows, tx.sql().fetchCount(EXPORT, isSeen(who)));
    }

    /** A project has hundreds of exports at most. */
    private static Condition isNamed(String search) {
        String text = search.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return condition("{0} ilike {1}", EXPORT.NAME, val("%" + text + "%"));
    }

    /**
     * Shared ones and her own. The file of a daily one holds what its owner sees: it is nothing for somebody else who may not
     * see every location, nor for a key of the owner's whose role may not.
     */
    private static Condition isSeen(ProjectAccess who) {
        return isWithinReports(who).and(isSeenAmong(who));
    }

    /** As {@link ExportRights} know it. */
    private static Condition isWithinReports(ProjectAccess who) {
        if (who.may(Permission.VIEW_REPORTS)) {
            return noCondition();
        }
        Condition hidden = condition("{0} -> 'manner' ->> 'deidentified' = 'true'", EXPORT.PLAN);
        Condition forms = EXPORT.TYPE.eq(ExportType.FORM.wireName());
        Condition cases = EXPORT.TYPE.eq(ExportType.CASE.wireName());
        Condition plain = falseCondition();
        plain = who.may(Permission.EXPORT_FORMS) ? plain.or(forms) : plain;
        plain = who.may(Permission.EXPORT_CASES) ? plain.or(cases) : plain;
        Condition file = plain.andNot(hidden);
        file = who.may(Permission.EXPORT_DEIDENTIFIED) ? file.or(hidden) : file;
        Condition feeds = who.may(Permission.READ_FEEDS) ? EXPORT.ODATA.isTrue() : falseCondition();
        return feeds.or(EXPORT.ODATA.isFalse().and(file));
    }

    private static Condition isSeenAmong(ProjectAccess who) {
        Condition hers = EXPORT.OWNER_ID.eq(who.actor().userId());
        Condition shared = EXPORT.SHARING.ne(ExportSharing.PRIVATE.wireName());
        if (who.may(Permission.ACCESS_ALL_LOCATIONS)) {
            return hers.or(shared);
        }
        return hasRoleOfKey(who)
                ? hers.or(shared).and(EXPORT.DAILY.isFalse())
                : hers.or(shared.and(EXPORT.DAILY.isFalse()));
    }

    private static boolean hasRoleOfKey(ProjectAccess who) {
        return who.actor() instanceof Actor.WebUser user && user.asRole().isPresent();
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, SavedExport.LIST, 2);
        return row(EXPORT.NAME, EXPORT.EXPORT_ID)
                .gt(cursor.text(0), RowIds.read(cursor.text(1)).orElse(new UUID(0, 0)));
    }

    Optional<SavedExport> find(Tx tx, ProjectAccess who, String exportId) {
        return tx.sql().selectFrom(EXPORT).where(is(exportId)).and(isSeen(who)).fetchOptional(ExportStore::saved);
    }

    /** Whoever asks: for the server's own rounds. */
    Optional<SavedExport> find(Tx tx, String exportId) {
        return tx.sql().selectFrom(EXPORT).where(is(exportId)).fetchOptional(ExportStore::saved);
    }

    Optional<SavedExport> lock(Tx tx, ProjectAccess who, String exportId) {
        return tx.sql()
                .selectFrom(EXPORT)
                .where(is(exportId))
                .and(isSeen(who))
                .forUpdate()
                .fetchOptional(ExportStore::saved);
    }

    /** Lets its daily round begin anew, or stops it. */
    SavedExport setRebuilding(Tx tx, String exportId, boolean rebuilding) {
        return tx.sql()
                .update(EXPORT)
                .set(EXPORT.REBUILDING, rebuilding)
                .set(EXPORT.ROUND, EXPORT.ROUND.plus(1))
                .where(is(exportId))
                .returning()
                .fetchSingle(ExportStore::saved);
    }

    void setFetched(Tx tx, String exportId, Instant now) {
        tx.sql().update(EXPORT).set(EXPORT.FETCHED_AT, now).where(is(exportId)).execute();
    }

    void setFile(Tx tx, String exportId, KeptFiles.Built file) {
        tx.sql()
                .update(EXPORT)
                .set(EXPORT.FILE_KEY, file.key())
                .set(EXPORT.FILE_NAME, file.name())
                .set(EXPORT.FILE_SIZE, file.size())
                .set(EXPORT.BUILT_AT, file.at())
                .set(EXPORT.BUILD_MILLIS, file.took().toMillis())
                .where(is(exportId))
                .execute();
    }

    /** Whether a job makes its file anew at this time. */
    boolean isBuilding(Tx tx, String exportId) {
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(JOB)
                        .where(JOB.STATE.in("queued", "running"))
                        .and(condition("{0} ->> 'dailyId' = {1}", JOB.REQUEST, val(exportId))));
    }

    /** Index export_by_file. */
    Set<String> referred(Tx tx, Collection<String> keys) {
        return tx.sql()
                .select(EXPORT.FILE_KEY)
                .from(EXPORT)
                .where(EXPORT.FILE_KEY.in(keys))
                .fetchSet(EXPORT.FILE_KEY);
    }

    private static Condition is(String exportId) {
        return EXPORT.EXPORT_ID.eq(RowIds.read(exportId).orElse(new UUID(0, 0)));
    }

    private static SavedExport saved(ExportRecord row) {
        return new SavedExport(
                row.getExportId().toString(),
                JSON.readValue(row.getPlan().data(), ExportPlan.class),
                row.getDescription(),
                ExportSharing.ofWireName(row.getSharing()),
                row.getOwnerId(),
                row.getOwnerName(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getDaily(),
                row.getOdata(),
                row.getRebuilding(),
                row.getRound(),
                Optional.ofNullable(row.getFileKey())
                        .map(key -> new SavedExport.KeptFile(
                                key,
                                row.getFileName(),
                                row.getFileSize(),
                                row.getBuiltAt(),
                                Duration.ofMillis(row.getBuildMillis()))),
                Optional.ofNullable(row.getFetchedAt()));
    }
}

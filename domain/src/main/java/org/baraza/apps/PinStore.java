// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.PINNED_RELEASE;
import static org.baraza.persistence.schema.apps.Tables.RELEASE_SETTING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.PinnedRelease.Kind;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.schema.apps.tables.records.PinnedReleaseRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Versions that are kept to places, and whether a project has any such. */
final class PinStore {

    ReleaseSettings settings(Tx tx) {
        return tx.sql()
                .selectFrom(RELEASE_SETTING)
                .fetchOptional(found -> new ReleaseSettings(found.getByLocation(), found.getByProfile()))
                .orElse(ReleaseSettings.OFF);
    }

    void put(Tx tx, ProjectId project, ReleaseSettings wanted) {
        tx.sql()
                .insertInto(RELEASE_SETTING)
                .set(RELEASE_SETTING.PROJECT_ID, project.value())
                .set(RELEASE_SETTING.BY_LOCATION, wanted.byLocation())
                .set(RELEASE_SETTING.BY_PROFILE, wanted.byProfile())
                .onConflict(RELEASE_SETTING.PROJECT_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** A range of pinned_release_by_app where an app is named, else of pinned_release_newest. */
    Page<PinnedRelease> list(Tx tx, PinQuery query) {
        Condition wanted = PINNED_RELEASE
                .KIND
                .eq(query.kind().word())
                .and(equal(PINNED_RELEASE.APP_ID, query.appId()))
                .and(equal(PINNED_RELEASE.PLACE_ID, query.placeId()))
                .and(equal(PINNED_RELEASE.NUMBER, query.number()))
                .and(equal(PINNED_RELEASE.ACTIVE, query.active()));
        List<PinnedRelease> rows = tx.sql()
                .selectFrom(PINNED_RELEASE)
                .where(wanted)
                .and(behind(query.page().after()))
                .orderBy(PINNED_RELEASE.MADE_AT.desc(), PINNED_RELEASE.PIN_ID.desc())
                .limit(query.page().first() + 1)
                .fetch(PinStore::pin);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(PINNED_RELEASE, wanted));
    }

    private static <T> Condition equal(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(value);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, PinnedRelease.LIST, 2);
        return row(PINNED_RELEASE.MADE_AT, PINNED_RELEASE.PIN_ID).lt(place.instant(0), place.text(1));
    }

    /** Index pinned_release_active. */
    Map<String, List<PinnedRelease>> active(Tx tx, Collection<String> appIds) {
        return tx.sql()
                .selectFrom(PINNED_RELEASE)
                .where(PINNED_RELEASE.APP_ID.eq(any(appIds.toArray(String[]::new))))
                .and(PINNED_RELEASE.ACTIVE)
                .fetchGroups(PINNED_RELEASE.APP_ID, PinStore::pin);
    }

    /** The highest active version of each of the places; index pinned_release_active. */
    Optional<PinnedRelease> highest(Tx tx, String appId, Kind kind, Collection<String> placeIds) {
        return tx.sql()
                .selectFrom(PINNED_RELEASE)
                .where(PINNED_RELEASE.APP_ID.eq(appId))
                .and(PINNED_RELEASE.KIND.eq(kind.word()))
                .and(PINNED_RELEASE.PLACE_ID.in(placeIds))
                .and(PINNED_RELEASE.ACTIVE)
                .orderBy(PINNED_RELEASE.NUMBER.desc())
                .limit(1)
                .fetchOptional(PinStore::pin);
    }

    Optional<PinnedRelease> find(Tx tx, String pinId) {
        return tx.sql()
                .selectFrom(PINNED_RELEASE)
                .where(PINNED_RELEASE.PIN_ID.eq(pinId))
                .forUpdate()
                .fetchOptional(PinStore::pin);
    }

    /** That of the version and the place, which there is one of. */
    Optional<PinnedRelease> find(Tx tx, String buildId, Kind kind, String placeId) {
        return tx.sql()
                .selectFrom(PINNED_RELEASE)
                .where(PINNED_RELEASE.BUILD_ID.eq(buildId))
                .and(PINNED_RELEASE.KIND.eq(kind.word()))
                .and(PINNED_RELEASE.PLACE_ID.eq(placeId))
                .fetchOptional(PinStore::pin);
    }

    boolean isPinned(Tx tx, String buildId) {
        return tx.sql()
                .fetchExists(PINNED_RELEASE, PINNED_RELEASE.BUILD_ID.eq(buildId).and(PINNED_RELEASE.ACTIVE));
    }

    void insert(Tx tx, ProjectId project, PinnedRelease pin) {
        PinnedReleaseRecord row = tx.sql().newRecord(PINNED_RELEASE);
        row.setProjectId(project.value());
        row.setPinId(pin.pinId());
        row.setAppId(pin.appId());
        row.setBuildId(pin.buildId());
        row.setNumber(pin.number());
        row.setKind(pin.kind().word());
        row.setPlaceId(pin.placeId());
        row.setActive(pin.active());
        row.setMadeAt(pin.madeAt());
        row.setActivatedAt(pin.activatedAt());
        row.insert();
    }

    void setActive(Tx tx, String pinId, boolean active, Instant now) {
        tx.sql()
                .update(PINNED_RELEASE)
                .set(PINNED_RELEASE.ACTIVE, active)
                .set(active ? PINNED_RELEASE.ACTIVATED_AT : PINNED_RELEASE.DEACTIVATED_AT, now)
                .where(PINNED_RELEASE.PIN_ID.eq(pinId))
                .execute();
    }

    /** Nobody gets the version by its place any more. */
    void deactivateAll(Tx tx, String buildId, Instant now) {
        tx.sql()
                .update(PINNED_RELEASE)
                .set(PINNED_RELEASE.ACTIVE, false)
                .set(PINNED_RELEASE.DEACTIVATED_AT, now)
                .where(PINNED_RELEASE.BUILD_ID.eq(buildId))
                .and(PINNED_RELEASE.ACTIVE)
                .execute();
    }

    private static PinnedRelease pin(PinnedReleaseRecord row) {
        return new PinnedRelease(
                row.getPinId(),
                row.getAppId(),
                row.getBuildId(),
                row.getNumber(),
                Kind.ofWord(row.getKind()),
                row.getPlaceId(),
                row.getActive(),
                row.getMadeAt(),
                row.getActivatedAt(),
                row.getDeactivatedAt());
    }
}

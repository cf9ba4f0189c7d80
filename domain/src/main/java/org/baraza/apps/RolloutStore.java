// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.ROLLOUT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.baraza.apps.rollout.Audience;
import org.baraza.apps.rollout.Release;
import org.baraza.apps.rollout.Rollout;
import org.baraza.apps.rollout.RolloutState;
import org.baraza.apps.rollout.RolloutState.Completed;
import org.baraza.apps.rollout.RolloutState.Halted;
import org.baraza.apps.rollout.RolloutState.Paused;
import org.baraza.apps.rollout.RolloutState.RolledBack;
import org.baraza.apps.rollout.RolloutState.Running;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.apps.tables.records.RolloutRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Rollouts and where they stand. */
final class RolloutStore {
    private static final Set<String> OPEN = Set.of("running", "paused", "halted");

    /** Index rollout_open. */
    Optional<Rollout> open(Tx tx, String appId) {
        return tx.sql()
                .selectFrom(ROLLOUT)
                .where(ROLLOUT.APP_ID.eq(appId))
                .and(ROLLOUT.STATE.in(OPEN))
                .fetchOptional(RolloutStore::rollout);
    }

    /** Those of the apps that have one; index rollout_open. */
    Map<String, Rollout> open(Tx tx, Collection<String> appIds) {
        return tx.sql()
                .selectFrom(ROLLOUT)
                .where(ROLLOUT.APP_ID.eq(any(appIds.toArray(String[]::new))))
                .and(ROLLOUT.STATE.in(OPEN))
                .fetchMap(ROLLOUT.APP_ID, RolloutStore::rollout);
    }

    /** Those that somebody has to watch over. */
    List<Rollout> running(Tx tx) {
        return tx.sql()
                .selectFrom(ROLLOUT)
                .where(ROLLOUT.STATE.eq("running"))
                .and(ROLLOUT.ERROR_LIMIT.isNotNull())
                .fetch(RolloutStore::rollout);
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Rollout> lock(Tx tx, String rolloutId) {
        return tx.sql()
                .selectFrom(ROLLOUT)
                .where(ROLLOUT.ROLLOUT_ID.eq(rolloutId))
                .forUpdate()
                .fetchOptional(RolloutStore::rollout);
    }

    Optional<Rollout> find(Tx tx, String rolloutId) {
        return tx.sql()
                .selectFrom(ROLLOUT)
                .where(ROLLOUT.ROLLOUT_ID.eq(rolloutId))
                .fetchOptional(RolloutStore::rollout);
    }

    /** Newest first; index rollout_newest. */
    Page<Rollout> list(Tx tx, String appId, PageRequest page) {
        Condition wanted = ROLLOUT.APP_ID.eq(appId);
        List<Rollout> rows = tx.sql()
                .selectFrom(ROLLOUT)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(ROLLOUT.STARTED_AT.desc(), ROLLOUT.ROLLOUT_ID.desc())
                .limit(page.first() + 1)
                .fetch(RolloutStore::rollout);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(ROLLOUT, wanted));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, Rollout.LIST, 2);
        return row(ROLLOUT.STARTED_AT, ROLLOUT.ROLLOUT_ID).lt(place.instant(0), place.text(1));
    }

    void insert(Tx tx, ProjectId project, Rollout made) {
        RolloutRecord row = tx.sql().newRecord(ROLLOUT);
        row.setProjectId(project.value());
        row.setRolloutId(made.rolloutId());
        row.setAppId(made.appId());
        row.setBuildId(made.release().buildId());
        row.setNumber(made.release().number());
        row.setFormerBuildId(made.formerBuildId().orElse(null));
        row.setStartedAt(made.startedAt());
        row.setStartedBy(made.startedBy());
        fill(row, made);
        row.insert();
    }

    void update(Tx tx, Rollout changed) {
        RolloutRecord row = tx.sql().newRecord(ROLLOUT);
        fill(row, changed);
        tx.sql()
                .update(ROLLOUT)
                .set(row)
                .where(ROLLOUT.ROLLOUT_ID.eq(changed.rolloutId()))
                .execute();
    }

    private static void fill(RolloutRecord row, Rollout rollout) {
        Audience audience = rollout.audience();
        row.setPercent(audience.percent());
        row.setGroupIds(audience.groupIds().stream().sorted().toArray(String[]::new));
        row.setLocationIds(audience.locationIds().stream().sorted().toArray(String[]::new));
        row.setErrorLimit(
                rollout.errorLimit().isEmpty() ? null : rollout.errorLimit().getAsInt());
        row.setChangedAt(rollout.changedAt());
        row.setReason(null);
        row.setReissuedBuildId(null);
        switch (rollout.state()) {
            case Running _ -> row.setState("running");
            case Paused _ -> row.setState("paused");
            case Completed _ -> row.setState("completed");
            case Halted(String reason) -> {
                row.setState("halted");
                row.setReason(reason);
            }
            case RolledBack(String reissued) -> {
                row.setState("rolled_back");
                row.setReissuedBuildId(reissued);
            }
        }
    }

    private static Rollout rollout(RolloutRecord row) {
        Integer limit = row.getErrorLimit();
        return new Rollout(
                row.getRolloutId(),
                row.getAppId(),
                new Release(row.getBuildId(), row.getNumber()),
                Optional.ofNullable(row.getFormerBuildId()),
                new Audience(row.getPercent(), Set.of(row.getGroupIds()), Set.of(row.getLocationIds())),
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                state(row),
                row.getStartedAt(),
                row.getStartedBy(),
                row.getChangedAt());
    }

    private static RolloutState state(RolloutRecord row) {
        return switch (row.getState()) {
            case "running" -> new Running();
            case "paused" -> new Paused();
            case "halted" -> new Halted(Objects.requireNonNullElse(row.getReason(), ""));
            case "completed" -> new Completed();
            case "rolled_back" -> new RolledBack(Objects.requireNonNullElse(row.getReissuedBuildId(), ""));
            default -> throw new IllegalStateException("no state " + row.getState());
        };
    }
}

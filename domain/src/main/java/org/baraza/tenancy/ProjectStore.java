// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.enterprise.Tables;
import org.baraza.persistence.schema.tenancy.tables.records.ProjectRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

final class ProjectStore {

    /** One that is open. */
    Optional<Project> named(Tx tx, String name) {
        return tx.sql()
                .selectFrom(PROJECT)
                .where(PROJECT.NAME.eq(name))
                .and(PROJECT.ACTIVE)
                .fetchOptional(ProjectStore::project);
    }

    /** Open or closed. */
    Optional<Project> namedEvenClosed(Tx tx, String name) {
        return tx.sql().selectFrom(PROJECT).where(PROJECT.NAME.eq(name)).fetchOptional(ProjectStore::project);
    }

    Project setActive(Tx tx, ProjectId id, boolean active) {
        return tx.sql()
                .update(PROJECT)
                .set(PROJECT.ACTIVE, active)
                .where(PROJECT.PROJECT_ID.eq(id.value()))
                .returning()
                .fetchSingle(ProjectStore::project);
    }

    Project setSwitches(Tx tx, ProjectId id, Set<Switch> switches) {
        return tx.sql()
                .update(PROJECT)
                .set(
                        PROJECT.SWITCHES,
                        switches.stream().map(Switch::name).sorted().toArray(String[]::new))
                .where(PROJECT.PROJECT_ID.eq(id.value()))
                .returning()
                .fetchSingle(ProjectStore::project);
    }

    Optional<Project> find(Tx tx, ProjectId id) {
        return tx.sql()
                .selectFrom(PROJECT)
                .where(PROJECT.PROJECT_ID.eq(id.value()))
                .fetchOptional(ProjectStore::project);
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<Project> lock(Tx tx, ProjectId id) {
        return tx.sql()
                .selectFrom(PROJECT)
                .where(PROJECT.PROJECT_ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional(ProjectStore::project);
    }

    Project insert(Tx tx, ProjectId id, NewProject project, String createdBy, Instant now) {
        return tx.sql()
                .insertInto(PROJECT)
                .set(PROJECT.PROJECT_ID, id.value())
                .set(PROJECT.NAME, project.name())
                .set(PROJECT.DISPLAY_NAME, ProjectRules.displayName(project))
                .set(PROJECT.TIME_ZONE, ProjectRules.timeZone(project))
                .set(PROJECT.CREATED_AT, now)
                .set(PROJECT.CREATED_BY, createdBy)
                .returning()
                .fetchSingle(ProjectStore::project);
    }

    Project update(Tx tx, ProjectId id, NewProject project) {
        return tx.sql()
                .update(PROJECT)
                .set(PROJECT.DISPLAY_NAME, ProjectRules.displayName(project))
                .set(PROJECT.TIME_ZONE, ProjectRules.timeZone(project))
                .where(PROJECT.PROJECT_ID.eq(id.value()))
                .returning()
                .fetchSingle(ProjectStore::project);
    }

    Page<Project> ofMember(Tx tx, String userId, ProjectQuery query) {
        return page(tx, ofMember(userId).and(matching(query.search())), query);
    }

    Page<Project> ofMember(Tx tx, String userId, ProjectId only, ProjectQuery query) {
        Condition wanted = ofMember(userId).and(PROJECT.PROJECT_ID.eq(only.value()));
        return page(tx, wanted.and(matching(query.search())), query);
    }

    /**
     * Those that are open, from membership_by_user to the projects by key: the list costs what the person has, not what the server has. Her own,
     * and those in which she acts as a member of the source of their enterprise account, by project_by_source, unless she was
     * kept out.
     */
    private static Condition ofMember(String userId) {
        Select<Record1<UUID>> own = select(MEMBERSHIP.PROJECT_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE);
        return PROJECT.PROJECT_ID
                .in(own.unionAll(select(Tables.PROJECT.PROJECT_ID)
                        .from(Tables.PROJECT)
                        .where(Tables.PROJECT.SOURCE_PROJECT_ID.in(select(MEMBERSHIP.PROJECT_ID)
                                .from(MEMBERSHIP)
                                .where(MEMBERSHIP.USER_ID.eq(userId))
                                .and(MEMBERSHIP.ACTIVE)))
                        .andNotExists(select(MEMBERSHIP.USER_ID)
                                .from(MEMBERSHIP)
                                .where(MEMBERSHIP.PROJECT_ID.eq(Tables.PROJECT.PROJECT_ID))
                                .and(MEMBERSHIP.USER_ID.eq(userId)))))
                .and(PROJECT.ACTIVE);
    }

    private static Condition matching(String search) {
        String part = search.strip().toLowerCase(Locale.ROOT);
        return part.isEmpty()
                ? noCondition()
                : position(PROJECT.NAME, part)
                        .gt(0)
                        .or(position(lower(PROJECT.DISPLAY_NAME), part).gt(0));
    }

    private static Page<Project> page(Tx tx, Condition wanted, ProjectQuery query) {
        List<Project> rows = tx.sql()
                .selectFrom(PROJECT)
                .where(wanted)
                .and(PROJECT.NAME.gt(query.after()))
                .orderBy(PROJECT.NAME)
                .limit(query.first() + 1)
                .fetch(ProjectStore::project);
        return Page.of(rows, new PageRequest(query.first(), query.after(), query.counted()), () ->
                (long) tx.sql().fetchCount(PROJECT, wanted));
    }

    private static Project project(ProjectRecord row) {
        return new Project(
                new ProjectId(row.getProjectId()),
                row.getName(),
                row.getDisplayName(),
                ZoneId.of(row.getTimeZone()),
                row.getCreatedAt(),
                Arrays.stream(row.getSwitches()).map(Switch::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}

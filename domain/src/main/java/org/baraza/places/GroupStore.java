// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.USER_GROUP;
import static org.baraza.places.PlaceRows.isOneOf;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.places.tables.records.UserGroupRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

final class GroupStore {

    Group insert(Tx tx, ProjectId project, String groupId, GroupWish wish, Instant now) {
        return tx.sql()
                .insertInto(USER_GROUP)
                .set(USER_GROUP.PROJECT_ID, project.value())
                .set(USER_GROUP.GROUP_ID, groupId)
                .set(USER_GROUP.NAME, wish.name().strip())
                .set(USER_GROUP.NAME_KEY, PlaceRules.key(wish.name()))
                .set(USER_GROUP.CASE_SHARING, wish.caseSharing())
                .set(USER_GROUP.REPORTING, wish.reporting())
                .set(USER_GROUP.METADATA, PlaceRows.json(wish.metadata()))
                .set(USER_GROUP.CREATED_AT, now)
                .set(USER_GROUP.LAST_MODIFIED, now)
                .returning()
                .fetchSingle(GroupStore::group);
    }

    Group update(Tx tx, String groupId, GroupWish wish, Instant now) {
        return tx.sql()
                .update(USER_GROUP)
                .set(USER_GROUP.NAME, wish.name().strip())
                .set(USER_GROUP.NAME_KEY, PlaceRules.key(wish.name()))
                .set(USER_GROUP.CASE_SHARING, wish.caseSharing())
                .set(USER_GROUP.REPORTING, wish.reporting())
                .set(USER_GROUP.METADATA, PlaceRows.json(wish.metadata()))
                .set(USER_GROUP.LAST_MODIFIED, now)
                .where(USER_GROUP.GROUP_ID.eq(groupId))
                .returning()
                .fetchSingle(GroupStore::group);
    }

    /** Its members go with it. */
    boolean delete(Tx tx, String groupId) {
        return tx.sql()
                        .deleteFrom(USER_GROUP)
                        .where(USER_GROUP.GROUP_ID.eq(groupId))
                        .execute()
                > 0;
    }

    /** Keeps others from changing it until the end of the transaction. */
    Optional<Group> lock(Tx tx, String groupId) {
        return tx.sql()
                .selectFrom(USER_GROUP)
                .where(USER_GROUP.GROUP_ID.eq(groupId))
                .forUpdate()
                .fetchOptional(GroupStore::group);
    }

    /** Whether another group has exactly that name; index group_by_name. */
    boolean isNamed(Tx tx, String name, String exceptId) {
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(USER_GROUP)
                        .where(USER_GROUP.NAME_KEY.eq(PlaceRules.key(name)))
                        .and(USER_GROUP.NAME.eq(name.strip()))
                        .and(USER_GROUP.GROUP_ID.ne(exceptId)));
    }

    /** By name in lower case; index group_by_name. */
    List<Group> named(Tx tx, Collection<String> keys) {
        return tx.sql()
                .selectFrom(USER_GROUP)
                .where(isOneOf(USER_GROUP.NAME_KEY, keys))
                .orderBy(USER_GROUP.NAME_KEY, USER_GROUP.GROUP_ID)
                .fetch(GroupStore::group);
    }

    /** By primary key. */
    Map<String, Group> find(Tx tx, Collection<String> groupIds) {
        return tx.sql()
                .selectFrom(USER_GROUP)
                .where(isOneOf(USER_GROUP.GROUP_ID, groupIds))
                .fetchMap(USER_GROUP.GROUP_ID, GroupStore::group);
    }

    /** By name; index group_by_name. */
    Page<Group> page(Tx tx, GroupQuery query) {
        Condition wanted = wanted(query.search());
        PageRequest page = query.page();
        List<Group> rows = tx.sql()
                .selectFrom(USER_GROUP)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(USER_GROUP.NAME_KEY, USER_GROUP.GROUP_ID)
                .limit(page.first() + 1)
                .fetch(GroupStore::group);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(USER_GROUP, wanted));
    }

    private static Condition wanted(String search) {
        String beginning = PlaceRules.key(search);
        return beginning.isEmpty() ? noCondition() : PlaceRows.beginsWith(USER_GROUP.NAME_KEY, beginning);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, GroupQuery.LIST, 2);
        return row(USER_GROUP.NAME_KEY, USER_GROUP.GROUP_ID).gt(cursor.text(0), cursor.text(1));
    }

    /** By name; index group_by_name. */
    Slice<Group> slice(Tx tx, SliceRequest request) {
        List<Group> rows = tx.sql()
                .selectFrom(USER_GROUP)
                .orderBy(USER_GROUP.NAME_KEY, USER_GROUP.GROUP_ID)
                .limit(request.limit())
                .offset(request.offset())
                .fetch(GroupStore::group);
        return new Slice<>(rows, tx.sql().fetchCount(USER_GROUP));
    }

    static Group group(UserGroupRecord row) {
        return new Group(
                row.getGroupId(),
                row.getName(),
                row.getCaseSharing(),
                row.getReporting(),
                PlaceRows.texts(row.getMetadata()),
                row.getCreatedAt(),
                row.getLastModified());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;
import static org.baraza.places.PlaceRows.WANTED;
import static org.baraza.places.PlaceRows.isOneOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Who is in which group. */
final class MembershipStore {

    /** Those of the ids that are no mobile workers of the project. */
    Set<String> strangers(Tx tx, Collection<String> userIds) {
        Set<String> left = new LinkedHashSet<>(userIds);
        if (!left.isEmpty()) {
            tx.sql()
                    .select(MOBILE_WORKER.USER_ID)
                    .from(MOBILE_WORKER)
                    .where(isOneOf(MOBILE_WORKER.USER_ID, userIds))
                    .forEach(row -> left.remove(row.value1()));
        }
        return left;
    }

    /** The whole list, in its order; index group_member_by_place. */
    Map<String, List<String>> members(Tx tx, Collection<String> groupIds) {
        return tx.sql()
                .select(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.USER_ID)
                .from(GROUP_MEMBER)
                .where(isOneOf(GROUP_MEMBER.GROUP_ID, groupIds))
                .orderBy(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.PLACE, GROUP_MEMBER.USER_ID)
                .fetchGroups(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.USER_ID);
    }

    /** A page of each list, one more than wanted; index group_member_by_place. */
    Map<String, List<GroupMember>> pages(Tx tx, Collection<String> groupIds, PageRequest page) {
        var found = lateral(select(GROUP_MEMBER.USER_ID, GROUP_MEMBER.PLACE)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.GROUP_ID.eq(WANTED))
                        .and(behind(page.after()))
                        .orderBy(GROUP_MEMBER.PLACE, GROUP_MEMBER.USER_ID)
                        .limit(page.first() + 1))
                .as("member");
        return tx.sql()
                .select()
                .from(PlaceRows.wanted(groupIds))
                .crossJoin(found)
                .orderBy(WANTED, found.field(GROUP_MEMBER.PLACE), found.field(GROUP_MEMBER.USER_ID))
                .fetchGroups(
                        row -> row.get(WANTED),
                        row -> new GroupMember(row.get(GROUP_MEMBER.USER_ID), row.get(GROUP_MEMBER.PLACE)));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, Groups.MEMBERS, 2);
        return row(GROUP_MEMBER.PLACE, GROUP_MEMBER.USER_ID).gt(cursor.number(0), cursor.text(1));
    }

    Map<String, Integer> counts(Tx tx, Collection<String> groupIds) {
        return tx.sql()
                .select(GROUP_MEMBER.GROUP_ID, count())
                .from(GROUP_MEMBER)
                .where(isOneOf(GROUP_MEMBER.GROUP_ID, groupIds))
                .groupBy(GROUP_MEMBER.GROUP_ID)
                .fetchMap(GROUP_MEMBER.GROUP_ID, count());
    }

    /** The groups of each of the users, by id; index group_member_by_user. */
    Map<String, List<Group>> groups(Tx tx, Collection<String> userIds) {
        return tx.sql()
                .select(GROUP_MEMBER.USER_ID)
                .select(USER_GROUP.fields())
                .from(GROUP_MEMBER)
                .join(USER_GROUP)
                .on(USER_GROUP.PROJECT_ID.eq(GROUP_MEMBER.PROJECT_ID))
                .and(USER_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(isOneOf(GROUP_MEMBER.USER_ID, userIds))
                .orderBy(GROUP_MEMBER.USER_ID, USER_GROUP.NAME_KEY, USER_GROUP.GROUP_ID)
                .fetchGroups(row -> row.get(GROUP_MEMBER.USER_ID), row -> GroupStore.group(row.into(USER_GROUP)));
    }

    /** Makes the list of a group what is given. */
    void setMembers(Tx tx, ProjectId project, String groupId, List<String> userIds) {
        // Those who stay are left alone, because the feed tells of everybody who comes or goes.
        tx.sql()
                .deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.GROUP_ID.eq(groupId))
                .and(not(isOneOf(GROUP_MEMBER.USER_ID, userIds)))
                .execute();
        if (userIds.isEmpty()) {
            return;
        }
        var insert = tx.sql()
                .insertInto(
                        GROUP_MEMBER,
                        GROUP_MEMBER.PROJECT_ID,
                        GROUP_MEMBER.GROUP_ID,
                        GROUP_MEMBER.USER_ID,
                        GROUP_MEMBER.PLACE);
        var users = org.jooq
                .impl
                .DSL
                .unnest(userIds.toArray(String[]::new))
                .withOrdinality()
                .as("listed", "user_id", "place");
        insert.select(select(
                                inline(project.value()),
                                inline(groupId),
                                users.field("user_id", String.class),
                                users.field("place", Integer.class))
                        .from(users))
                .onConflict(GROUP_MEMBER.PROJECT_ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.USER_ID)
                .doUpdate()
                .set(GROUP_MEMBER.PLACE, excluded(GROUP_MEMBER.PLACE))
                .where(GROUP_MEMBER.PLACE.ne(excluded(GROUP_MEMBER.PLACE)))
                .execute();
    }

    /** Takes a user out of all groups but those. */
    void leaveOthers(Tx tx, String userId, Collection<String> groupIds) {
        tx.sql()
                .deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.USER_ID.eq(userId))
                .and(GROUP_MEMBER.GROUP_ID.notIn(groupIds))
                .execute();
    }

    /** Puts a user at the end of the groups that she is not in yet. */
    void join(Tx tx, ProjectId project, String userId, Collection<String> groupIds) {
        for (String groupId : groupIds) {
            var next = select(coalesce(max(GROUP_MEMBER.PLACE), inline(0)).plus(1))
                    .from(GROUP_MEMBER)
                    .where(GROUP_MEMBER.GROUP_ID.eq(groupId));
            tx.sql()
                    .insertInto(GROUP_MEMBER)
                    .set(GROUP_MEMBER.PROJECT_ID, project.value())
                    .set(GROUP_MEMBER.GROUP_ID, groupId)
                    .set(GROUP_MEMBER.USER_ID, userId)
                    .set(GROUP_MEMBER.PLACE, next)
                    .onConflictDoNothing()
                    .execute();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.PagesByParent;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The groups of mobile workers of a project. Reading needs {@code view_groups}, changing {@code edit_groups}; {@code
 * edit_commcare_users} gives both. Runs in the scope of the project whose access it is given.
 */
public final class Groups {
    static final String MEMBERS = "members";

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final GroupStore store = new GroupStore();
    private final MembershipStore memberships = new MembershipStore();

    public Groups(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Group create(ProjectAccess who, GroupWish wanted) {
        return transactions.write(tx -> create(tx, who, wanted));
    }

    /** As {@link #create(ProjectAccess, GroupWish)}, in a transaction of somebody who makes many. */
    public Group create(Tx tx, ProjectAccess who, GroupWish wanted) {
        Rights.editGroups(who);
        GroupWish wish = checked(wanted);
        refuseNamesake(tx, wish.name(), "");
        refuseStrangers(tx, who, wish.userIds());
        Group made = store.insert(tx, who.project(), PlaceIds.next(), wish, clock.instant());
        memberships.setMembers(tx, who.project(), made.groupId(), wish.userIds());
        audit.record(tx, who, entry("group.created", made));
        return made;
    }

    /** Changes what the group is, beginning with what it is now. */
    public Group edit(ProjectAccess who, String groupId, UnaryOperator<GroupWish> change) {
        return transactions.write(tx -> edit(tx, who, groupId, change));
    }

    /** As {@link #edit(ProjectAccess, String, UnaryOperator)}, in a transaction of somebody who changes many. */
    public Group edit(Tx tx, ProjectAccess who, String groupId, UnaryOperator<GroupWish> change) {
        Rights.editGroups(who);
        Group before = store.lock(tx, groupId).orElseThrow(Groups::unknown);
        GroupMembers whole = whole(tx, before);
        GroupWish wish = checked(change.apply(whole.wish()));
        if (!wish.name().strip().equals(before.name())) {
            refuseNamesake(tx, wish.name(), groupId);
        }
        if (!wish.userIds().equals(whole.userIds())) {
            refuseStrangers(tx, who, added(whole.userIds(), wish.userIds()));
            refuseUnknown(tx, who, added(wish.userIds(), whole.userIds()));
            memberships.setMembers(tx, who.project(), groupId, wish.userIds());
        }
        Group after = store.update(tx, groupId, wish, clock.instant());
        audit.record(tx, who, entry("group.changed", after));
        return after;
    }

    /** Adds workers at the end of a group's list and takes others out of it; who is both leaves and comes again. */
    public Group changeMembers(
            ProjectAccess who, String groupId, Collection<String> added, Collection<String> removed) {
        Set<String> leaving = Set.copyOf(removed);
        return edit(who, groupId, wish -> {
            Set<String> members = new LinkedHashSet<>(wish.userIds());
            members.removeAll(leaving);
            members.addAll(added);
            return wish.withUserIds(List.copyOf(members));
        });
    }

    /** Deletes the group; cases that it owns stay, and belong to nobody. */
    public void delete(ProjectAccess who, String groupId) {
        Rights.editGroups(who);
        transactions.writing(tx -> {
            Group gone = store.lock(tx, groupId).orElseThrow(Groups::unknown);
            store.delete(tx, groupId);
            audit.record(tx, who, entry("group.deleted", gone));
        });
    }

    public Page<Group> list(ProjectAccess who, GroupQuery query) {
        Rights.viewGroups(who);
        return transactions.read(tx -> store.page(tx, query));
    }

    /** Groups with everybody in them, by name. */
    public Slice<GroupMembers> slice(ProjectAccess who, SliceRequest request) {
        Rights.viewGroups(who);
        return transactions.read(tx -> {
            Slice<Group> found = store.slice(tx, request);
            Map<String, List<String>> members = memberships.members(
                    tx, found.items().stream().map(Group::groupId).toList());
            return new Slice<>(
                    found.items().stream()
                            .map(group -> new GroupMembers(group, members.getOrDefault(group.groupId(), List.of())))
                            .toList(),
                    found.total());
        });
    }

    public Optional<Group> find(ProjectAccess who, String groupId) {
        return Optional.ofNullable(find(who, List.of(groupId)).get(groupId));
    }

    /** Those of the ids that are groups of the project. */
    public Map<String, Group> find(ProjectAccess who, Collection<String> groupIds) {
        Rights.viewGroups(who);
        return transactions.read(tx -> find(tx, groupIds));
    }

    /** As {@link #find(ProjectAccess, Collection)}, in a transaction of somebody who may know of the groups. */
    public Map<String, Group> find(Tx tx, Collection<String> groupIds) {
        return store.find(tx, groupIds);
    }

    /** Those with one of the names, by name in lower case; of several of a name the first. */
    public Map<String, Group> withNames(ProjectAccess who, Collection<String> names) {
        Rights.viewGroups(who);
        return transactions.read(tx -> withNames(tx, names));
    }

    /** As {@link #withNames(ProjectAccess, Collection)}, in a transaction of somebody who has asked for the permission. */
    public Map<String, Group> withNames(Tx tx, Collection<String> names) {
        Map<String, Group> found = new LinkedHashMap<>();
        store.named(tx, names.stream().map(PlaceRules::key).distinct().toList())
                .forEach(group -> found.putIfAbsent(PlaceRules.key(group.name()), group));
        return found;
    }

    /** A group with everybody in it. */
    public Optional<GroupMembers> whole(ProjectAccess who, String groupId) {
        Rights.viewGroups(who);
        return transactions.read(
                tx -> Optional.ofNullable(store.find(tx, List.of(groupId)).get(groupId))
                        .map(group -> whole(tx, group)));
    }

    private GroupMembers whole(Tx tx, Group group) {
        return new GroupMembers(
                group, memberships.members(tx, List.of(group.groupId())).getOrDefault(group.groupId(), List.of()));
    }

    /** A page of the members of each group; two statements for any number of groups. */
    public Map<String, Page<GroupMember>> members(ProjectAccess who, Collection<String> groupIds, PageRequest request) {
        Rights.viewGroups(who);
        return transactions.read(tx -> PagesByParent.of(
                groupIds, memberships.pages(tx, groupIds, request), request, () -> memberships.counts(tx, groupIds)));
    }

    /** The groups of each of the workers, by name; one statement for any number of workers. */
    public Map<String, List<Group>> ofUsers(ProjectAccess who, Collection<String> userIds) {
        Rights.viewGroups(who);
        return transactions.read(tx -> ofUsers(tx, userIds));
    }

    /** As {@link #ofUsers(ProjectAccess, Collection)}, in a transaction of somebody who has asked for the permission. */
    public Map<String, List<Group>> ofUsers(Tx tx, Collection<String> userIds) {
        return memberships.groups(tx, userIds);
    }

    /**
     * Makes a worker a member of exactly these groups, in the transaction in which she is changed. Needs {@code
     * edit_groups} or {@code edit_commcare_users}; that she is a worker of the project is the caller's word.
     */
    public void setOfUser(Tx tx, ProjectAccess who, String userId, Collection<String> groupIds) {
        Rights.editGroups(who);
        Set<String> wanted = new LinkedHashSet<>(groupIds);
        if (store.find(tx, wanted).size() < wanted.size()) {
            throw PlaceRules.refused("groups", "GROUP_UNKNOWN", "There is no such group.");
        }
        memberships.leaveOthers(tx, userId, wanted);
        memberships.join(tx, who.project(), userId, wanted);
        audit.record(
                tx,
                who,
                AuditEntry.of("mobile_worker.groups_set", "mobile_worker", userId)
                        .with("groups", String.join(" ", wanted)));
    }

    /** With each member once. */
    private static GroupWish checked(GroupWish wish) {
        PlaceRules.refuse(PlaceRules.broken(wish));
        return wish.withUserIds(List.copyOf(new LinkedHashSet<>(wish.userIds())));
    }

    private void refuseNamesake(Tx tx, String name, String exceptId) {
        if (store.isNamed(tx, name, exceptId)) {
            throw PlaceRules.refused("name", "NAME_TAKEN", "A group with name " + name.strip() + " already exists");
        }
    }

    /** Members who have left the project since do not stand in the way of other changes. */
    private static List<String> added(List<String> before, List<String> after) {
        Set<String> known = Set.copyOf(before);
        return after.stream().filter(user -> !known.contains(user)).toList();
    }

    private void refuseStrangers(Tx tx, ProjectAccess who, Collection<String> userIds) {
        if (!memberships.strangers(tx, userIds).isEmpty()) {
            throw unknownUser();
        }
        refuseUnknown(tx, who, userIds);
    }

    /** Who does not have all locations puts only her own people into groups, and takes only them out. */
    private static void refuseUnknown(Tx tx, ProjectAccess who, Collection<String> userIds) {
        Set<String> wanted = Set.copyOf(userIds);
        if (!Reach.people(tx, who, wanted).containsAll(wanted)) {
            throw unknownUser();
        }
    }

    private static Refused unknownUser() {
        return PlaceRules.refused("userIds", "USER_UNKNOWN", "There is no such mobile worker.");
    }

    private static AuditEntry entry(String action, Group group) {
        return AuditEntry.of(action, "group", group.groupId()).with("name", group.name());
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("group"));
    }
}

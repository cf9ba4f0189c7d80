// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** Groups and locations of mobile workers, for those who keep the workers. */
public final class Belongings {
    private final Transactions transactions;
    private final Groups groups;
    private final Assignments assignments;

    public Belongings(Transactions transactions, Groups groups, Assignments assignments) {
        this.transactions = transactions;
        this.groups = groups;
        this.assignments = assignments;
    }

    /**
     * What is to become of a worker's belonging; empty where it stays.
     *
     * @param primaryId one of the locations; an empty text for none in particular
     */
    public record Wish(
            Optional<List<String>> groupIds, Optional<List<String>> locationIds, Optional<String> primaryId) {}

    /** Of many at once, by their ids. Needs {@code edit_commcare_users}. */
    public Map<String, Belonging> of(ProjectAccess who, Collection<String> userIds) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> {
            Map<String, List<Group>> groupsOf = groups.ofUsers(tx, userIds);
            Map<String, Assigned> assignedOf = assignments.ofUsers(tx, userIds);
            Map<String, Belonging> found = new HashMap<>();
            userIds.forEach(user -> found.put(
                    user,
                    new Belonging(
                            groupsOf.getOrDefault(user, List.of()).stream()
                                    .map(Group::groupId)
                                    .toList(),
                            assignedOf.getOrDefault(user, Assigned.NOWHERE))));
            return found;
        });
    }

    /** Ids of the groups of whoever asks; she needs no permission to know where she is. */
    public List<String> ownGroups(ProjectAccess who) {
        String userId = who.actor().userId();
        return transactions.read(tx -> groups.ofUsers(tx, List.of(userId)).getOrDefault(userId, List.of()).stream()
                .map(Group::groupId)
                .toList());
    }

    /** Where web users work, of many at once. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Map<String, Assigned> ofMembers(ProjectAccess who, Collection<String> userIds) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> assignments.ofUsers(tx, userIds));
    }

    /** Refuses locations that are not there, or beyond the reach of whoever asks. Needs {@code edit_web_users}. */
    public void refuseUnknown(ProjectAccess who, List<String> locationIds) {
        who.require(Permission.EDIT_WEB_USERS);
        transactions.read(tx -> {
            refuseUnknown(tx, who, locationIds);
            return true;
        });
    }

    /** As {@link #refuseUnknown(ProjectAccess, List)}, in the transaction in which somebody is invited to them. */
    public void refuseUnknown(Tx tx, ProjectAccess who, List<String> locationIds) {
        who.require(Permission.EDIT_WEB_USERS);
        assignments.refuseUnknown(tx, locationIds);
        assignments.refuseBeyondReach(tx, who, locationIds, List.of());
    }

    /** Those of the locations that are there. */
    public List<String> known(Tx tx, ProjectAccess who, List<String> locationIds) {
        who.require(Permission.EDIT_WEB_USERS);
        return List.copyOf(assignments.inUse(tx, locationIds));
    }

    /** Sets where a web user works, in the transaction in which she is changed. Needs {@code edit_web_users}. */
    public void setOfMember(Tx tx, ProjectAccess who, String userId, Wish wish) {
        if (wish.locationIds().isPresent() || wish.primaryId().isPresent()) {
            Assigned before = assignments.ofUsers(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
            List<String> ids = wish.locationIds().orElse(before.locationIds());
            assignments.setOfMember(
                    tx, who, userId, new Assigned(ids, wish.primaryId().orElse("")));
        }
    }

    /** Sets what is wished, in the transaction in which the worker is made or changed. */
    public void set(Tx tx, ProjectAccess who, String userId, Wish wish) {
        wish.groupIds().ifPresent(ids -> groups.setOfUser(tx, who, userId, ids));
        if (wish.locationIds().isPresent() || wish.primaryId().isPresent()) {
            Assigned before = assignments.ofUsers(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
            List<String> ids = wish.locationIds().orElse(before.locationIds());
            assignments.set(tx, who, userId, new Assigned(ids, wish.primaryId().orElse("")));
        }
    }

    /**
     * As {@link #set(Tx, ProjectAccess, String, Wish)}, for a worker who stays as she is otherwise. Needs {@code
     * edit_commcare_users}.
     */
    public void set(ProjectAccess who, String userId, Wish wish) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        transactions.writing(tx -> {
            assignments.requireWorker(tx, who, userId);
            set(tx, who, userId, wish);
        });
    }

    /** Takes a web user who is no member any more from where she worked; that she goes is the caller's word. */
    public void clearMember(Tx tx, ProjectAccess who, String userId) {
        assignments.clearMember(tx, who, userId);
    }

    /** Takes a worker who goes out of everything. */
    public void clear(Tx tx, ProjectAccess who, String userId) {
        set(tx, who, userId, new Wish(Optional.of(List.of()), Optional.of(List.of()), Optional.empty()));
    }
}

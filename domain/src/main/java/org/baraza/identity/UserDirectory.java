// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** Tells the people behind ids, as they stand in cases and forms. */
public final class UserDirectory {
    private final Transactions transactions;
    private final MobileWorkerStore workers = new MobileWorkerStore();
    private final MemberStore members = new MemberStore();

    public UserDirectory(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The project's workers and members among the ids, also workers who were deleted since; any member may know them. Two
     * statements for any number.
     */
    public Map<String, Person> find(ProjectAccess who, Collection<String> userIds) {
        Map<String, Person> found = new HashMap<>();
        if (userIds.isEmpty()) {
            return found;
        }
        transactions.read(tx -> {
            workers.findEver(tx, who.project(), userIds).forEach(worker -> found.put(worker.userId(), worker));
            members.find(tx, who.project(), userIds).forEach(member -> found.put(member.userId(), member));
            return found;
        });
        return found;
    }

    /** The worker or the member of the project whom a login name means; any member may ask. */
    public Optional<Person> named(ProjectAccess who, String login) {
        String name = WorkerRules.bareName(LoginName.normal(login), who.projectName());
        return transactions.read(tx -> name.indexOf('@') < 0
                ? workers.named(tx, who.project(), name).map(Person.class::cast)
                : members.named(tx, who.project(), name).map(Person.class::cast));
    }

    /** The id of a worker whom a phone names before she signed in; asks nobody for permissions and tells nothing else. */
    public static Optional<String> workerId(Tx tx, ProjectId project, String projectName, String login) {
        String name = WorkerRules.bareName(LoginName.normal(login), projectName);
        return new MobileWorkerStore().named(tx, project, name).map(MobileWorker::userId);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.credentials.PasswordRules;
import org.baraza.identity.credentials.Passwords;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The field workers of a project. Runs in the scope of the project whose access it is given. */
public final class MobileWorkers {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;
    private final MobileWorkerStore store = new MobileWorkerStore();
    private final RoleStore roles = new RoleStore();

    public MobileWorkers(
            Transactions transactions,
            Accounts accounts,
            Access access,
            Passwords passwords,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a worker with the default role. Needs {@code edit_commcare_users}. */
    public MobileWorker create(ProjectAccess who, NewMobileWorker wanted) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        String username = WorkerRules.bareName(wanted.username(), who.projectName());
        refuse(WorkerRules.broken(wanted, username, who.projectName()));
        String hash = passwords.hash(wanted.password());
        try {
            return transactions.write(tx -> insert(tx, who, wanted, username, hash));
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(new Problem.Invalid(List.of(WorkerRules.nameTaken())));
            }
            throw failure;
        }
    }

    private MobileWorker insert(Tx tx, ProjectAccess who, NewMobileWorker wanted, String username, String hash) {
        var role = roles.idOf(tx, who.project(), DefaultRole.MOBILE_WORKER.title())
                .orElseThrow(() -> new Refused(
                        new Problem.Conflict("ROLE_MISSING", "The project has lost its role for mobile workers.")));
        var decided = new MobileWorkerStore.Decided(
                UserIds.next(), username, hash, role, who.actor().userId(), clock.instant());
        MobileWorker made = store.insert(tx, who.project(), wanted, decided);
        changed(tx, who, made, "mobile_worker.created");
        return made;
    }

    /** Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Page<MobileWorker> list(ProjectAccess who, WorkerQuery query) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> store.list(tx, who.project(), query));
    }

    /** Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Optional<MobileWorker> find(ProjectAccess who, String userId) {
        return Optional.ofNullable(find(who, List.of(userId)).get(userId));
    }

    /** Those of the ids that are workers of the project. Needs {@code view_commcare_users} or the one to edit. */
    public Map<String, MobileWorker> find(ProjectAccess who, Collection<String> userIds) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> store.find(tx, who.project(), userIds)).stream()
                .collect(toMap(MobileWorker::userId, identity()));
    }

    /** Lets a worker in, or keeps her out within seconds. Needs {@code edit_commcare_users}. */
    public MobileWorker setActive(ProjectAccess who, String userId, boolean active) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return transactions.write(tx -> {
            MobileWorker worker =
                    store.setActive(tx, who.project(), userId, active).orElseThrow(MobileWorkers::unknown);
            changed(tx, who, worker, active ? "mobile_worker.activated" : "mobile_worker.deactivated");
            return worker;
        });
    }

    /** Sets a new password; the old one is of no use within seconds. Needs {@code edit_commcare_users}. */
    public MobileWorker resetPassword(ProjectAccess who, String userId, String password) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        refuse(PasswordRules.brokenByWorker(password));
        String hash = passwords.hash(password);
        return transactions.write(tx -> {
            MobileWorker worker =
                    store.setPassword(tx, who.project(), userId, hash).orElseThrow(MobileWorkers::unknown);
            changed(tx, who, worker, "mobile_worker.password_reset");
            return worker;
        });
    }

    private void changed(Tx tx, ProjectAccess who, MobileWorker worker, String action) {
        audit.record(
                tx, who, AuditEntry.of(action, "mobile_worker", worker.userId()).with("username", worker.username()));
        accounts.changed(tx, new LoginName.Worker(who.project(), worker.username()));
        access.changed(tx, worker.userId(), who.project());
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("mobile worker"));
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

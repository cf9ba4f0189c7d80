// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.UserDataRules.Settled;
import org.baraza.identity.credentials.Passwords;
import org.baraza.paging.Page;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The field workers of a project in scope: to whoever may not see every location, those who work at hers or below. */
public final class MobileWorkers {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final WorkerPasswords passwords;
    private final DigestSecrets digests;
    private final Audit audit;
    private final Clock clock;
    private final WorkerObserver observer;
    private final MobileWorkerStore store = new MobileWorkerStore();
    private final WorkerRoles roles;
    private final UserDataStore userData = new UserDataStore();
    private final WorkerLinkStore links = new WorkerLinkStore();

    public MobileWorkers(
            Transactions transactions,
            Accounts accounts,
            Access access,
            Passwords passwords,
            DigestSecrets digests,
            ProjectSecurity security,
            WorkerRoles roles,
            Audit audit,
            Clock clock,
            WorkerObserver observer) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.passwords = new WorkerPasswords(passwords, security);
        this.digests = digests;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
        this.observer = observer;
    }

    /** Makes a worker, with a role that who makes her may give. Needs {@code edit_commcare_users}. */
    public MobileWorker create(ProjectAccess who, NewMobileWorker wanted) {
        return create(who, wanted, Alongside.NOTHING);
    }

    /** As {@link #create(ProjectAccess, NewMobileWorker)}, with what others write of her. */
    public MobileWorker create(ProjectAccess who, NewMobileWorker wanted, Alongside alongside) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        String username = WorkerRules.bareName(wanted.username(), who.projectName());
        refuse(WorkerRules.broken(wanted, username, who.projectName()));
        String hash = hashOf(who, wanted.password());
        try {
            return transactions.write(tx -> {
                MobileWorker made = insert(tx, who, wanted, username, hash);
                alongside.write(tx, made);
                return made;
            });
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(new Problem.Invalid(List.of(WorkerRules.nameTaken())));
            }
            throw failure;
        }
    }

    /**
     * As {@link #create(ProjectAccess, NewMobileWorker)}, in a transaction of somebody who makes many.
     *
     * @param hash of her password, by {@link #hash}: it takes too long for a transaction
     */
    public MobileWorker create(Tx tx, ProjectAccess who, NewMobileWorker wanted, String hash) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        String username = WorkerRules.bareName(wanted.username(), who.projectName());
        refuse(WorkerRules.broken(wanted, username, who.projectName()));
        return insert(tx, who, wanted, username, hash);
    }

    /** Refuses what can be nobody's password. */
    public static void checkPassword(String password) {
        WorkerPasswords.check(password);
    }

    /** What is kept of a password, if it is one that the rules allow. Needs {@code edit_commcare_users}. */
    public String hash(ProjectAccess who, String password) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        checkPassword(password);
        return hashOf(who, password);
    }

    /** As {@link #hash}, of a password that she does not have yet; empty when it is hers. */
    public Optional<String> hashIfNew(ProjectAccess who, String userId, String password) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        checkPassword(password);
        Optional<String> present = transactions.read(tx -> store.passwordHash(tx, who.project(), userId));
        return passwords.is(present, password) ? Optional.empty() : Optional.of(hash(who, password));
    }

    /** What is kept of a password that somebody chose, if the project allows it. */
    String hashOf(ProjectAccess who, String password) {
        return passwords.hash(who, password);
    }

    private MobileWorker insert(Tx tx, ProjectAccess who, NewMobileWorker wanted, String username, String hash) {
        var role = roles.toNew(tx, who, wanted.role());
        var decided = new MobileWorkerStore.Decided(
                UserIds.next(),
                username,
                hash,
                !wanted.choosesPassword(),
                role,
                who.actor().userId(),
                clock.instant());
        WorkerDetails details = WorkerDetails.of(wanted);
        Settled settled = settled(tx, who, details);
        MobileWorker made =
                store.insert(tx, who.project(), details.withUserData(settled.data()), settled.profile(), decided);
        AuditEntry entry = AuditEntry.of("mobile_worker.created", "mobile_worker", made.userId());
        changed(tx, who, made, entry.with("role", WorkerRoles.nameOfNew(wanted.role())));
        if (made.confirmed()) {
            digests.passwordSet(tx, who, made, wanted.password());
        }
        return withDemo(tx, who, made, details);
    }

    /** Phones and programs of CommCare HQ know demo workers by an entry in their user data. */
    private MobileWorker withDemo(Tx tx, ProjectAccess who, MobileWorker worker, WorkerDetails details) {
        Optional<Boolean> demo = UserDataKeys.demo(details.userData());
        return demo.isEmpty() || demo.get() == worker.demo() ? worker : flagged(tx, who, worker.userId(), demo.get());
    }

    private MobileWorker flagged(Tx tx, ProjectAccess who, String userId, boolean demo) {
        MobileWorker worker = store.setDemo(tx, who.project(), userId, demo).orElseThrow(MobileWorkers::unknown);
        changed(tx, who, worker, demo ? "mobile_worker.demo_begun" : "mobile_worker.demo_ended");
        return worker;
    }

    private Settled settled(Tx tx, ProjectAccess who, WorkerDetails details) {
        Settled settled = userData.rules(tx, who.project()).settle(details.userData());
        refuse(settled.errors());
        return settled;
    }

    /** Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Page<MobileWorker> list(ProjectAccess who, WorkerQuery query) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> store.list(tx, who, query));
    }

    /** Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Optional<MobileWorker> find(ProjectAccess who, String userId) {
        return Optional.ofNullable(find(who, List.of(userId)).get(userId));
    }

    /** Those of the ids that are workers of the project. Needs {@code view_commcare_users} or the one to edit. */
    public Map<String, MobileWorker> find(ProjectAccess who, Collection<String> userIds) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions
                .read(tx -> store.find(tx, who.project(), ReachedPeopleStore.among(tx, who, userIds)))
                .stream()
                .collect(toMap(MobileWorker::userId, identity()));
    }

    /** Those of the usernames that are workers of the project. Needs {@code view_commcare_users} or the one to edit. */
    public List<MobileWorker> named(ProjectAccess who, Collection<String> usernames) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        List<String> bare = usernames.stream()
                .map(name -> WorkerRules.bareName(name, who.projectName()))
                .toList();
        return transactions.read(tx -> known(tx, who, bare));
    }

    /**
     * Those who have one of the usernames, by it.
     *
     * @param usernames as somebody wrote them, in capitals or in full
     */
    public Map<String, MobileWorker> withNames(ProjectAccess who, Collection<String> usernames) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> withNames(tx, who, usernames));
    }

    /** As {@link #withNames(ProjectAccess, Collection)}, in a transaction of somebody who may know of the people named. */
    public Map<String, MobileWorker> withNames(Tx tx, ProjectAccess who, Collection<String> usernames) {
        List<String> bare =
                usernames.stream().map(name -> bareName(who, name)).distinct().toList();
        return known(tx, who, bare).stream().collect(toMap(MobileWorker::username, identity()));
    }

    private List<MobileWorker> known(Tx tx, ProjectAccess who, Collection<String> usernames) {
        List<MobileWorker> found = store.named(tx, who.project(), usernames);
        var reached = ReachedPeopleStore.among(
                tx, who, found.stream().map(MobileWorker::userId).toList());
        return found.stream()
                .filter(worker -> reached.contains(worker.userId()))
                .toList();
    }

    /** The bare username that somebody meant who wrote it in capitals or in full. */
    public static String bareName(ProjectAccess who, String username) {
        return WorkerRules.bareName(username, who.projectName());
    }

    /** Part of the list by username. Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Slice<MobileWorker> list(ProjectAccess who, WorkerQuery.Status status, SliceRequest slice) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> store.list(tx, who, status, slice));
    }

    /**
     * Changes what is known of a worker, all of it or nothing. User data is held to the project's rules when it is among
     * what changes: who corrects a name need not know what was asked for since. Needs {@code edit_commcare_users}; a password
     * and an address, to which links go, are changed by whoever may give the worker's role.
     */
    public MobileWorker edit(ProjectAccess who, String userId, List<WorkerChange> changes) {
        return edit(who, userId, changes, Alongside.NOTHING);
    }

    /** As {@link #edit(ProjectAccess, String, List)}, with what others write of her. */
    public MobileWorker edit(ProjectAccess who, String userId, List<WorkerChange> changes, Alongside alongside) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        Optional<String> hash = WorkerPasswords.among(changes).map(text -> hashOf(who, text));
        return transactions.write(tx -> {
            MobileWorker after = edit(tx, who, userId, changes, hash);
            alongside.write(tx, after);
            return after;
        });
    }

    /**
     * As {@link #edit(ProjectAccess, String, List)}, in a transaction of somebody who changes many.
     *
     * @param hash of the password among the changes, by {@link #hash}; empty when there is none
     */
    public MobileWorker edit(
            Tx tx, ProjectAccess who, String userId, List<WorkerChange> changes, Optional<String> hash) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        ReachedPeopleStore.require(tx, who, userId);
        MobileWorker before = store.lock(tx, who.project(), userId).orElseThrow(MobileWorkers::unknown);
        MobileWorker after = edited(tx, who, before, changes);
        if (hash.isPresent() || !after.email().equals(before.email())) {
            roles.refuseAbove(tx, who, userId);
            endLinks(tx, who, userId);
        }
        hash.ifPresent(text -> store.setPassword(tx, who.project(), userId, text));
        WorkerPasswords.among(changes).ifPresent(text -> digests.passwordSet(tx, who, after, text));
        AuditEntry entry = WorkerBook.edited(before, after, changes);
        changed(tx, who, after, roles.give(tx, who, after, changes, entry));
        return after;
    }

    private MobileWorker edited(Tx tx, ProjectAccess who, MobileWorker before, List<WorkerChange> changes) {
        WorkerDetails details = WorkerDetails.of(before);
        for (WorkerChange change : changes) {
            details = details.after(change);
        }
        refuse(WorkerRules.brokenBy(details, changes, clock));
        if (changes.stream().noneMatch(change -> change instanceof WorkerChange.UserData)) {
            return store.setDetails(tx, who.project(), before.userId(), details).orElseThrow(MobileWorkers::unknown);
        }
        Settled settled = settled(tx, who, details);
        store.setProfile(tx, who.project(), before.userId(), settled.profile());
        MobileWorker after = store.setDetails(tx, who.project(), before.userId(), details.withUserData(settled.data()))
                .orElseThrow(MobileWorkers::unknown);
        return withDemo(tx, who, after, details);
    }

    /**
     * Deletes a worker: her account goes within seconds, and her username is free for somebody new, who gets an id of her
     * own. Forms and cases stay as they are, her id in them stays known as hers. CommCare HQ deletes them with her; here
     * whoever wants data deleted says so. Needs {@code edit_commcare_users}.
     */
    public void delete(ProjectAccess who, String userId) {
        delete(who, userId, Alongside.NOTHING);
    }

    /** As {@link #delete(ProjectAccess, String)}, with what others write of her. */
    public void delete(ProjectAccess who, String userId, Alongside alongside) {
        transactions.writing(tx -> alongside.write(tx, delete(tx, who, userId)));
    }

    /** As {@link #delete(ProjectAccess, String)}, in a transaction of somebody who deletes many. */
    public MobileWorker delete(Tx tx, ProjectAccess who, String userId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        ReachedPeopleStore.require(tx, who, userId);
        MobileWorker gone =
                store.retire(tx, who.project(), userId, clock.instant()).orElseThrow(MobileWorkers::unknown);
        changed(tx, who, gone, "mobile_worker.deleted");
        digests.forget(tx, userId);
        endLinks(tx, who, userId);
        return gone;
    }

    /** Lets a worker in, or keeps her out within seconds. Needs {@code edit_commcare_users}. */
    public MobileWorker setActive(ProjectAccess who, String userId, boolean active) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return transactions.write(tx -> setActive(tx, who, userId, active));
    }

    /** As {@link #setActive(ProjectAccess, String, boolean)}, in a transaction of somebody who does it to many. */
    public MobileWorker setActive(Tx tx, ProjectAccess who, String userId, boolean active) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        ReachedPeopleStore.require(tx, who, userId);
        if (active && store.find(tx, who.project(), List.of(userId)).stream().anyMatch(her -> !her.confirmed())) {
            throw new Refused(new Problem.Conflict("ACCOUNT_UNCONFIRMED", "She has not chosen a password yet."));
        }
        MobileWorker worker = store.setActive(tx, who.project(), userId, active).orElseThrow(MobileWorkers::unknown);
        if (!active) {
            endLinks(tx, who, userId);
        }
        changed(tx, who, worker, active ? "mobile_worker.activated" : "mobile_worker.deactivated");
        return worker;
    }

    /**
     * Makes a worker one who is there to try out and show apps, or an ordinary one again. Needs {@code
     * edit_commcare_users}.
     */
    public MobileWorker setDemo(ProjectAccess who, String userId, boolean demo) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return transactions.write(tx -> {
            ReachedPeopleStore.require(tx, who, userId);
            return flagged(tx, who, userId, demo);
        });
    }

    /**
     * Sets a new password; the old one is of no use within seconds. Needs {@code edit_commcare_users}, and to be somebody who
     * may give the worker's role.
     */
    public MobileWorker resetPassword(ProjectAccess who, String userId, String password) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        String hash = hashOf(who, password);
        return transactions.write(tx -> {
            ReachedPeopleStore.require(tx, who, userId);
            store.lock(tx, who.project(), userId);
            roles.refuseAbove(tx, who, userId);
            endLinks(tx, who, userId);
            MobileWorker worker =
                    store.setPassword(tx, who.project(), userId, hash).orElseThrow(MobileWorkers::unknown);
            changed(tx, who, worker, "mobile_worker.password_reset");
            digests.passwordSet(tx, who, worker, password);
            return worker;
        });
    }

    /** Ends the lock that wrong passwords brought about. Needs {@code edit_commcare_users}. */
    public void unlock(ProjectAccess who, String userId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        transactions.writing(tx -> {
            ReachedPeopleStore.require(tx, who, userId);
            MobileWorker worker = store.unlock(tx, who.project(), userId).orElseThrow(MobileWorkers::unknown);
            changed(tx, who, worker, "mobile_worker.unlocked");
        });
    }

    private void endLinks(Tx tx, ProjectAccess who, String userId) {
        links.end(tx, who.project(), userId, clock.instant());
    }

    void changed(Tx tx, ProjectAccess who, MobileWorker worker, String action) {
        changed(tx, who, worker, AuditEntry.of(action, "mobile_worker", worker.userId()));
    }

    private void changed(Tx tx, ProjectAccess who, MobileWorker worker, AuditEntry entry) {
        audit.record(tx, who, entry.with("username", worker.username()));
        accounts.changed(tx, new LoginName.Worker(who.project(), worker.username()));
        access.changed(tx, worker.userId(), who.project());
        observer.changed(tx, who.project(), List.of(worker.userId()));
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

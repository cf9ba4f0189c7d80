// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.UserDataRules.Settled;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The web users of a project and their roles. */
public final class Members {
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final GivenRoles givenRoles = new GivenRoles();
    private final MemberStore store = new MemberStore();
    private final WebUserStore users = new WebUserStore();
    private final ApiKeyStore keys = new ApiKeyStore();
    private final AccessStore rights = new AccessStore();
    private final UserDataStore userData = new UserDataStore();

    public Members(Transactions transactions, Access access, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Part of the list by user id. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Slice<Member> list(ProjectAccess who, SliceRequest slice) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.slice(tx, who.project(), slice));
    }

    /** A page by user id. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Page<Member> list(ProjectAccess who, PageRequest page) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.page(tx, who.project(), page));
    }

    /** Needs {@code view_web_users} or {@code edit_web_users}. */
    public Optional<Member> find(ProjectAccess who, String userId) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.member(tx, who.project(), userId));
    }

    /** By the address she signs in with. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Optional<Member> named(ProjectAccess who, String username) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        String login = LoginName.normal(username);
        return transactions.read(tx -> store.memberNamed(tx, who.project(), login));
    }

    /**
     * By the addresses they sign in with, in a transaction of somebody who changes many. Needs {@code view_web_users} or {@code
     * edit_web_users}.
     */
    public Map<String, Member> withNames(Tx tx, ProjectAccess who, Collection<String> usernames) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        Map<String, Member> found = new HashMap<>();
        store.membersNamed(tx, who.project(), usernames)
                .forEach(member -> found.put(member.person().username(), member));
        return found;
    }

    /** Lets a web user in, or gives her another role. Only administrators make administrators. */
    public void put(ProjectAccess who, String username, String roleName) {
        who.require(Permission.EDIT_WEB_USERS);
        String login = LoginName.normal(username);
        transactions.writingAs(Visibility.project(who.project()).and(Visibility.login(login)), tx -> {
            String userId = users.idOf(tx, login)
                    .orElseThrow(() -> invalid("username", "USERNAME_UNKNOWN", "There is no such web user."));
            Optional<Member> before = store.member(tx, who.project(), userId);
            if (before.isPresent()) {
                apply(tx, who, before.get(), new MemberChange.ToRole(roleName));
            } else {
                store.add(tx, who.project(), userId, givenRoles.given(tx, who, roleName));
            }
            changed(
                    tx,
                    who,
                    userId,
                    AuditEntry.of("member.put", "web_user", userId).with("role", roleName));
        });
    }

    /** Changes what a web user is here, all of it or nothing. Needs {@code edit_web_users}. */
    public Member edit(ProjectAccess who, String userId, List<MemberChange> changes) {
        return edit(who, userId, changes, AlongsideMember.NOTHING);
    }

    /** As {@link #edit(ProjectAccess, String, List)}, with what others write of her. */
    public Member edit(ProjectAccess who, String userId, List<MemberChange> changes, AlongsideMember alongside) {
        return edit(who, userId, changes, alongside, before -> {});
    }

    /**
     * As {@link #edit(ProjectAccess, String, List)}, for somebody who was read before.
     *
     * @param check refuses when she, whom nobody else changes now, is not any more what she was
     */
    public Member edit(ProjectAccess who, String userId, List<MemberChange> changes, Consumer<Member> check) {
        return edit(who, userId, changes, AlongsideMember.NOTHING, check);
    }

    private Member edit(
            ProjectAccess who,
            String userId,
            List<MemberChange> changes,
            AlongsideMember alongside,
            Consumer<Member> check) {
        who.require(Permission.EDIT_WEB_USERS);
        // Whoever changes many holds those she has changed until all are.
        return Conflicts.retrying(() -> transactions.write(tx -> edit(tx, who, userId, changes, alongside, check)));
    }

    /**
     * As {@link #edit(ProjectAccess, String, List, AlongsideMember)}, in a transaction of somebody who changes many.
     */
    public void edit(Tx tx, ProjectAccess who, String userId, List<MemberChange> changes, AlongsideMember alongside) {
        who.require(Permission.EDIT_WEB_USERS);
        edit(tx, who, userId, changes, alongside, before -> {});
    }

    private Member edit(
            Tx tx,
            ProjectAccess who,
            String userId,
            List<MemberChange> changes,
            AlongsideMember alongside,
            Consumer<Member> check) {
        store.lock(tx, who.project(), userId);
        check.accept(one(tx, who, userId));
        for (MemberChange change : changes) {
            Member before = one(tx, who, userId);
            changed(tx, who, userId, apply(tx, who, before, change));
        }
        alongside.write(tx, userId);
        return one(tx, who, userId);
    }

    /**
     * Takes a web user out of the project: it is closed to all that she holds within seconds, and her keys that opened nothing
     * else are revoked. Where members of another project act too and she is one, she stays in the list as somebody who is
     * kept out. Needs {@code edit_web_users}; whoever leaves by herself needs nothing.
     *
     * @param alongside what others take from her
     */
    public void remove(ProjectAccess who, String userId, AlongsideMember alongside) {
        boolean leaving = userId.equals(who.actor().userId());
        if (!leaving) {
            who.require(Permission.EDIT_WEB_USERS);
        } else if (who.actor() instanceof WebUser her && !her.inPerson()) {
            throw new Refused(new Problem.Forbidden("session"));
        }
        transactions.writingAs(
                Visibility.project(who.project()).and(Visibility.user(userId)),
                tx -> takeOut(tx, who, userId, alongside, leaving));
    }

    /**
     * As {@link #remove(ProjectAccess, String, AlongsideMember)}, in a transaction of somebody who removes many; nobody leaves
     * that way by herself.
     */
    public void remove(Tx tx, ProjectAccess who, String userId, AlongsideMember alongside) {
        who.require(Permission.EDIT_WEB_USERS);
        if (userId.equals(who.actor().userId())) {
            throw invalid("remove", "YOURSELF", "You cannot remove yourself in bulk.");
        }
        tx.seeing(Visibility.user(userId), () -> {
            takeOut(tx, who, userId, alongside, false);
            return true;
        });
    }

    private void takeOut(Tx tx, ProjectAccess who, String userId, AlongsideMember alongside, boolean leaving) {
        store.lock(tx, who.project(), userId);
        Member before = one(tx, who, userId);
        if (!leaving) {
            givenRoles.refuseAbove(tx, who, before);
        }
        if (before.isAdmin() && before.active()) {
            refuseLastAdmin(tx, who);
        }
        alongside.write(tx, userId);
        keys.revokeOf(tx, userId, who.project(), clock.instant());
        if (rights.isOfSource(tx, who.project(), userId)) {
            // Or she would act here with the role that she has there.
            store.setActive(tx, who.project(), userId, false);
        } else {
            store.remove(tx, who.project(), userId);
        }
        changed(
                tx,
                who,
                userId,
                AuditEntry.of(leaving ? "member.left" : "member.removed", "web_user", userId)
                        .with("username", before.person().username())
                        .with("role", before.roleName()));
    }

    private Member one(Tx tx, ProjectAccess who, String userId) {
        return store.member(tx, who.project(), userId).orElseThrow(() -> new Refused(new Problem.NotFound("web user")));
    }

    private AuditEntry apply(Tx tx, ProjectAccess who, Member before, MemberChange change) {
        String userId = before.userId();
        return switch (change) {
            case MemberChange.ToRole(var name) -> {
                givenRoles.refuseAbove(tx, who, before);
                if (before.isAdmin() && before.active() && !name.equals(Role.ADMIN)) {
                    refuseLastAdmin(tx, who);
                }
                if (!name.equals(before.roleName())) {
                    store.setRole(tx, who.project(), userId, givenRoles.given(tx, who, name));
                }
                yield AuditEntry.of("member.role_set", "web_user", userId)
                        .with("role", name)
                        .change("role", before.roleName(), name);
            }
            case MemberChange.Let(var in) -> {
                givenRoles.refuseAbove(tx, who, before);
                if (before.isAdmin() && before.active() && !in) {
                    refuseLastAdmin(tx, who);
                }
                store.setActive(tx, who.project(), userId, in);
                yield AuditEntry.of(in ? "member.activated" : "member.deactivated", "web_user", userId);
            }
            case MemberChange.ToProfile(var name) -> {
                Map<String, String> data = userData.rules(tx, who.project())
                        .changed(before.userData(), name)
                        .orElseThrow(() -> invalid("profile", "PROFILE_UNKNOWN", "Profile does not exist: " + name));
                setUserData(tx, who, userId, data);
                yield AuditEntry.of("member.profile_set", "web_user", userId).change("profile", before.profile(), name);
            }
            case MemberChange.MoreUserData(var more) -> {
                Map<String, String> data = new HashMap<>(before.userData());
                data.putAll(more);
                yield known(tx, who, before, data, more.keySet());
            }
            case MemberChange.UserData(var data) -> {
                Set<String> keys = new HashSet<>(before.userData().keySet());
                keys.addAll(data.keySet());
                keys.removeIf(key -> Objects.equals(before.userData().get(key), data.get(key)));
                yield known(tx, who, before, data, keys);
            }
        };
    }

    private AuditEntry known(Tx tx, ProjectAccess who, Member before, Map<String, String> data, Set<String> keys) {
        refuse(WorkerRules.brokenByData(data));
        Map<String, String> settled = setUserData(tx, who, before.userId(), data);
        AuditEntry entry = AuditEntry.of("member.user_data_set", "web_user", before.userId())
                .with("keys", String.join(", ", keys.stream().sorted().toList()));
        return WorkerBook.withData(entry, before.userData(), settled);
    }

    /** Gives what she has then. */
    private Map<String, String> setUserData(Tx tx, ProjectAccess who, String userId, Map<String, String> data) {
        Settled settled = userData.rules(tx, who.project()).dress(data);
        refuse(settled.errors());
        store.setUserData(tx, who.project(), userId, settled);
        return settled.data();
    }

    private void refuseLastAdmin(Tx tx, ProjectAccess who) {
        if (store.lockAdmins(tx, who.project()) < 2) {
            throw invalid("role", "LAST_ADMIN", "A project keeps at least one administrator.");
        }
    }

    private void changed(Tx tx, ProjectAccess who, String userId, AuditEntry entry) {
        audit.record(tx, who, entry);
        access.changed(tx, userId, who.project());
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

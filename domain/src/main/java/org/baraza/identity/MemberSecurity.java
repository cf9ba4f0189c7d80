// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.credentials.LockOut;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Help for members who cannot sign in. An account belongs to its holder and opens all of her projects, so only somebody
 * who administers every one of them may make it easier to get into.
 */
public final class MemberSecurity {
    private final Transactions transactions;
    private final Accounts accounts;
    private final TwoFactor twoFactor;
    private final Sessions sessions;
    private final Audit audit;
    private final MemberStore members = new MemberStore();
    private final MembershipStore memberships = new MembershipStore();
    private final AccountStore store = new AccountStore();
    private final WebUserStore users = new WebUserStore();

    public MemberSecurity(
            Transactions transactions, Accounts accounts, TwoFactor twoFactor, Sessions sessions, Audit audit) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.twoFactor = twoFactor;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Takes the second factor from a member who lost her phone and her recovery codes. */
    public void resetTwoFactor(ProjectAccess who, String userId) {
        changing(who, userId, "member.two_factor_reset", (tx, member) -> {
            if (!twoFactor.remove(tx, member.userId(), member.person().username())) {
                throw new Refused(
                        new Problem.Conflict("TWO_FACTOR_OFF", "This member does not use two-factor authentication."));
            }
        });
    }

    /** Ends the lock that wrong passwords brought about. */
    public void unlock(ProjectAccess who, String userId) {
        changing(who, userId, "member.unlocked", (tx, member) -> {
            LoginName.Web login = new LoginName.Web(member.person().username());
            store.setLockOut(tx, login, LockOut.NONE);
            accounts.changed(tx, login);
        });
    }

    /**
     * Ends her sessions, the tokens that she lent to programs, and what is remembered of her password, on every node within
     * seconds. Her keys stay: they are no sign-ins.
     */
    public void signOut(ProjectAccess who, String userId) {
        changing(who, userId, "member.signed_out", (tx, member) -> {
            accounts.changed(tx, new LoginName.Web(member.person().username()));
            users.endSignIns(tx, userId);
            sessions.closeAll(tx, member.person());
        });
    }

    @FunctionalInterface
    private interface Change {
        void make(Tx tx, Member member);
    }

    private void changing(ProjectAccess who, String userId, String action, Change change) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        if (userId.equals(who.actor().userId())) {
            throw new Refused(Problem.Invalid.field("userId", "OWN_ACCOUNT", "Your own account is under My account."));
        }
        Set<UUID> administered = transactions.readAs(
                Visibility.user(who.actor().userId()),
                tx -> memberships.administered(tx, who.actor().userId()));
        transactions.writingAs(Visibility.project(who.project()).and(Visibility.user(userId)), tx -> {
            Member member = members.member(tx, who.project(), userId)
                    .orElseThrow(() -> new Refused(new Problem.NotFound("web user")));
            Set<UUID> elsewhere = new HashSet<>(memberships.all(tx, userId));
            elsewhere.removeAll(administered);
            if (!elsewhere.isEmpty()) {
                throw new Refused(new Problem.Conflict(
                        "MEMBER_ELSEWHERE",
                        "She is also in projects that you do not administer. Only an administrator of all of them can do"
                                + " this."));
            }
            change.make(tx, member);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of(action, "web_user", userId)
                            .with("username", member.person().username()));
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Duration;
import java.util.Optional;
import org.baraza.identity.SignInResult.Deactivated;
import org.baraza.identity.SignInResult.LockedOut;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.identity.credentials.Passwords;
import org.baraza.identity.credentials.RememberedChecks;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in who know their password. A password that was right a moment ago costs microseconds and no SQL; any other
 * is hashed, when its turn comes.
 */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final RememberedChecks remembered;
    private final DigestSecrets digests;
    private final Projects projects;

    public SignIn(
            Accounts accounts,
            Passwords passwords,
            RememberedChecks remembered,
            DigestSecrets digests,
            Projects projects) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.remembered = remembered;
        this.digests = digests;
        this.projects = projects;
    }

    /** Outside any project: web users by e-mail address, workers by their full name. */
    public SignInResult anywhere(Credentials credentials, String address) {
        return check(LoginName.anywhere(credentials.login(), projects::byName), credentials.secret(), address);
    }

    /** At the door of a project, where a worker's bare name will do. Says nothing about membership. */
    public SignInResult at(Project project, Credentials credentials, String address) {
        LoginName login = LoginName.at(project, credentials.login(), projects::byName);
        SignInResult result = check(login, credentials.secret(), address);
        if (result instanceof SignedIn) {
            accounts.recent(login).ifPresent(account -> digests.learn(project, account, credentials));
        }
        return result;
    }

    private SignInResult check(LoginName login, String password, String address) {
        return remembered(login, accounts.recent(login), password)
                .orElseGet(() -> passwords.inTurn(turn -> checkSlowly(turn, login, password, address)));
    }

    /** Empty when nothing is known and the password must be hashed. */
    private Optional<SignInResult> remembered(LoginName login, Optional<Account> account, String password) {
        Optional<Duration> locked = accounts.lockLeft(login, account);
        if (locked.isPresent()) {
            return Optional.of(new LockedOut(locked.get()));
        }
        return account.filter(known -> remembered.knows(known.userId(), known.version(), password))
                .map(SignIn::letIn);
    }

    /** While waiting, somebody else may have used up the guesses, or proved the password. */
    private SignInResult checkSlowly(Passwords.Turn turn, LoginName login, String password, String address) {
        Optional<Account> account = accounts.fresh(login);
        Optional<SignInResult> known = remembered(login, account, password);
        if (known.isPresent()) {
            return known.get();
        }
        boolean right = turn.matches(account.map(Account::passwordHash), password);
        if (account.isEmpty() || !right) {
            return refuse(login, account, address);
        }
        remembered.remember(account.get().userId(), account.get().version(), password);
        if (account.get().active()) {
            accounts.succeeded(login, account.get(), address);
        }
        return letIn(account.get());
    }

    private SignInResult refuse(LoginName login, Optional<Account> account, String address) {
        boolean locked = accounts.failed(login, account, address).failures() == 0;
        LOG.atInfo()
                .addKeyValue("user", account.map(Account::userId).orElse("unknown"))
                .addKeyValue("locked", locked)
                .log("sign_in.failed");
        return new WrongCredentials();
    }

    static SignInResult letIn(Account account) {
        return switch (account.state()) {
            case OPEN -> new SignedIn(account.actor());
            case CLOSED -> new Deactivated();
            case DELETED -> new SignInResult.Deleted();
        };
    }
}

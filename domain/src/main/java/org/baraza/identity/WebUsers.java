// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.credentials.PasswordRules;
import org.baraza.identity.credentials.Passwords;
import org.baraza.identity.credentials.Secrets;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Accounts of people who sign in to the web. An account opens nothing by itself; memberships do. */
public final class WebUsers {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_EMAIL = 254;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final WebUserStore store = new WebUserStore();
    private final EventStore events = new EventStore();

    public WebUsers(Transactions transactions, Accounts accounts, Passwords passwords, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes an account. Not for callers from outside: who may have an account is not decided here. */
    public WebProfile create(NewWebUser user) {
        return create(user, PasswordRules.brokenByWebUser(LoginName.normal(user.email()), user.password()));
    }

    /** As {@link #create(NewWebUser)}, with a password that whoever runs the server chose. */
    WebProfile createForOperator(NewWebUser user) {
        return create(user, PasswordRules.brokenByOperator(LoginName.normal(user.email()), user.password()));
    }

    /**
     * Makes an account for somebody whom an identity provider vouched for. It has a password that nobody knows. Not for
     * callers from outside.
     */
    public WebProfile createVouched(String email, String firstName, String lastName) {
        return create(new NewWebUser(email, new Secrets().token(), firstName, lastName, false), List.of());
    }

    private WebProfile create(NewWebUser user, List<FieldError> brokenByPassword) {
        String username = LoginName.normal(user.email());
        refuse(Stream.concat(broken(user, username).stream(), brokenByPassword.stream())
                .toList());
        String hash = passwords.hash(user.password());
        String userId = UserIds.next();
        try {
            return transactions.writeAs(Visibility.login(username).and(Visibility.user(userId)), tx -> {
                accounts.changed(tx, new LoginName.Web(username));
                events.add(tx, username, userId, "account.created", "");
                return store.insert(tx, userId, user, username, hash, clock.instant());
            });
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(
                        Problem.Invalid.field("email", "USERNAME_TAKEN", "There is an account of that name."));
            }
            throw failure;
        }
    }

    public Optional<WebProfile> profile(String userId) {
        return transactions.readAs(Visibility.user(userId), tx -> store.profile(tx, userId));
    }

    /** The user of that id, if her account is open. Not for callers from outside: nobody signed in. */
    public Optional<Standing> standing(String userId) {
        return transactions.readAs(Visibility.user(userId), tx -> store.standing(tx, userId));
    }

    /** The user with that e-mail address, as she acts herself. Not for callers from outside: nobody signed in. */
    public Optional<WebUser> actor(String email) {
        String username = LoginName.normal(email);
        return transactions
                .readAs(Visibility.login(username), tx -> store.idOf(tx, username))
                .flatMap(this::profile)
                .map(user -> new WebUser(user.userId(), user.username(), user.canCreateProjects(), Optional.empty()));
    }

    /** Whether there is an account with that e-mail address. */
    public boolean exists(String email) {
        String username = LoginName.normal(email);
        return transactions
                .readAs(Visibility.login(username), tx -> store.idOf(tx, username))
                .isPresent();
    }

    /** Sets another password for somebody who knows the present one; ends all her sign-ins and sessions. */
    public void changePassword(WebUser who, String present, String next) {
        refuse(PasswordRules.brokenByWebUser(who.username(), next));
        Visibility hers = Visibility.user(who.userId());
        Optional<String> kept = transactions.readAs(hers, tx -> store.passwordHash(tx, who.userId()));
        if (!passwords.inTurn(turn -> turn.matches(kept, present))) {
            throw new Refused(Problem.Invalid.field("present", "PASSWORD_WRONG", "The present password is another."));
        }
        String hash = passwords.hash(next);
        transactions.writingAs(hers, tx -> {
            accounts.changed(tx, new LoginName.Web(who.username()));
            store.setPassword(tx, who.userId(), hash);
            events.add(tx, who.username(), who.userId(), "password.changed", "");
        });
    }

    /** Closes an account, or opens it again; ends all its sign-ins and sessions. */
    public void setActive(WebProfile user, boolean active) {
        transactions.writingAs(Visibility.user(user.userId()), tx -> {
            accounts.changed(tx, new LoginName.Web(user.username()));
            store.setActive(tx, user.userId(), active);
            events.add(tx, user.username(), user.userId(), active ? "account.activated" : "account.deactivated", "");
        });
    }

    /** Whether it can be the address of a web user. */
    static boolean isEmail(String username) {
        return EMAIL.matcher(username).matches()
                && username.length() <= LONGEST_EMAIL
                && !username.endsWith(LoginName.WORKER_HOST);
    }

    private static List<FieldError> broken(NewWebUser user, String username) {
        List<FieldError> errors = new ArrayList<>();
        if (!isEmail(username)) {
            errors.add(new FieldError("email", "EMAIL_INVALID", "This is not an e-mail address."));
        }
        String names = user.firstName() + user.lastName();
        if (names.length() > LONGEST_NAME || !TextRules.isPlain(names)) {
            errors.add(new FieldError("firstName", "NAME_INVALID", "Names have at most 150 printable letters."));
        }
        return errors;
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

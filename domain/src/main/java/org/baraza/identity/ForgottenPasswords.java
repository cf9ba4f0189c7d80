// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.credentials.PasswordRules;
import org.baraza.identity.credentials.Passwords;
import org.baraza.identity.credentials.Secrets;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * New passwords for web users who forgot theirs, by a link in a mail. Whoever asks is never told whether there is such an
 * account. The link opens no session: who has a second factor still shows it.
 */
public final class ForgottenPasswords {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 3;

    private final Transactions transactions;
    private final Accounts accounts;
    private final WebUsers users;
    private final Passwords passwords;
    private final Mailer mailer;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final PasswordResetStore store = new PasswordResetStore();
    private final WebUserStore accountStore = new WebUserStore();
    private final EventStore events = new EventStore();

    public ForgottenPasswords(
            Transactions transactions,
            Accounts accounts,
            WebUsers users,
            Passwords passwords,
            Mailer mailer,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Whether a link can be mailed at all. */
    public boolean helps() {
        return mailer.home().isPresent();
    }

    /** Mails a link, if there is such an account and not too many were asked for. */
    public void ask(String email, String address) {
        Optional<String> home = mailer.home();
        Optional<WebUser> user = home.isEmpty() ? Optional.empty() : users.actor(email);
        user.ifPresent(who -> prepared(who, address)
                .ifPresent(secret -> mailer.send(
                        new Mail(
                                who.username(),
                                "A new password for Baraza",
                                "Somebody, probably you, asked for a new password for " + who.username()
                                        + ".\n\nOpen this link within an hour to set one:\n\n"
                                        + home.orElseThrow() + "/app/reset-password#" + who.userId() + "." + secret
                                        + "\n\nIf it was not you, do nothing: your password stays.\n"),
                        went -> {})));
    }

    private Optional<String> prepared(WebUser who, String address) {
        String secret = secrets.token();
        return transactions.writeAs(Visibility.user(who.userId()), tx -> {
            Instant now = clock.instant();
            if (store.since(tx, who.userId(), now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
                return Optional.empty();
            }
            store.add(tx, who.userId(), Secrets.digest(secret), now, now.plus(LIFE));
            events.add(tx, who.username(), who.userId(), "password.reset_asked", address);
            return Optional.of(secret);
        });
    }

    /** Sets the password of whoever holds the link; ends all her sign-ins and sessions, and the lock. */
    public void set(String userId, String secret, String next, String address) {
        Visibility hers = Visibility.user(userId);
        WebProfile profile = users.profile(userId).orElseThrow(ForgottenPasswords::unknown);
        byte[] hash = Secrets.digest(secret);
        if (!transactions.readAs(hers, tx -> store.isLive(tx, userId, hash, clock.instant()))) {
            throw unknown();
        }
        var broken = PasswordRules.brokenByWebUser(profile.username(), next);
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
        String kept = passwords.hash(next);
        transactions.writingAs(hers, tx -> {
            if (!store.use(tx, userId, hash, clock.instant())) {
                throw unknown();
            }
            accounts.changed(tx, new LoginName.Web(profile.username()));
            accountStore.setPassword(tx, userId, kept);
            events.add(tx, profile.username(), userId, "password.reset", address);
        });
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("link"));
    }
}

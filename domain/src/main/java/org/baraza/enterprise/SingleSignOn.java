// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.enterprise.Capture.Listed;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Invitations;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Who is led to an identity provider, and who is let in by its word (spec: SSO for enterprises). */
public final class SingleSignOn {
    /** Codes of the refusals. */
    public static final String PROVIDER_OFF = "PROVIDER_OFF";

    public static final String EMAIL_UNVERIFIED = "EMAIL_UNVERIFIED";
    public static final String EMAIL_ELSEWHERE = "EMAIL_ELSEWHERE";
    public static final String NOT_INVITED = "NOT_INVITED";
    public static final String ACCOUNT_CLOSED = "ACCOUNT_CLOSED";
    public static final String OPERATORS_BY_PASSWORD = "OPERATORS_BY_PASSWORD";

    private final Transactions transactions;
    private final KnownProviders known;
    private final WebUsers users;
    private final Invitations invitations;
    private final AccountBook book;
    private final Clock clock;
    private final AccountEventStore events = new AccountEventStore();
    private final ProviderStore providers = new ProviderStore();

    public SingleSignOn(
            Transactions transactions,
            KnownProviders known,
            WebUsers users,
            Invitations invitations,
            AccountBook book,
            Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.users = users;
        this.invitations = invitations;
        this.book = book;
        this.clock = clock;
    }

    /** How whoever types this address is to sign in. Tells nothing about whether she has an account. */
    public Way way(String typed) {
        String email = normal(typed);
        return known.speakingFor(ProviderRules.domainOf(email))
                .filter(provider -> Capture.must(provider, listed(provider, email)) && !isOperator(email))
                .<Way>map(provider -> new Way.Provider(provider.slug(), provider.name()))
                .orElseGet(Way.Password::new);
    }

    private Listed listed(IdentityProvider provider, String email) {
        return transactions.readAs(Visibility.login(email), tx -> providers.listed(tx, provider.providerId(), email));
    }

    /** Those who run the server are nobody's people. */
    private boolean isOperator(String email) {
        return users.actor(email).filter(WebUser::canCreateProjects).isPresent();
    }

    /** The provider of an address, if it is turned on. */
    public Optional<IdentityProvider> provider(String slug) {
        return known.named(slug).filter(IdentityProvider::active);
    }

    /** The provider that brought about a session of the caller's; empty when it speaks for her no more. */
    public Optional<IdentityProvider> ofSession(UUID provider, WebUser holder) {
        return known.speakingFor(ProviderRules.domainOf(holder.username()))
                .filter(speaking -> speaking.providerId().equals(provider));
    }

    /**
     * The account of somebody whom a provider vouched for. Who has none gets one if a project invited her, and is in that
     * project then; anybody else is refused, and the refusal says why.
     */
    public WebUser settle(IdentityProvider provider, Vouched person, Invitations.Welcome welcome, String address) {
        String email = normal(person.email());
        try {
            WebUser user = judged(provider, email, person, welcome);
            transactions.writingAs(
                    Visibility.user(user.userId()),
                    tx -> book.record(
                            tx, user.userId(), "sign_in.vouched_for", Map.of("provider", provider.slug()), address));
            note(provider, "sign_in.succeeded", Map.of("username", email, "address", address));
            return user;
        } catch (Refused refused) {
            note(
                    provider,
                    "sign_in.refused",
                    Map.of(
                            "username",
                            email,
                            "address",
                            address,
                            "why",
                            refused.problem().code()));
            throw refused;
        }
    }

    /** In the book of the provider's account. */
    private void note(IdentityProvider provider, String action, Map<String, String> detail) {
        transactions.writingAs(
                Visibility.account(provider.accountId()),
                tx -> events.add(tx, provider.accountId(), "", provider.slug(), action, detail, clock.instant()));
    }

    private WebUser judged(IdentityProvider provider, String email, Vouched person, Invitations.Welcome welcome) {
        if (!provider.active()) {
            throw refused(PROVIDER_OFF, "This single sign-on is turned off.");
        }
        if (email.isEmpty() || !person.verified()) {
            throw refused(EMAIL_UNVERIFIED, "The identity provider did not say that the e-mail address is yours.");
        }
        if (known.speakingFor(ProviderRules.domainOf(email))
                .filter(speaking -> speaking.providerId().equals(provider.providerId()))
                .isEmpty()) {
            throw refused(EMAIL_ELSEWHERE, "The identity provider does not speak for your e-mail domain.");
        }
        if (!Capture.may(provider, listed(provider, email))) {
            throw refused(PROVIDER_OFF, "This single sign-on is being tried out, and not by you.");
        }
        WebUser user = users.actor(email).orElseGet(() -> newcomer(email, person, welcome));
        if (user.canCreateProjects()) {
            throw refused(OPERATORS_BY_PASSWORD, "Whoever runs the server signs in with a password.");
        }
        if (users.standing(user.userId()).isEmpty()) {
            throw refused(ACCOUNT_CLOSED, "Your account is closed.");
        }
        return user;
    }

    private WebUser newcomer(String email, Vouched person, Invitations.Welcome welcome) {
        if (!invitations.awaits(email)) {
            throw refused(NOT_INVITED, "You have no account here yet, and no project invited you.");
        }
        var made = users.createVouched(email, person.firstName(), person.lastName());
        WebUser user = new WebUser(made.userId(), made.username(), false, Optional.empty());
        invitations.acceptVouched(user, welcome);
        return user;
    }

    private static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
    }

    private static Refused refused(String code, String message) {
        return new Refused(new Problem.Barred(code, message));
    }
}

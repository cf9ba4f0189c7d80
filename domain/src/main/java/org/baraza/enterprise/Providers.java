// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Sessions;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.vault.Vault;

/** The identity providers of an account, for its administrators. */
public final class Providers {
    private static final int MOST = 20;

    private final Transactions transactions;
    private final Vault vault;
    private final Sessions sessions;
    private final KnownProviders known;
    private final Discovery discovery;
    private final Clock clock;
    private final EnterpriseBook book;
    private final ProviderStore store = new ProviderStore();

    public Providers(
            Transactions transactions,
            Vault vault,
            Sessions sessions,
            KnownProviders known,
            Discovery discovery,
            Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.sessions = sessions;
        this.known = known;
        this.discovery = discovery;
        this.clock = clock;
        this.book = new EnterpriseBook(clock);
    }

    /** By slug. */
    public List<IdentityProvider> of(AccountAccess who) {
        return transactions.readAs(Visibility.account(who.accountId()), tx -> store.of(tx, who.accountId()));
    }

    /** Makes one that is turned off. */
    public IdentityProvider create(AccountAccess who, ProviderWish wanted) {
        ProviderWish wish = settled(wanted, true);
        UUID id = UUID.randomUUID();
        try {
            return transactions.writeAs(Visibility.account(who.accountId()), tx -> {
                if (store.of(tx, who.accountId()).size() >= MOST) {
                    throw new Refused(
                            new Problem.Conflict("PROVIDERS_TOO_MANY", "An account has at most " + MOST + " of them."));
                }
                known.changed(tx);
                store.insert(tx, id, who.accountId(), wish, sealed(id, wish.secret()), clock.instant());
                book.record(tx, who, "provider.created", Map.of("provider", wish.slug(), "issuer", wish.issuer()));
                return found(tx, id);
            });
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(Problem.Invalid.field(
                        "slug", "SLUG_TAKEN", "Another identity provider has this name in addresses."));
            }
            throw failure;
        }
    }

    /** Changes everything but its slug. */
    public IdentityProvider update(AccountAccess who, UUID id, ProviderWish wanted) {
        ProviderWish wish = settled(wanted, false);
        IdentityProvider changed = transactions.writeAs(Visibility.account(who.accountId()), tx -> {
            IdentityProvider before = found(tx, id);
            byte[] secret = wish.secret().isEmpty()
                    ? store.sealedSecret(tx, id).orElseThrow(Providers::unknown)
                    : sealed(id, wish.secret());
            known.changed(tx);
            store.update(tx, id, wish, secret, clock.instant());
            book.record(
                    tx,
                    who,
                    "provider.changed",
                    Map.of(
                            "provider",
                            before.slug(),
                            "issuer",
                            wish.issuer(),
                            "enforcement",
                            wish.enforcement().wireName(),
                            "testers",
                            String.join(" ", wish.testers()),
                            "exempt",
                            String.join(" ", wish.exempt()),
                            "secret",
                            wish.secret().isEmpty() ? "kept" : "replaced"));
            return found(tx, id);
        });
        // Whom it vouched for until now may not be whom it vouches for from now on.
        sessions.closeAllOf(id);
        return changed;
    }

    /** Lets it vouch for people, or not; turned off, it ends every session that it brought about. */
    public IdentityProvider setActive(AccountAccess who, UUID id, boolean active) {
        IdentityProvider changed = transactions.writeAs(Visibility.account(who.accountId()), tx -> {
            IdentityProvider before = found(tx, id);
            known.changed(tx);
            store.setActive(tx, id, active, clock.instant());
            book.record(
                    tx, who, active ? "provider.turned_on" : "provider.turned_off", Map.of("provider", before.slug()));
            return found(tx, id);
        });
        if (!active) {
            sessions.closeAllOf(id);
        }
        return changed;
    }

    /** Why nobody could sign in with it; empty when it answers as it should. */
    public Optional<String> test(AccountAccess who, UUID id) {
        IdentityProvider provider = transactions.readAs(Visibility.account(who.accountId()), tx -> found(tx, id));
        Optional<String> fault = discovery.fault(provider);
        transactions.writingAs(
                Visibility.account(who.accountId()),
                tx -> book.record(
                        tx,
                        who,
                        "provider.tested",
                        Map.of("provider", provider.slug(), "result", fault.isEmpty() ? "good" : "bad")));
        return fault;
    }

    /** What the provider knows this server by, for the moment in which it is shown. Not for callers from outside. */
    public String secret(IdentityProvider provider) {
        byte[] kept = transactions
                .readAs(Visibility.provider(provider.slug()), tx -> store.sealedSecret(tx, provider.providerId()))
                .orElseThrow(Providers::unknown);
        return new String(vault.open(kept, purpose(provider.providerId())), StandardCharsets.UTF_8);
    }

    private static ProviderWish settled(ProviderWish wanted, boolean isNew) {
        ProviderWish wish = new ProviderWish(
                wanted.name(),
                wanted.slug().strip(),
                wanted.issuer().strip(),
                wanted.clientId(),
                wanted.secret().strip(),
                wanted.enforcement(),
                ProviderRules.settled(wanted.testers()),
                ProviderRules.settled(wanted.exempt()));
        var broken = ProviderRules.broken(wish, isNew);
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
        return wish;
    }

    private byte[] sealed(UUID id, String secret) {
        return vault.seal(secret.getBytes(StandardCharsets.UTF_8), purpose(id));
    }

    private static String purpose(UUID id) {
        return "identity provider " + id;
    }

    private IdentityProvider found(Tx tx, UUID id) {
        return store.find(tx, id).orElseThrow(Providers::unknown);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("identity provider"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;

/**
 * The identity providers as the sign-in page needs them, seconds old at most; on the node that changed one, the change is
 * known at once. Their lists of people are not remembered.
 */
public final class KnownProviders {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 20_000;

    private final Transactions transactions;
    private final EmailDomainStore domains = new EmailDomainStore();
    private final ProviderStore providers = new ProviderStore();
    private final ShortMemory<String, Optional<IdentityProvider>> ofDomains;
    private final ShortMemory<String, Optional<IdentityProvider>> ofSlugs;

    public KnownProviders(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.ofDomains = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
        this.ofSlugs = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Who speaks for the people of an e-mail domain. */
    Optional<IdentityProvider> speakingFor(String domain) {
        return ProviderRules.isDomain(domain)
                ? ofDomains.get(
                        domain,
                        name -> transactions.readAs(
                                Visibility.emailDomain(name),
                                tx -> domains.providerOf(tx, name).flatMap(id -> providers.plain(tx, id))))
                : Optional.empty();
    }

    Optional<IdentityProvider> named(String slug) {
        return ProviderRules.isSlug(slug)
                ? ofSlugs.get(
                        slug, name -> transactions.readAs(Visibility.provider(name), tx -> providers.named(tx, name)))
                : Optional.empty();
    }

    /** For every transaction that changes a provider or a domain. */
    void changed(Tx tx) {
        tx.afterCommit(ofDomains::forgetAll);
        tx.afterCommit(ofSlugs::forgetAll);
    }
}

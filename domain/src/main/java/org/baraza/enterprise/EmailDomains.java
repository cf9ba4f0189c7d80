// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.credentials.Secrets;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The e-mail domains of an account. Anybody may claim one; it leads people to a provider only once it said itself, in a TXT
 * record, that it is the account's, or whoever runs the server found out otherwise.
 */
public final class EmailDomains {
    /** What stands before the challenge in the TXT record. */
    public static final String RECORD = "baraza-domain-verification=";

    private static final int MOST = 100;

    private final Transactions transactions;
    private final KnownProviders known;
    private final DnsTexts texts;
    private final Clock clock;
    private final EnterpriseBook book;
    private final Secrets secrets = new Secrets();
    private final EmailDomainStore store = new EmailDomainStore();
    private final ProviderStore providers = new ProviderStore();

    public EmailDomains(Transactions transactions, KnownProviders known, DnsTexts texts, Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.texts = texts;
        this.clock = clock;
        this.book = new EnterpriseBook(clock);
    }

    public List<EmailDomain> of(AccountAccess who) {
        return transactions.readAs(Visibility.account(who.accountId()), tx -> store.of(tx, who.accountId()));
    }

    /** Claims a domain for a provider. */
    public EmailDomain add(AccountAccess who, UUID provider, String wanted) {
        String domain = wanted.strip().toLowerCase(Locale.ROOT);
        if (!ProviderRules.isDomain(domain)) {
            throw invalid("DOMAIN_INVALID", "This is no e-mail domain; write it as example.org.");
        }
        return transactions.writeAs(Visibility.account(who.accountId()), tx -> {
            if (providers.find(tx, provider).isEmpty()) {
                throw new Refused(new Problem.NotFound("identity provider"));
            }
            if (store.of(tx, who.accountId()).size() >= MOST) {
                throw new Refused(new Problem.Conflict("DOMAINS_TOO_MANY", "An account has at most " + MOST + "."));
            }
            if (!store.insert(tx, who.accountId(), domain, provider, secrets.key())) {
                throw invalid("DOMAIN_TAKEN", "The account has this domain already.");
            }
            book.record(tx, who, "email_domain.added", Map.of("domain", domain));
            return found(tx, who.accountId(), domain);
        });
    }

    /** Its people sign in with their passwords from then on. */
    public void remove(AccountAccess who, String domain) {
        transactions.writingAs(Visibility.account(who.accountId()), tx -> {
            found(tx, who.accountId(), domain);
            known.changed(tx);
            store.delete(tx, who.accountId(), domain);
            book.record(tx, who, "email_domain.removed", Map.of("domain", domain));
        });
    }

    /** Asks the domain itself. */
    public EmailDomain prove(AccountAccess who, String domain) {
        EmailDomain claimed =
                transactions.readAs(Visibility.account(who.accountId()), tx -> found(tx, who.accountId(), domain));
        if (!texts.of(domain).contains(RECORD + claimed.challenge())) {
            throw new Refused(
                    new Problem.Conflict(
                            "DOMAIN_UNPROVED",
                            "The domain has no such TXT record yet. A new record may take an hour until it is seen everywhere."));
        }
        return proved(who, domain, "dns");
    }

    /** For whoever runs the server, who knows of the domain otherwise. */
    public EmailDomain approve(WebUser operator, UUID account, String domain) {
        Operators.require(operator);
        return proved(new AccountAccess(account, operator), domain, operator.username());
    }

    private EmailDomain proved(AccountAccess who, String domain, String by) {
        try {
            return transactions.writeAs(Visibility.account(who.accountId()), tx -> {
                found(tx, who.accountId(), domain);
                known.changed(tx);
                store.prove(tx, who.accountId(), domain, by, clock.instant());
                book.record(tx, who, "email_domain.proved", Map.of("domain", domain, "by", by));
                return found(tx, who.accountId(), domain);
            });
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(
                        new Problem.Conflict("DOMAIN_ELSEWHERE", "Another account proved this domain before."));
            }
            throw failure;
        }
    }

    private EmailDomain found(Tx tx, UUID account, String domain) {
        return store.find(tx, account, domain).orElseThrow(() -> new Refused(new Problem.NotFound("e-mail domain")));
    }

    private static Refused invalid(String code, String message) {
        return new Refused(Problem.Invalid.field("domain", code, message));
    }
}

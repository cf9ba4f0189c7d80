// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.baraza.persistence.schema.enterprise.Tables.EMAIL_DOMAIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.schema.enterprise.tables.records.EmailDomainRecord;
import org.baraza.persistence.tenancy.Tx;

/** E-mail domains that accounts claim. */
final class EmailDomainStore {

    List<EmailDomain> of(Tx tx, UUID account) {
        return tx.sql()
                .selectFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ACCOUNT_ID.eq(account))
                .orderBy(EMAIL_DOMAIN.EMAIL_DOMAIN_)
                .fetch(EmailDomainStore::domain);
    }

    Optional<EmailDomain> find(Tx tx, UUID account, String domain) {
        return tx.sql()
                .selectFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ACCOUNT_ID.eq(account))
                .and(EMAIL_DOMAIN.EMAIL_DOMAIN_.eq(domain))
                .fetchOptional(EmailDomainStore::domain);
    }

    /** Who speaks for a domain, by email_domain_proved. */
    Optional<UUID> providerOf(Tx tx, String domain) {
        return tx.sql()
                .select(EMAIL_DOMAIN.PROVIDER_ID)
                .from(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.EMAIL_DOMAIN_.eq(domain))
                .and(EMAIL_DOMAIN.PROVED_AT.isNotNull())
                .fetchOptional(EMAIL_DOMAIN.PROVIDER_ID);
    }

    /** False when the account has it already. */
    boolean insert(Tx tx, UUID account, String domain, UUID provider, String challenge) {
        return tx.sql()
                        .insertInto(EMAIL_DOMAIN)
                        .set(EMAIL_DOMAIN.ACCOUNT_ID, account)
                        .set(EMAIL_DOMAIN.EMAIL_DOMAIN_, domain)
                        .set(EMAIL_DOMAIN.PROVIDER_ID, provider)
                        .set(EMAIL_DOMAIN.CHALLENGE, challenge)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void prove(Tx tx, UUID account, String domain, String by, Instant now) {
        tx.sql()
                .update(EMAIL_DOMAIN)
                .set(EMAIL_DOMAIN.PROVED_AT, now)
                .set(EMAIL_DOMAIN.PROVED_BY, by)
                .where(EMAIL_DOMAIN.ACCOUNT_ID.eq(account))
                .and(EMAIL_DOMAIN.EMAIL_DOMAIN_.eq(domain))
                .execute();
    }

    void delete(Tx tx, UUID account, String domain) {
        tx.sql()
                .deleteFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ACCOUNT_ID.eq(account))
                .and(EMAIL_DOMAIN.EMAIL_DOMAIN_.eq(domain))
                .execute();
    }

    private static EmailDomain domain(EmailDomainRecord row) {
        return new EmailDomain(
                row.getEmailDomain(),
                row.getProviderId(),
                row.getChallenge(),
                Optional.ofNullable(row.getProvedAt()),
                Optional.ofNullable(row.getProvedBy()));
    }
}

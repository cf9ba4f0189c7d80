// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.baraza.persistence.schema.enterprise.Tables.LISTED_USER;
import static org.baraza.persistence.schema.enterprise.Tables.PROVIDER;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.enterprise.Capture.Listed;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.persistence.schema.enterprise.tables.records.ProviderRecord;
import org.baraza.persistence.tenancy.Tx;

/** Identity providers, and whom they treat otherwise. */
final class ProviderStore {
    private static final String TEST = "test";
    private static final String EXEMPT = "exempt";

    /** By provider_by_account. */
    List<IdentityProvider> of(Tx tx, UUID account) {
        return tx
                .sql()
                .selectFrom(PROVIDER)
                .where(PROVIDER.ACCOUNT_ID.eq(account))
                .orderBy(PROVIDER.SLUG)
                .fetch()
                .stream()
                .map(row -> withLists(tx, row))
                .toList();
    }

    Optional<IdentityProvider> find(Tx tx, UUID provider) {
        return tx.sql()
                .selectFrom(PROVIDER)
                .where(PROVIDER.PROVIDER_ID.eq(provider))
                .fetchOptional(row -> withLists(tx, row));
    }

    /** Without its lists, which are its account's own. */
    Optional<IdentityProvider> named(Tx tx, String slug) {
        return tx.sql()
                .selectFrom(PROVIDER)
                .where(PROVIDER.SLUG.eq(slug))
                .fetchOptional(row -> provider(row, List.of(), List.of()));
    }

    /** Without its lists, as {@link #named}. */
    Optional<IdentityProvider> plain(Tx tx, UUID provider) {
        return tx.sql()
                .selectFrom(PROVIDER)
                .where(PROVIDER.PROVIDER_ID.eq(provider))
                .fetchOptional(row -> provider(row, List.of(), List.of()));
    }

    Optional<byte[]> sealedSecret(Tx tx, UUID provider) {
        return tx.sql()
                .select(PROVIDER.SEALED_SECRET)
                .from(PROVIDER)
                .where(PROVIDER.PROVIDER_ID.eq(provider))
                .fetchOptional(PROVIDER.SEALED_SECRET);
    }

    Listed listed(Tx tx, UUID provider, String username) {
        List<String> lists = tx.sql()
                .select(LISTED_USER.LIST)
                .from(LISTED_USER)
                .where(LISTED_USER.PROVIDER_ID.eq(provider))
                .and(LISTED_USER.LIST.in(TEST, EXEMPT))
                .and(LISTED_USER.USERNAME.eq(username))
                .fetch(LISTED_USER.LIST);
        return new Listed(lists.contains(TEST), lists.contains(EXEMPT));
    }

    void insert(Tx tx, UUID id, UUID account, ProviderWish wish, byte[] sealedSecret, Instant now) {
        tx.sql()
                .insertInto(PROVIDER)
                .set(PROVIDER.PROVIDER_ID, id)
                .set(PROVIDER.ACCOUNT_ID, account)
                .set(PROVIDER.NAME, wish.name().strip())
                .set(PROVIDER.SLUG, wish.slug())
                .set(PROVIDER.ISSUER, wish.issuer())
                .set(PROVIDER.CLIENT_ID, wish.clientId().strip())
                .set(PROVIDER.SEALED_SECRET, sealedSecret)
                .set(PROVIDER.ENFORCEMENT, wish.enforcement().wireName())
                .set(PROVIDER.CREATED_AT, now)
                .set(PROVIDER.CHANGED_AT, now)
                .execute();
        putLists(tx, id, wish);
    }

    void update(Tx tx, UUID id, ProviderWish wish, byte[] sealedSecret, Instant now) {
        tx.sql()
                .update(PROVIDER)
                .set(PROVIDER.NAME, wish.name().strip())
                .set(PROVIDER.ISSUER, wish.issuer())
                .set(PROVIDER.CLIENT_ID, wish.clientId().strip())
                .set(PROVIDER.SEALED_SECRET, sealedSecret)
                .set(PROVIDER.ENFORCEMENT, wish.enforcement().wireName())
                .set(PROVIDER.CHANGED_AT, now)
                .where(PROVIDER.PROVIDER_ID.eq(id))
                .execute();
        tx.sql().deleteFrom(LISTED_USER).where(LISTED_USER.PROVIDER_ID.eq(id)).execute();
        putLists(tx, id, wish);
    }

    private static void putLists(Tx tx, UUID id, ProviderWish wish) {
        put(tx, id, TEST, wish.testers());
        put(tx, id, EXEMPT, wish.exempt());
    }

    private static void put(Tx tx, UUID id, String list, List<String> usernames) {
        if (!usernames.isEmpty()) {
            tx.sql()
                    .insertInto(LISTED_USER, LISTED_USER.PROVIDER_ID, LISTED_USER.LIST, LISTED_USER.USERNAME)
                    .valuesOfRows(usernames.stream()
                            .map(username -> row(id, list, username))
                            .toList())
                    .execute();
        }
    }

    void setActive(Tx tx, UUID id, boolean active, Instant now) {
        tx.sql()
                .update(PROVIDER)
                .set(PROVIDER.ACTIVE, active)
                .set(PROVIDER.CHANGED_AT, now)
                .where(PROVIDER.PROVIDER_ID.eq(id))
                .execute();
    }

    private static IdentityProvider withLists(Tx tx, ProviderRecord row) {
        return provider(row, list(tx, row.getProviderId(), TEST), list(tx, row.getProviderId(), EXEMPT));
    }

    private static List<String> list(Tx tx, UUID provider, String list) {
        return tx.sql()
                .select(LISTED_USER.USERNAME)
                .from(LISTED_USER)
                .where(LISTED_USER.PROVIDER_ID.eq(provider))
                .and(LISTED_USER.LIST.eq(list))
                .orderBy(LISTED_USER.USERNAME)
                .fetch(LISTED_USER.USERNAME);
    }

    private static IdentityProvider provider(ProviderRecord row, List<String> testers, List<String> exempt) {
        return new IdentityProvider(
                row.getProviderId(),
                row.getAccountId(),
                row.getName(),
                row.getSlug(),
                row.getIssuer(),
                row.getClientId(),
                row.getActive(),
                Enforcement.ofWireName(row.getEnforcement()),
                testers,
                exempt,
                row.getCreatedAt(),
                row.getChangedAt());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Standing;
import org.baraza.identity.WebUsers;
import org.baraza.identity.credentials.Secrets;
import org.baraza.oauth.Grant.Kind;
import org.baraza.oauth.Grant.Secret;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;

/** Keeps what programs were granted, on all nodes at once: nothing is remembered here. */
public final class Grants {
    /** How long a user may think about a question. */
    private static final Duration QUESTION = Duration.ofMinutes(30);

    private final Transactions transactions;
    private final WebUsers users;
    private final AccessTokens tokens;
    private final AccountBook book;
    private final Clock clock;
    private final GrantStore store = new GrantStore();

    public Grants(Transactions transactions, WebUsers users, AccessTokens tokens, AccountBook book, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.tokens = tokens;
        this.book = book;
        this.clock = clock;
    }

    /**
     * The grant to which a secret belongs, whether it is still good or not; empty when there is none, or when something
     * ended the sign-ins of its user since. A refresh token that was spent before ends its grant: two programs have it.
     */
    public Optional<Grant> find(Kind kind, String secret) {
        String hash = Secrets.hexDigest(secret);
        Optional<Grant> found = transactions
                .readAs(Visibility.token(hash), tx -> store.find(tx, kind, hash, clock.instant()))
                .map(GrantStore.Kept::grant)
                .filter(grant -> stands(grant).isPresent());
        if (found.isEmpty() && kind == Kind.REFRESH) {
            transactions
                    .readAs(Visibility.token(hash), tx -> store.spent(tx, hash))
                    .ifPresent(this::endReused);
        }
        return found;
    }

    private Optional<Standing> stands(Grant grant) {
        return users.standing(grant.userId()).filter(standing -> standing.version() == grant.credentialVersion());
    }

    /** How the account of somebody stands who is about to grant something. */
    public Optional<Standing> standing(String userId) {
        return users.standing(userId);
    }

    /**
     * Keeps a grant as it is now. When somebody else changed it since it was read, the same secret was used twice, and
     * the grant ends.
     *
     * @return whether it was kept
     */
    public boolean keep(Grant grant) {
        Instant now = clock.instant();
        Instant until = grant.lastExpiry().orElse(now.plus(QUESTION));
        return transactions.writeAs(Visibility.user(grant.userId()), tx -> {
            if (grant.version() == 0) {
                store.insert(tx, grant, now, until);
                bookIfGranted(tx, Optional.empty(), grant);
                return true;
            }
            Optional<Grant> before = store.lock(tx, grant.grantId());
            before.ifPresent(kept -> tokens.ended(tx, kept));
            if (before.isEmpty() || before.get().version() != grant.version()) {
                end(tx, grant.grantId(), grant.userId());
                return false;
            }
            store.update(tx, grant, now, until);
            replaced(before.get(), grant).ifPresent(spent -> store.spend(tx, grant, spent.hash()));
            bookIfGranted(tx, before, grant);
            return true;
        });
    }

    private static Optional<Secret> replaced(Grant before, Grant after) {
        return before.refresh()
                .filter(old -> after.refresh()
                        .filter(now -> now.hash().equals(old.hash()))
                        .isEmpty());
    }

    /** Written down once: when the program got its first token. */
    private void bookIfGranted(Tx tx, Optional<Grant> before, Grant after) {
        boolean first =
                before.flatMap(Grant::access).isEmpty() && after.access().isPresent();
        if (first && after.flow() == Grant.Flow.AUTHORIZATION_CODE) {
            book(tx, after.userId(), "oauth.granted", after.clientId(), String.join(" ", after.scopes()));
        } else if (isRevoked(after) && before.filter(Grants::isRevoked).isEmpty()) {
            book(tx, after.userId(), "oauth.token_revoked", after.clientId(), String.join(" ", after.scopes()));
        }
    }

    private static boolean isRevoked(Grant grant) {
        return grant.access().filter(Secret::ended).isPresent()
                && grant.refresh().map(Secret::ended).orElse(true);
    }

    /** Ends a grant that nobody needs any more, such as one that was refused. */
    public void remove(Grant grant) {
        transactions.writingAs(Visibility.user(grant.userId()), tx -> {
            store.lock(tx, grant.grantId()).ifPresent(kept -> tokens.ended(tx, kept));
            store.delete(tx, grant.grantId());
        });
    }

    private void endReused(GrantStore.Spent spent) {
        transactions.writingAs(Visibility.user(spent.userId()), tx -> {
            store.lock(tx, spent.grantId()).ifPresent(kept -> tokens.ended(tx, kept));
            end(tx, spent.grantId(), spent.userId());
        });
    }

    private void end(Tx tx, UUID grantId, String userId) {
        Optional<Grant> kept = store.lock(tx, grantId);
        if (kept.isPresent() && store.delete(tx, grantId)) {
            book(tx, userId, "oauth.token_reused", kept.get().clientId(), "");
        }
    }

    private void book(Tx tx, String userId, String action, String clientId, String scopes) {
        Map<String, String> what = Map.of("client", clientId);
        book.record(tx, userId, action, scopes.isEmpty() ? what : Map.of("client", clientId, "scopes", scopes));
    }

    /** Deletes grants that are over; any number of nodes may do so at once. */
    public void sweep() {
        int most = 1000;
        int swept;
        do {
            swept = transactions.writeAs(Visibility.server("oauth"), tx -> store.deleteOver(tx, clock.instant(), most));
        } while (swept == most);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Standing;
import org.baraza.identity.WebUsers;
import org.baraza.identity.credentials.Secrets;
import org.baraza.memory.ShortMemory;
import org.baraza.oauth.Application.Bond;
import org.baraza.oauth.Grant.Flow;
import org.baraza.oauth.Grant.Kind;
import org.baraza.oauth.Grant.Secret;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;

/**
 * Lets programs in that show an access token. What a token opens is remembered for a few seconds, less than the five
 * within which its end must be known on every node.
 */
public final class AccessTokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final Duration USE_GRAIN = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 50_000;
    private static final int LONGEST = 500;

    private final Transactions transactions;
    private final WebUsers users;
    private final Applications applications;
    private final Clock clock;
    private final GrantStore store = new GrantStore();
    private final ShortMemory<String, Optional<TokenHolder>> recent;

    public AccessTokens(Transactions transactions, WebUsers users, Applications applications, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.applications = applications;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Who shows this token; empty when it is over, was revoked, or never was. */
    public Optional<TokenHolder> holder(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        return recent.get(Secrets.hexDigest(token), this::find)
                .filter(holder -> holder.expiresAt().isAfter(clock.instant()));
    }

    private Optional<TokenHolder> find(String hash) {
        Instant now = clock.instant();
        return transactions
                .readAs(Visibility.token(hash), tx -> store.find(tx, Kind.ACCESS, hash, now))
                .flatMap(kept -> live(kept.grant()).map(holder -> {
                    markUsed(kept, now);
                    return holder;
                }));
    }

    private Optional<TokenHolder> live(Grant grant) {
        Optional<Secret> token = grant.access().filter(secret -> !secret.ended());
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return users.standing(grant.userId())
                .filter(standing -> standing.version() == grant.credentialVersion())
                .flatMap(standing -> acting(standing, grant))
                .map(user -> new TokenHolder(
                        grant.clientId(),
                        user,
                        Scope.ofWireNames(grant.accessScopes()),
                        token.get().expiresAt()));
    }

    /** As herself in everything but her account; a service only in its project and within its role. */
    private Optional<WebUser> acting(Standing standing, Grant grant) {
        if (grant.flow() == Flow.AUTHORIZATION_CODE) {
            return Optional.of(lent(standing, grant.onlyProject(), Optional.empty()));
        }
        return applications
                .find(grant.clientId())
                .flatMap(Application::bond)
                .map((Bond bond) -> lent(standing, Optional.of(bond.project()), Optional.of(bond.roleId())));
    }

    private static WebUser lent(Standing standing, Optional<ProjectId> project, Optional<UUID> role) {
        WebUser user = standing.user();
        return new WebUser(user.userId(), user.username(), false, project, role, false);
    }

    private void markUsed(GrantStore.Kept kept, Instant now) {
        if (kept.lastUsedAt().plus(USE_GRAIN).isBefore(now)) {
            Grant grant = kept.grant();
            transactions.writingAs(Visibility.user(grant.userId()), tx -> store.markUsed(tx, grant.grantId(), now));
        }
    }

    /** For every transaction that changes or ends a grant: this node must not remember it differently. */
    void ended(Tx tx, Grant grant) {
        grant.access().ifPresent(secret -> tx.afterCommit(() -> recent.forget(secret.hash())));
    }

    /** As {@link #ended}, when it is not known which. */
    void manyEnded(Tx tx) {
        tx.afterCommit(recent::forgetAll);
    }
}

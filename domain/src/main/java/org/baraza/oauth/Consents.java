// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Actor.WebUser;
import org.baraza.oauth.Grant.Kind;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What users let programs do for them. */
public final class Consents {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final Grants grants;
    private final Applications applications;
    private final AccessTokens tokens;
    private final AccountBook book;
    private final Clock clock;
    private final ConsentStore store = new ConsentStore();
    private final GrantStore grantStore = new GrantStore();

    public Consents(
            Transactions transactions,
            Grants grants,
            Applications applications,
            AccessTokens tokens,
            AccountBook book,
            Clock clock) {
        this.transactions = transactions;
        this.grants = grants;
        this.applications = applications;
        this.tokens = tokens;
        this.book = book;
        this.clock = clock;
    }

    /** Scopes that she agreed to before, by their names. */
    public Optional<Set<String>> scopes(String userId, String clientId) {
        return transactions.readAs(Visibility.user(userId), tx -> store.scopes(tx, userId, clientId));
    }

    public void agree(String userId, String clientId, Set<String> scopes) {
        transactions.writingAs(Visibility.user(userId), tx -> {
            store.put(tx, userId, clientId, scopes, clock.instant());
            book.record(
                    tx,
                    userId,
                    "oauth.consented",
                    Map.of("client", clientId, "scopes", String.join(" ", new java.util.TreeSet<>(scopes))));
        });
    }

    /** She does not want it any more, or said no this time; tokens that the program has stay until they are over. */
    public void withdraw(String userId, String clientId) {
        transactions.writingAs(Visibility.user(userId), tx -> store.delete(tx, userId, clientId));
    }

    /** The programs that act for the caller, the one she agreed to last first. */
    public List<Consent> of(WebUser who) {
        return transactions.readAs(Visibility.user(who.userId()), tx -> store.of(tx, who.userId(), MOST));
    }

    /** Ends all that a program was granted by the caller: here at once and elsewhere within seconds. */
    public void revoke(WebUser who, String clientId) {
        Lent.refuse(who);
        transactions.writingAs(Visibility.user(who.userId()), tx -> {
            tokens.manyEnded(tx);
            if (!store.delete(tx, who.userId(), clientId)) {
                throw new Refused(new Problem.NotFound("authorized application"));
            }
            grantStore.deleteOf(tx, who.userId(), clientId);
            book.record(tx, who.userId(), "oauth.revoked", Map.of("client", clientId));
        });
    }

    /**
     * A question that waits for the caller's answer.
     *
     * @param request as it came, in JSON
     */
    public record Question(Application application, Grant grant, String request) {}

    /** The question behind that state; empty when there is none, or it is for somebody else. */
    public Optional<Question> question(WebUser who, String state) {
        return grants.find(Kind.STATE, state)
                .filter(grant -> grant.userId().equals(who.userId()))
                .flatMap(grant -> applications
                        .find(grant.clientId())
                        .map(application ->
                                new Question(application, grant, grant.request().orElse("{}"))));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.WebProfile;
import org.baraza.identity.WebUsers;
import org.baraza.oauth.Grant.Kind;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What users let programs do for them. */
public final class Consents {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Transactions transactions;
    private final Grants grants;
    private final Applications applications;
    private final AccessTokens tokens;
    private final WebUsers users;
    private final Projects projects;
    private final AccountBook book;
    private final Clock clock;
    private final ConsentStore store = new ConsentStore();
    private final GrantStore grantStore = new GrantStore();

    public Consents(
            Transactions transactions,
            Grants grants,
            Applications applications,
            AccessTokens tokens,
            WebUsers users,
            Projects projects,
            AccountBook book,
            Clock clock) {
        this.transactions = transactions;
        this.grants = grants;
        this.applications = applications;
        this.tokens = tokens;
        this.users = users;
        this.projects = projects;
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
    public Page<Consent> of(WebUser who, PageRequest page) {
        return transactions.readAs(Visibility.user(who.userId()), tx -> store.page(tx, who.userId(), page));
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

    /** The question behind that state; empty when it is over, or for somebody else. */
    public Optional<Question> question(WebUser who, String state) {
        return grants.find(Kind.STATE, state)
                .filter(grant -> grant.userId().equals(who.userId()))
                .flatMap(grant -> applications.find(grant.clientId()).map(application -> question(grant, application)));
    }

    private Question question(Grant grant, Application application) {
        Asking asking = JSON.readValue(grant.request().orElse("{}"), Asking.class);
        return new Question(
                application.clientId(),
                application.name(),
                users.profile(application.ownerId()).map(WebProfile::username).orElse(""),
                inOrder(asking.scopes == null ? Set.of() : asking.scopes),
                inOrder(scopes(grant.userId(), grant.clientId()).orElse(Set.of())),
                grant.onlyProject().flatMap(projects::byId).map(Project::name),
                site(asking.redirectUri == null ? application.redirectUris().getFirst() : asking.redirectUri));
    }

    private static List<String> inOrder(Set<String> scopes) {
        return List.copyOf(Scope.wireNames(Scope.ofWireNames(scopes)));
    }

    /** Without its path, which says nothing to people. */
    private static String site(String address) {
        URI uri = URI.create(address);
        return uri.getRawAuthority() == null ? uri.getScheme() + ":" : uri.getRawAuthority();
    }

    /** What is read here of a request. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Asking(
            @Nullable Set<String> scopes, @Nullable String redirectUri) {}
}

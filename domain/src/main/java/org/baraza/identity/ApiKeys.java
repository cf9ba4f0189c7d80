// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyStore.Kept;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.identity.credentials.Secrets;
import org.baraza.memory.ShortMemory;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Keys with which programs act as web users. A key needs no lock-out: nobody guesses 160 bits. */
public final class ApiKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SECRET = 200;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final ApiKeyStore store = new ApiKeyStore();
    private final KeyRoles choice = new KeyRoles();
    private final EventStore events = new EventStore();
    private final ShortMemory<String, Kept> recent;

    public ApiKeys(Transactions transactions, Accounts accounts, Access access, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Makes a key for the caller; the answer is the only place where its secret ever stands. */
    public NewApiKey create(WebUser owner, ApiKeyWish wish) {
        refuseLimited(owner);
        Optional<ProjectId> only = checked(owner, wish);
        String secret = secrets.key();
        return transactions.writeAs(Visibility.user(owner.userId()), tx -> {
            UUID id = store.insert(tx, owner.userId(), wish.name().strip(), Secrets.digest(secret), only, wish);
            book(tx, owner, "api_key.created", wish.name().strip());
            return new NewApiKey(one(tx, owner, id), secret);
        });
    }

    /** The roles that a key of the caller may act with in a project, besides her own. */
    public List<Role> roles(ProjectAccess who) {
        return transactions.readAs(Visibility.project(who.project()), tx -> choice.of(tx, who));
    }

    /** Lets a key of the caller rest, or work again. */
    public ApiKey setActive(WebUser owner, UUID keyId, boolean active) {
        refuseLimited(owner);
        return transactions.writeAs(Visibility.user(owner.userId()), tx -> {
            tx.afterCommit(recent::forgetAll);
            if (!store.setActive(tx, owner.userId(), keyId, active, clock.instant())) {
                throw new Refused(new Problem.NotFound("API key"));
            }
            ApiKey key = one(tx, owner, keyId);
            book(tx, owner, active ? "api_key.reactivated" : "api_key.deactivated", key.name());
            return key;
        });
    }

    private ApiKey one(Tx tx, WebUser owner, UUID keyId) {
        return store.find(tx, owner.userId(), keyId).orElseThrow();
    }

    /** The caller's keys that were not revoked, oldest first. */
    public Page<ApiKey> of(WebUser owner, PageRequest page) {
        return transactions.readAs(Visibility.user(owner.userId()), tx -> store.page(tx, owner.userId(), page));
    }

    /** Ends a key of the caller, here at once and elsewhere within seconds. */
    public void revoke(WebUser owner, UUID keyId) {
        refuseLimited(owner);
        transactions.writingAs(Visibility.user(owner.userId()), tx -> {
            tx.afterCommit(recent::forgetAll);
            String name =
                    store.find(tx, owner.userId(), keyId).map(ApiKey::name).orElse("");
            if (!store.revoke(tx, owner.userId(), keyId, clock.instant())) {
                throw new Refused(new Problem.NotFound("API key"));
            }
            book(tx, owner, "api_key.revoked", name);
        });
    }

    /**
     * Lets a program in that shows its key from an address where it may. What a key of one project cannot open is
     * decided where access is.
     */
    public SignInResult signIn(Credentials credentials, String address) {
        LoginName login = new LoginName.Web(LoginName.normal(credentials.login()));
        Optional<Account> account = accounts.recent(login).filter(Account::active);
        if (account.isEmpty() || credentials.secret().length() > LONGEST_SECRET) {
            return new WrongCredentials();
        }
        return key(account.get(), credentials.secret(), address)
                .filter(key -> !isOver(key))
                .<SignInResult>map(key -> new SignedIn(acting(account.get(), key)))
                .orElseGet(WrongCredentials::new);
    }

    private Optional<Kept> key(Account account, String secret, String address) {
        byte[] digest = Secrets.digest(secret);
        String memory = account.userId() + ' ' + Secrets.hexDigest(secret);
        Optional<Kept> known = recent.get(memory);
        if (known.isPresent()) {
            return known.filter(kept -> mayBeShownFrom(kept, address));
        }
        Optional<Kept> found =
                transactions.readAs(Visibility.user(account.userId()), tx -> store.kept(tx, account.userId())).stream()
                        .filter(kept -> MessageDigest.isEqual(kept.secretHash(), digest))
                        .findFirst();
        found.ifPresent(kept -> recent.put(memory, kept));
        Optional<Kept> shown = found.filter(kept -> mayBeShownFrom(kept, address));
        shown.ifPresent(kept -> markUsed(account, kept));
        return shown;
    }

    private static boolean mayBeShownFrom(Kept key, String address) {
        return key.allowedAddresses().isEmpty() || key.allowedAddresses().contains(address);
    }

    private void markUsed(Account account, Kept key) {
        Instant now = clock.instant();
        if (!isOver(key) && store.needsUseMark(key, now)) {
            transactions.writingAs(Visibility.user(account.userId()), tx -> store.markUsed(tx, key.keyId(), now));
        }
    }

    private boolean isOver(Kept key) {
        return key.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
    }

    private static Actor acting(Account account, Kept key) {
        return switch (account.actor()) {
            case WebUser user ->
                new WebUser(user.userId(), user.username(), user.canCreateProjects(), key.onlyProject(), key.asRole());
            case Actor.MobileWorker worker -> worker;
        };
    }

    /** What was lent to a program must not be the way to a key of its own. */
    private static void refuseLimited(WebUser owner) {
        if (!owner.inPerson()) {
            throw new Refused(new Problem.Forbidden("manage_api_keys"));
        }
    }

    private Optional<ProjectId> checked(WebUser owner, ApiKeyWish wish) {
        List<FieldError> errors = new ArrayList<>();
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !TextRules.isPlain(name)) {
            errors.add(new FieldError("name", "NAME_INVALID", "A key's name has 1 to 255 printable letters."));
        }
        if (wish.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            errors.add(new FieldError("expiresAt", "EXPIRY_PAST", "A key ends in the future."));
        }
        errors.addAll(AddressList.broken("allowedAddresses", wish.allowedAddresses()));
        Optional<ProjectAccess> only = wish.onlyProject().flatMap(project -> access.to(owner, project));
        if (wish.onlyProject().isPresent() && only.isEmpty()) {
            errors.add(new FieldError("project", "PROJECT_UNKNOWN", "There is no such project space."));
        }
        if (wish.roleId().isPresent() && !mayActWith(only, wish.roleId().get())) {
            errors.add(new FieldError("role", "ROLE_UNKNOWN", "There is no such role that you may give to a key."));
        }
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return only.map(ProjectAccess::project);
    }

    private boolean mayActWith(Optional<ProjectAccess> project, UUID roleId) {
        return project.isPresent()
                && roles(project.get()).stream().anyMatch(role -> role.roleId().equals(roleId));
    }

    private void book(Tx tx, WebUser owner, String action, String keyName) {
        events.add(tx, owner.userId(), action, Map.of("key", keyName), "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.credentials.LockOut;
import org.baraza.identity.credentials.Secrets;
import org.baraza.memory.ShortMemory;
import org.baraza.oauth.Application.Bond;
import org.baraza.oauth.Application.Kind;
import org.baraza.oauth.ApplicationStore.Kept;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The programs that web users registered. What a program is changes here at once and on other nodes within seconds. */
public final class Applications {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 20_000;
    private static final int MOST_OF_ONE = 50;
    private static final int LONGEST_ID = 100;

    private final Transactions transactions;
    private final ServiceBonds bonds;
    private final AccountBook book;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final ApplicationStore store = new ApplicationStore();
    private final ShortMemory<String, Optional<Kept>> recent;

    public Applications(Transactions transactions, ServiceBonds bonds, AccountBook book, Clock clock) {
        this.transactions = transactions;
        this.bonds = bonds;
        this.book = book;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** The program of that id. Not for callers from outside: anybody may name one. */
    public Optional<Application> find(String clientId) {
        return recent(clientId).map(Kept::application);
    }

    /** What its secret is compared with: SHA-256 in hexadecimal; empty for a program without a secret. */
    public String secretHash(String clientId) {
        return recent(clientId).map(Kept::secretHash).orElse("");
    }

    private Optional<Kept> recent(String clientId) {
        return clientId.length() > LONGEST_ID || clientId.isEmpty()
                ? Optional.empty()
                : recent.get(clientId, id -> transactions.readAs(Visibility.client(id), tx -> store.find(tx, id)));
    }

    /** The caller's own, oldest first; at most fifty. */
    public List<Application> of(WebUser owner) {
        return transactions.readAs(Visibility.user(owner.userId()), tx -> store.of(tx, owner.userId()));
    }

    /** The answer is the only place where the secret ever stands. */
    public NewApplication register(WebUser owner, ApplicationWish wish) {
        Lent.refuse(owner);
        refuse(ApplicationRules.broken(wish));
        Optional<ServiceBonds.Checked> bond =
                wish.kind() == Kind.SERVICE ? Optional.of(bonds.of(owner, wish)) : Optional.empty();
        Instant now = clock.instant();
        Optional<String> secret = wish.kind() == Kind.PUBLIC ? Optional.empty() : Optional.of(secrets.token());
        Application made = new Application(
                UUID.randomUUID().toString().replace("-", ""),
                owner.userId(),
                wish.kind(),
                wish.name().strip(),
                wish.redirectUris(),
                Scope.ofWireNames(wish.scopes()),
                bond.map(ServiceBonds.Checked::bond),
                now,
                secret.map(_ -> now));
        return transactions.writeAs(visibility(owner, bond.map(ServiceBonds.Checked::bond)), tx -> {
            if (store.of(tx, owner.userId()).size() >= MOST_OF_ONE) {
                throw new Refused(new Problem.Conflict(
                        "TOO_MANY_APPLICATIONS", "One person registers at most " + MOST_OF_ONE + " applications."));
            }
            changed(tx, made.clientId());
            store.insert(tx, made, secret.map(Secrets::digest));
            book(tx, made, "oauth.application_registered");
            bond.ifPresent(checked -> bonds.book(tx, checked, made, "oauth.service_registered"));
            return new NewApplication(made, secret);
        });
    }

    /** Changes the name, the addresses and the scopes; what it is and where it works stays. */
    public Application update(WebUser owner, String clientId, ApplicationWish wish) {
        return change(owner, clientId, (tx, before) -> {
            ApplicationWish same = new ApplicationWish(
                    before.kind(), wish.name(), wish.redirectUris(), wish.scopes(), Optional.empty(), Optional.empty());
            refuse(ApplicationRules.broken(same));
            store.update(tx, clientId, same);
            book(tx, before, "oauth.application_changed");
            return store.find(tx, clientId).orElseThrow().application();
        });
    }

    /** Gives it another secret; the one before is good for nothing any more. */
    public NewApplication renewSecret(WebUser owner, String clientId) {
        return change(owner, clientId, (tx, before) -> {
            if (before.kind() == Kind.PUBLIC) {
                throw new Refused(new Problem.Conflict("NO_SECRET", "A program that cannot keep a secret has none."));
            }
            String secret = secrets.token();
            store.setSecret(tx, clientId, Secrets.digest(secret), clock.instant());
            book(tx, before, "oauth.secret_renewed");
            return new NewApplication(store.find(tx, clientId).orElseThrow().application(), Optional.of(secret));
        });
    }

    /** Ends it, and with it all that was granted to it. */
    public Application delete(WebUser owner, String clientId) {
        return change(owner, clientId, (tx, before) -> {
            store.delete(tx, clientId);
            book(tx, before, "oauth.application_deleted");
            return before;
        });
    }

    @FunctionalInterface
    private interface Change<R> {
        R made(Tx tx, Application before);
    }

    private <R> R change(WebUser owner, String clientId, Change<R> change) {
        Lent.refuse(owner);
        return transactions.writeAs(Visibility.user(owner.userId()), tx -> {
            Application before = store.lock(tx, clientId)
                    .map(Kept::application)
                    .filter(found -> found.ownerId().equals(owner.userId()))
                    .orElseThrow(() -> new Refused(new Problem.NotFound("application")));
            changed(tx, clientId);
            return change.made(tx, before);
        });
    }

    /** How long a program is still locked out after wrong secrets; empty when it is not. */
    public Optional<Duration> lockLeft(String clientId) {
        return recent(clientId).map(Kept::lockOut).flatMap(lockOut -> lockOut.left(clock.instant()));
    }

    /** Counts a wrong secret, durably, as wrong passwords are counted. Who does not exist has no secret to guess. */
    public void failed(String clientId) {
        transactions.writingAs(
                Visibility.client(clientId),
                tx -> store.lock(tx, clientId).ifPresent(kept -> {
                    changed(tx, clientId);
                    store.setLockOut(tx, clientId, kept.lockOut().afterFailure(clock.instant()));
                }));
    }

    /** A right secret clears the wrong ones before. */
    public void succeeded(String clientId) {
        if (recent(clientId).filter(kept -> !kept.lockOut().isNone()).isPresent()) {
            transactions.writingAs(Visibility.client(clientId), tx -> {
                changed(tx, clientId);
                store.setLockOut(tx, clientId, LockOut.NONE);
            });
        }
    }

    private void changed(Tx tx, String clientId) {
        tx.afterCommit(() -> recent.forget(clientId));
    }

    private void book(Tx tx, Application application, String action) {
        book.record(
                tx,
                application.ownerId(),
                action,
                Map.of("client", application.clientId(), "name", application.name()));
    }

    private static Visibility visibility(WebUser owner, Optional<Bond> bond) {
        Visibility hers = Visibility.user(owner.userId());
        return bond.map(where -> hers.and(Visibility.project(where.project()))).orElse(hers);
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.identity.LoginName.Nobody;
import org.baraza.identity.LoginName.Web;
import org.baraza.identity.LoginName.Worker;
import org.baraza.identity.credentials.LockOut;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;

/**
 * The accounts behind logins, remembered for less than the five seconds within which a change must be known on every
 * node; on the node that made it, it is known at once.
 */
public final class Accounts {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final Duration GUESSES_REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 100_000;

    private final Transactions transactions;
    private final Clock clock;
    private final AccountStore store = new AccountStore();
    private final EventStore events = new EventStore();
    private final ShortMemory<LoginName, Optional<Account>> recent;
    /** Logins without an account lock like the others, or the lock would tell which ones exist. */
    private final ShortMemory<LoginName, LockOut> guessesAtNobody;

    public Accounts(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST);
        this.guessesAtNobody = new ShortMemory<>(clock, GUESSES_REMEMBERED, MOST);
    }

    Optional<Account> recent(LoginName login) {
        return recent.get(login, this::fresh);
    }

    Optional<Account> fresh(LoginName login) {
        if (login instanceof Nobody) {
            return Optional.empty();
        }
        return transactions.readAs(visibleTo(login), tx -> store.find(tx, login));
    }

    Optional<Duration> lockLeft(LoginName login, Optional<Account> account) {
        return lasting(account)
                .map(Account::lockOut)
                .or(() -> guessesAtNobody.get(login))
                .flatMap(lockOut -> lockOut.left(clock.instant()));
    }

    /** An account that keeps count of guesses; that of a deleted worker does not, like those that never were. */
    private static Optional<Account> lasting(Optional<Account> account) {
        return account.filter(known -> known.state() != Account.State.DELETED);
    }

    /** Counts a wrong guess, durably. */
    LockOut failed(LoginName login, Optional<Account> account, String address) {
        return in(login, tx -> {
            LockOut before = store.lockLockOut(tx, login)
                    .or(() -> guessesAtNobody.get(login))
                    .orElse(LockOut.NONE);
            LockOut after = before.afterFailure(clock.instant());
            if (lasting(account).isPresent()) {
                store.setLockOut(tx, login, after);
            } else {
                guessesAtNobody.put(login, after);
            }
            events.add(tx, login, account, after.failures() == 0 ? "sign_in.locked_out" : "sign_in.failed", address);
            return after;
        });
    }

    /** Writes down that she came in, and forgets the wrong guesses before. */
    void succeeded(LoginName login, Account account, String address) {
        in(login, tx -> {
            if (!account.lockOut().isNone()) {
                store.setLockOut(tx, login, LockOut.NONE);
            }
            events.add(tx, login, Optional.of(account), "sign_in.succeeded", address);
            return true;
        });
    }

    /** For every transaction that changes what signing in depends on: this node must not remember it differently. */
    void changed(Tx tx, LoginName login) {
        tx.afterCommit(() -> recent.forget(login));
    }

    private <R> R in(LoginName login, Function<Tx, R> work) {
        return transactions.writeAs(visibleTo(login), tx -> {
            changed(tx, login);
            return work.apply(tx);
        });
    }

    private static Visibility visibleTo(LoginName login) {
        return switch (login) {
            case Web web -> Visibility.login(web.typed());
            case Worker worker -> Visibility.project(worker.project());
            case Nobody nobody -> Visibility.login(nobody.typed());
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;

/** Lets a request run once, however often it comes. Runs in the scope of a project where the request is about one. */
public final class IdempotentRequests {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(48);

    /** Nothing that is asked for here takes so long. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Clock clock;
    private final RequestStore store = new RequestStore();

    public IdempotentRequests(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whoever is told that hers is the first answers it in the end, or its outcome stays unknown. */
    public Beginning begin(RequestKey key, byte[] fingerprint) {
        Instant now = clock.instant();
        return write(key, tx -> {
            store.forgetBefore(tx, key, now.minus(KEPT));
            if (store.insert(tx, key, fingerprint, now)) {
                return new Beginning.First();
            }
            RequestStore.Known known = store.find(tx, key);
            if (!Arrays.equals(known.fingerprint(), fingerprint)) {
                return new Beginning.AnotherRequest();
            }
            if (known.answer().isPresent()) {
                return new Beginning.Answered(known.answer().get());
            }
            return known.begunAt().plus(LONGEST_RUN).isBefore(now) ? new Beginning.Lost() : new Beginning.Running();
        });
    }

    public void answered(RequestKey key, KeptAnswer answer) {
        write(key, tx -> {
            store.answer(tx, key, answer);
            return true;
        });
    }

    private <R> R write(RequestKey key, Function<Tx, R> work) {
        return key.inProject() ? transactions.write(work) : transactions.writeAs(Visibility.user(key.caller()), work);
    }
}

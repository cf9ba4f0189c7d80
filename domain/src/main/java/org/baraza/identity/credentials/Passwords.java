// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Hashes and checks passwords, two at once at most and first come first served: each hash takes 19 MiB and a core for
 * tens of milliseconds, and a flood of guesses must not take the machine.
 */
public final class Passwords {
    private static final int AT_ONCE = 2;
    private static final int SALT_BYTES = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final PasswordHash nobodys = PasswordHash.of("", salt());

    /** What may be done while it is one's turn. */
    public final class Turn {
        private Turn() {}

        /** Whether the hash is of the password. Costs the same when it is not, and when there is no hash at all. */
        public boolean matches(Optional<String> phc, String password) {
            boolean checkable = phc.isPresent() && password.length() <= PasswordRules.LONGEST;
            PasswordHash hash = checkable ? PasswordHash.parse(phc.get()) : nobodys;
            return hash.isOf(checkable ? password : "") & checkable;
        }
    }

    /** Waits for a turn, and for everything that must not happen between the check and its consequences. */
    public <R> R inTurn(Function<Turn, R> work) {
        takeTurn();
        try {
            return work.apply(new Turn());
        } finally {
            turns.release();
        }
    }

    /** The hash to keep of a new password, as a PHC string. */
    public String hash(String password) {
        return inTurn(_ -> PasswordHash.of(password, salt()).phc());
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(new Problem.Unavailable(TRY_AGAIN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new Problem.Unavailable(TRY_AGAIN));
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}

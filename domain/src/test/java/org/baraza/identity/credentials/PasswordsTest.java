// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsAnArgon2idPhcStringAndDifferentEveryTime() {
        String hash = passwords.hash("correct-horse-7");
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("correct-horse-7")).isNotEqualTo(hash);
        assertThat(matches(hash, "correct-horse-7")).isTrue();
        assertThat(matches(hash, "Correct-horse-7")).isFalse();
        assertThat(matches(hash, "")).isFalse();
    }

    @Test
    void theReferenceImplementationsHashesAreUnderstood() {
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(matches(reference, "password")).isTrue();
        assertThat(matches(reference, "passwore")).isFalse();
    }

    @Test
    void withoutAHashOrWithAnEndlessPasswordTheAnswerIsNoAtTheUsualCost() {
        String hash = passwords.hash("correct-horse-7");
        Duration usual = costOf(Optional.of(hash), "wrong-horse-8");
        for (Duration cost : new Duration[] {
            costOf(Optional.empty(), "wrong-horse-8"),
            costOf(Optional.of(hash), "x".repeat(4_096)),
            costOf(Optional.empty(), "")
        }) {
            assertThat(cost).isBetween(usual.dividedBy(4), usual.multipliedBy(4).plusMillis(50));
        }
    }

    @Test
    void locksDoubleUpToADay() {
        Instant now = Instant.EPOCH;
        LockOut lockOut = LockOut.NONE;
        for (long minutes : new long[] {15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440}) {
            for (int guess = 0; guess < 5; guess++) {
                assertThat(lockOut.left(now)).isEmpty();
                lockOut = lockOut.afterFailure(now);
            }
            assertThat(lockOut.left(now)).contains(Duration.ofMinutes(minutes));
            now = now.plus(Duration.ofMinutes(minutes));
        }
    }

    private Duration costOf(Optional<String> hash, String password) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertThat(passwords.<Boolean>inTurn(turn -> turn.matches(hash, password)))
                    .isFalse();
            Duration cost = Duration.ofNanos(System.nanoTime() - start);
            best = cost.compareTo(best) < 0 ? cost : best;
        }
        return best;
    }

    private boolean matches(String hash, String password) {
        return passwords.inTurn(turn -> turn.matches(Optional.of(hash), password));
    }
}

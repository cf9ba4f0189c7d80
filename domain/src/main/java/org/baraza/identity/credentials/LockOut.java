// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How wrong guesses add up: every fifth in a row locks the login, for 15 minutes at first and twice as long each time
 * after that, up to a day. A right password clears everything.
 *
 * @param failures wrong guesses since the last lock
 * @param times how often it was locked since the last right password
 * @param until end of the lock; empty when there was none
 */
public record LockOut(int failures, int times, Optional<Instant> until) {
    /** Nothing went wrong so far. */
    public static final LockOut NONE = new LockOut(0, 0, Optional.empty());

    private static final int GUESSES = 5;
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Doubling more often than this exceeds the longest anyway. */
    private static final int MOST_DOUBLINGS = 7;

    public boolean isNone() {
        return failures == 0 && times == 0;
    }

    /** How long the login is still locked; empty when it is not. */
    public Optional<Duration> left(Instant now) {
        return until.filter(end -> end.isAfter(now)).map(end -> Duration.between(now, end));
    }

    public LockOut afterFailure(Instant now) {
        if (failures + 1 < GUESSES) {
            return new LockOut(failures + 1, times, until);
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        Duration length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new LockOut(0, times + 1, Optional.of(now.plus(length)));
    }
}

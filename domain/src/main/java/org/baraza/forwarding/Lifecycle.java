// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of a delivery: every way in which it comes to stand otherwise (data forwarding: record lifecycle). A record and a
 * forwarder wait three times as long as since their last attempt.
 *
 * @param shortestWait of a record
 * @param shortestRest of a forwarder
 * @param kept for how long requests are told of after they were sent, and records after they arrived
 */
public record Lifecycle(Duration shortestWait, Duration shortestRest, Duration kept) {
    /** As CommCare HQ has it. */
    public static final Lifecycle USUAL =
            new Lifecycle(Duration.ofMinutes(60), Duration.ofMinutes(5), Duration.ofDays(90));

    /** Fails of a side that is not well; the next one ends it. */
    static final int MOST_FAILS = 6;
    /** Refusals of a delivery that is tried again all the same; the next one ends it. */
    static final int MOST_REFUSALS = 3;

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(365);
    private static final int FACTOR = 3;
    /** Whoever asks to be spared for less, again and again, is asked no more often than that after a few times. */
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    /** Records that were given up can be taken up again for a year. */
    Duration givenUpKept() {
        return kept.compareTo(GIVEN_UP_KEPT) > 0 ? kept : GIVEN_UP_KEPT;
    }

    /** What happens to a delivery. */
    public sealed interface Event {
        record Attempted(Outcome outcome) implements Event {}

        /** Somebody wants it sent now. */
        record Resent() implements Event {}

        record CancelledByHand() implements Event {}

        /** Somebody wants it tried again, though it had ended. */
        record Requeued() implements Event {}
    }

    /** How it stands after that; empty where that cannot happen to it. */
    public Optional<Standing> next(Standing before, Event event, Instant now) {
        return switch (event) {
            case Event.Attempted(Outcome outcome) -> Optional.of(attempted(before, outcome, now));
            case Event.Resent _ -> Optional.of(open(before, before.moreTries(), now));
            case Event.CancelledByHand _ ->
                before.state().isOpen() ? Optional.of(ended(before, RecordState.CANCELLED)) : Optional.empty();
            case Event.Requeued _ ->
                before.state() == RecordState.CANCELLED || before.state() == RecordState.INVALID
                        ? Optional.of(open(before, before.moreTries() + MOST_FAILS, now))
                        : Optional.empty();
        };
    }

    private static Standing open(Standing before, int moreTries, Instant now) {
        return new Standing(
                before.tries() == 0 ? RecordState.PENDING : RecordState.FAILED,
                before.tries(),
                moreTries,
                Optional.of(now),
                before.lastAttemptAt());
    }

    private static Standing ended(Standing before, RecordState state) {
        return new Standing(state, before.tries(), before.moreTries(), Optional.empty(), before.lastAttemptAt());
    }

    /** One that ended while it was on its way stays as it is, unless it arrived. */
    private Standing attempted(Standing before, Outcome outcome, Instant now) {
        if (!before.state().isOpen()) {
            return end(before, outcome instanceof Outcome.Delivered ? RecordState.SUCCEEDED : before.state(), 0, now);
        }
        return switch (outcome) {
            case Outcome.Delivered _ -> end(before, RecordState.SUCCEEDED, 0, now);
            case Outcome.Nothing _ -> end(before, RecordState.EMPTY, 0, now);
            case Outcome.Unmade _ -> end(before, RecordState.INVALID, 1, now);
            case Outcome.Refused(boolean retried) ->
                retried ? failed(before, MOST_REFUSALS, now) : end(before, RecordState.INVALID, 1, now);
            case Outcome.Unwell _, Outcome.NotYet _ -> failed(before, MOST_FAILS, now);
            case Outcome.Spared(Duration pause) ->
                new Standing(
                        RecordState.FAILED,
                        before.tries(),
                        before.moreTries(),
                        Optional.of(now.plus(atMost(pause))),
                        Optional.of(now));
        };
    }

    private static Standing end(Standing before, RecordState state, int tries, Instant now) {
        return new Standing(state, before.tries() + tries, before.moreTries(), Optional.empty(), Optional.of(now));
    }

    private Standing failed(Standing before, int most, Instant now) {
        int tries = before.tries() + 1;
        boolean over = tries > most + before.moreTries();
        return new Standing(
                over ? RecordState.CANCELLED : RecordState.FAILED,
                tries,
                before.moreTries(),
                over ? Optional.empty() : Optional.of(now.plus(wait(before.lastAttemptAt(), now, shortestWait))),
                Optional.of(now));
    }

    /**
     * Until when a forwarder rests whose other side is not well.
     *
     * @param lastAttemptAt empty when the other side was well until now
     */
    public Instant rest(Outcome outcome, Optional<Instant> lastAttemptAt, Instant now) {
        Optional<Duration> asked = switch (outcome) {
            case Outcome.Spared(Duration pause) -> Optional.of(later(pause, growing(lastAttemptAt, now)));
            case Outcome.Unwell(Optional<Duration> pause) -> pause;
            default -> Optional.empty();
        };
        return now.plus(asked.map(Lifecycle::atMost).orElseGet(() -> wait(lastAttemptAt, now, shortestRest)));
    }

    private static Duration growing(Optional<Instant> lastAttemptAt, Instant now) {
        Duration wait = wait(lastAttemptAt, now, Duration.ZERO);
        return wait.compareTo(OFTEN_ENOUGH) > 0 ? OFTEN_ENOUGH : wait;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration atMost(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration wait(Optional<Instant> lastAttemptAt, Instant now, Duration shortest) {
        Duration wait = lastAttemptAt
                .map(last -> Duration.between(last, now).multipliedBy(FACTOR))
                .orElse(shortest);
        return wait.compareTo(shortest) < 0 ? shortest : atMost(wait);
    }
}

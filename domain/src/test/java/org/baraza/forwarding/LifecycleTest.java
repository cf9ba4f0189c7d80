// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.baraza.forwarding.Lifecycle.Event;
import org.junit.jupiter.api.Test;

/** Data forwarding: record lifecycle. */
final class LifecycleTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static Standing after(Standing before, Event event, Instant now) {
        return Lifecycle.USUAL.next(before, event, now).orElseThrow();
    }

    private static Event attempted(Outcome outcome) {
        return new Event.Attempted(outcome);
    }

    @Test
    void waitsGrowThreefoldAndTheSeventhFailureEndsIt() {
        Standing standing = Standing.registered(START);
        Instant now = START;
        List<Duration> waits = new ArrayList<>();
        while (standing.due().isPresent()) {
            standing = after(standing, attempted(new Outcome.Unwell(Optional.empty())), now);
            Instant tried = now;
            standing.due().ifPresent(due -> waits.add(Duration.between(tried, due)));
            now = standing.due().orElse(now);
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(9),
                        Duration.ofHours(27),
                        Duration.ofHours(81),
                        Duration.ofDays(7));
        assertThat(standing.state()).isEqualTo(RecordState.CANCELLED);
        assertThat(standing.tries()).isEqualTo(7);
    }

    @Test
    void aForwarderRestsFromFiveMinutesOnOrAsLongAsItIsAsked() {
        Outcome unwell = new Outcome.Unwell(Optional.empty());
        assertThat(Lifecycle.USUAL.rest(unwell, Optional.empty(), START)).isEqualTo(START.plus(Duration.ofMinutes(5)));
        assertThat(Lifecycle.USUAL.rest(unwell, Optional.of(START.minusSeconds(1)), START))
                .isEqualTo(START.plus(Duration.ofMinutes(5)));
        assertThat(Lifecycle.USUAL.rest(unwell, Optional.of(START.minus(Duration.ofHours(2))), START))
                .isEqualTo(START.plus(Duration.ofHours(6)));
        assertThat(Lifecycle.USUAL.rest(unwell, Optional.of(START.minus(Duration.ofDays(30))), START))
                .isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(Lifecycle.USUAL.rest(
                        new Outcome.Unwell(Optional.of(Duration.ofSeconds(9))), Optional.empty(), START))
                .isEqualTo(START.plusSeconds(9));
    }

    @Test
    void whoAsksToBeSparedForAMomentAgainAndAgainIsAskedOnceAMinute() {
        Optional<Instant> last = Optional.empty();
        Instant now = START;
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant until = Lifecycle.USUAL.rest(new Outcome.Spared(Duration.ofSeconds(1)), last, now);
            rests.add(Duration.between(now, until));
            last = Optional.of(now);
            now = until;
        }
        assertThat(rests)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(27),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
        assertThat(Lifecycle.USUAL.rest(new Outcome.Spared(Duration.ofSeconds(90)), last, now))
                .isEqualTo(now.plusSeconds(90));
    }

    @Test
    void whatIsFinalCannotBeCancelledAndWhatIsOpenCannotBeRequeued() {
        Standing open = Standing.registered(START);
        Standing sent = after(open, attempted(new Outcome.Delivered()), START);
        assertThat(Lifecycle.USUAL.next(sent, new Event.CancelledByHand(), START))
                .isEmpty();
        assertThat(Lifecycle.USUAL.next(sent, new Event.Requeued(), START)).isEmpty();
        assertThat(Lifecycle.USUAL.next(open, new Event.Requeued(), START)).isEmpty();
    }

    @Test
    void whatArrivesAlthoughItWasGivenUpIsSaidToHaveArrived() {
        Standing cancelled = after(Standing.registered(START), new Event.CancelledByHand(), START);
        assertThat(after(cancelled, attempted(new Outcome.Delivered()), START).state())
                .isEqualTo(RecordState.SUCCEEDED);
        assertThat(after(cancelled, attempted(new Outcome.Unwell(Optional.empty())), START)
                        .state())
                .isEqualTo(RecordState.CANCELLED);
        assertThat(after(cancelled, attempted(new Outcome.Refused(false)), START)
                        .state())
                .isEqualTo(RecordState.CANCELLED);
    }

    @Test
    void whatLacksSomethingOnTheOtherSideWaitsAsUsualAndIsCancelledInTheEnd() {
        Standing standing = Standing.registered(START);
        Instant now = START;
        for (int attempt = 1; attempt <= Lifecycle.MOST_FAILS; attempt++) {
            standing = after(standing, attempted(new Outcome.NotYet()), now);
            assertThat(standing.state()).isEqualTo(RecordState.FAILED);
            now = standing.due().orElseThrow();
        }
        assertThat(after(standing, attempted(new Outcome.NotYet()), now).state())
                .isEqualTo(RecordState.CANCELLED);
        assertThat(new Outcome.NotYet().isOfTheOtherSide()).isFalse();
    }

    /** Whatever happens in whichever order. */
    @Test
    void aDeliveryIsDueExactlyWhileItIsOpenAndNeverWaitsTooShortOrTooLong() {
        Random random = new Random(20_261_130);
        for (int life = 0; life < 2_000; life++) {
            Standing standing = Standing.registered(START);
            Instant now = START;
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(random.nextInt(1_000_000));
                Event event = event(random);
                Optional<Standing> next = Lifecycle.USUAL.next(standing, event, now);
                if (next.isEmpty()) {
                    continue;
                }
                Standing after = next.get();
                assertThat(after.due().isPresent())
                        .as("life %s step %s: %s after %s", life, step, after, event)
                        .isEqualTo(after.state().isOpen());
                assertThat(after.tries()).isBetween(standing.tries(), standing.tries() + 1);
                if (event instanceof Event.Attempted(Outcome.Unwell _)
                        && after.due().isPresent()) {
                    assertThat(Duration.between(now, after.due().get()))
                            .isBetween(Duration.ofHours(1), Duration.ofDays(7));
                }
                standing = after;
            }
        }
    }

    private static Event event(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> attempted(new Outcome.Delivered());
            case 1 -> attempted(new Outcome.Nothing());
            case 2 -> attempted(new Outcome.Refused(random.nextBoolean()));
            case 3 -> attempted(new Outcome.Unmade());
            case 4 -> attempted(new Outcome.Spared(Duration.ofSeconds(random.nextInt(1_000_000))));
            case 5 -> new Event.Resent();
            case 6 -> new Event.CancelledByHand();
            case 7 -> new Event.Requeued();
            case 8 -> attempted(new Outcome.NotYet());
            default -> attempted(new Outcome.Unwell(Optional.empty()));
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.baraza.api.doors.Turns.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Requests that work one after the other. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
final class TurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void whoCameFirstWorksFirst() throws InterruptedException {
        Turns turns = new Turns(1, LONG, LONG);
        Turn first = turns.take();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> others = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            int own = number;
            others.add(waiting(() -> {
                Turn turn = turns.take();
                order.add(own);
                turn.end();
            }));
        }
        first.end();
        for (Thread other : others) {
            other.join();
        }
        assertThat(order).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whoJustHadATurnWaitsBehindThoseWhoWaited() throws InterruptedException {
        Turns turns = new Turns(1, LONG, LONG);
        Turn first = turns.take();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread other = waiting(() -> {
            Turn turn = turns.take();
            order.add("who waited");
            turn.end();
        });
        first.end();
        turns.take();
        order.add("who was here");
        other.join();
        assertThat(order).containsExactly("who waited", "who was here");
    }

    @Test
    void whoWaitedTooLongGoesOnWithoutATurn() throws InterruptedException {
        Turns turns = new Turns(1, LONG, Duration.ofMillis(200));
        Turn slow = turns.take();
        turns.take().end();
        Thread other = waiting(turns::take);
        slow.end();
        other.join();
    }

    @Test
    void aTurnThatTakesLongGoesToTheNext() {
        Turns turns = new Turns(1, Duration.ofMillis(10), LONG);
        turns.take();
        turns.take().end();
    }

    @Test
    void whoEndsTwiceLetsInOne() throws InterruptedException {
        Turns turns = new Turns(1, LONG, LONG);
        Turn early = turns.take();
        early.end();
        early.end();
        Turn next = turns.take();
        Thread other = waiting(() -> turns.take().end());
        next.end();
        other.join();
    }

    /** Somebody who is waiting by now. */
    static Thread waiting(Runnable work) {
        Thread thread = Thread.ofVirtual().start(work);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }
}

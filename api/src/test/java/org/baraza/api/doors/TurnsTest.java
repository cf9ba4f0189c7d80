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

/** Requests that work one after the other. */
@Timeout(30)
final class TurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void whoCameFirstWorksFirst() throws InterruptedException {
        Turns turns = new Turns(1, LONG);
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
    void aTurnThatTakesLongGoesToTheNext() {
        Turns turns = new Turns(1, Duration.ofMillis(10));
        turns.take();
        turns.take().end();
    }

    @Test
    void whoEndsTwiceLetsInOne() throws InterruptedException {
        Turns turns = new Turns(1, LONG);
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
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}

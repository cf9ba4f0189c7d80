// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who wait share one transaction. Whoever finds nobody at work goes to work at once, with all who wait by
 * then; the others wait for her, and the first whom she leaves behind takes over. Order of arrival is kept, an idle lane
 * costs nothing, and the busier it is the larger, and cheaper, the groups become.
 *
 * @param <T> what is handed in
 * @param <R> its outcome
 */
final class GroupCommit<T, R> {
    private final int mostAtOnce;
    private final Function<List<T>, List<Outcome<R>>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean busy;

    /** @param work does a group at once; gives one outcome each, in order */
    GroupCommit(int mostAtOnce, Function<List<T>, List<Outcome<R>>> work) {
        this.mostAtOnce = mostAtOnce;
        this.work = work;
    }

    /** How one of a group ended. */
    sealed interface Outcome<R> {
        record Done<R>(R result) implements Outcome<R> {}

        record Failed<R>(RuntimeException failure) implements Outcome<R> {}

        default R get() {
            return switch (this) {
                case Done<R>(R result) -> result;
                case Failed<R>(RuntimeException failure) -> throw failure;
            };
        }
    }

    /** Hands in an item; returns when the transaction it was in is over. */
    R submit(T item) {
        Waiting<T, R> own = new Waiting<>(item);
        lock.lock();
        try {
            queue.add(own);
            if (busy) {
                own.turn = new CompletableFuture<>();
            } else {
                busy = true;
            }
        } finally {
            lock.unlock();
        }
        if (own.turn != null && own.turn.join() instanceof Turn.Over<R>(Outcome<R> outcome)) {
            return outcome.get();
        }
        return lead();
    }

    /** Works off the head of the queue, which is her own item, then passes the lead on. */
    private R lead() {
        List<Waiting<T, R>> group = take();
        List<Outcome<R>> outcomes;
        try {
            outcomes = work.apply(group.stream().map(waiting -> waiting.item).toList());
        } catch (Throwable e) {
            // Whatever it was, nobody may wait for ever.
            RuntimeException failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
            outcomes = group.stream()
                    .map(waiting -> (Outcome<R>) new Outcome.Failed<R>(failure))
                    .toList();
        } finally {
            passOn();
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).over(outcomes.get(i));
        }
        return outcomes.getFirst().get();
    }

    private List<Waiting<T, R>> take() {
        lock.lock();
        try {
            List<Waiting<T, R>> group = new ArrayList<>();
            while (group.size() < mostAtOnce && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        Waiting<T, R> next;
        lock.lock();
        try {
            next = queue.peek();
            busy = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null && next.turn != null) {
            next.turn.complete(new Turn.Lead<>());
        }
    }

    private sealed interface Turn<R> {
        record Lead<R>() implements Turn<R> {}

        record Over<R>(Outcome<R> outcome) implements Turn<R> {}
    }

    private static final class Waiting<T, R> {
        private final T item;
        private @Nullable CompletableFuture<Turn<R>> turn;

        Waiting(T item) {
            this.item = item;
        }

        void over(Outcome<R> outcome) {
            if (turn != null) {
                turn.complete(new Turn.Over<>(outcome));
            }
        }
    }
}

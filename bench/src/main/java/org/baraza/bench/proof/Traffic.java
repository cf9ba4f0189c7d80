// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.baraza.bench.forms.PlannedForm;

/** What all phones do together, as far as others need to know it while they do it. */
final class Traffic {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Queue<Long> broken = new ConcurrentLinkedQueue<>();
    private final Queue<PlannedForm> sent = new ConcurrentLinkedQueue<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** One request, from its first byte to its answer. */
    interface Exchange<R> {
        R run() throws IOException;
    }

    <R> R exchange(Exchange<R> exchange) throws IOException {
        long begun = System.nanoTime();
        inFlight.incrementAndGet();
        try {
            return exchange.run();
        } catch (IOException e) {
            broken.add(begun);
            throw e;
        } finally {
            inFlight.decrementAndGet();
        }
    }

    void sending(PlannedForm form) {
        sent.add(form);
    }

    void answered(int status) {
        answers.computeIfAbsent(status, key -> new LongAdder()).increment();
    }

    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    /** Something that no phone should ever see. */
    void odd(String what) {
        oddities.add(what);
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    int inFlight() {
        return inFlight.get();
    }

    int acknowledgedSoFar() {
        return acknowledged.get();
    }

    /** Requests that were under way at that time and never answered; forgets them. */
    int brokenBefore(long nanos) {
        int count = 0;
        for (Long begun = broken.poll(); begun != null; begun = broken.poll()) {
            count += begun < nanos ? 1 : 0;
        }
        return count;
    }

    List<PlannedForm> sent() {
        return List.copyOf(sent);
    }

    List<String> oddities() {
        return List.copyOf(oddities);
    }

    Map<Integer, Long> answers() {
        Map<Integer, Long> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }
}

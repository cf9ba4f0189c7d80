// SPDX-License-Identifier: Apache-2.0
package org.baraza.python;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.baraza.forwarding.spi.Budget;
import org.graalvm.polyglot.Context;

/** Ends a module that uses up more than it may: it does not ask by itself. */
final class Watch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<String> reason = Optional.empty();

    Watch(Context context, Budget budget) {
        Thread.ofPlatform().daemon().name("python-watch").start(() -> watch(context, budget));
    }

    private void watch(Context context, Budget budget) {
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                reason = budget.excess();
                if (reason.isPresent()) {
                    context.close(true);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it was ended. */
    Optional<String> reason() {
        return reason;
    }

    @Override
    public void close() {
        over.countDown();
    }
}

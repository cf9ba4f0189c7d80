// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;

final class ThreadsTest {

    @Test
    void whatWaitsForTheDatabaseIsNotInterruptedWhenItsReaderGoes() throws Exception {
        Scheduler threads = new GraphQlConfiguration().graphQlThreads();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> undisturbed = new CompletableFuture<>();
        Scheduler.Worker worker = threads.createWorker();
        worker.schedule(() -> {
            begun.countDown();
            undisturbed.complete(waits());
        });
        begun.await();
        worker.dispose();
        assertThat(undisturbed.get(5, TimeUnit.SECONDS)).isTrue();
        threads.dispose();
    }

    private static boolean waits() {
        try {
            Thread.sleep(200);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

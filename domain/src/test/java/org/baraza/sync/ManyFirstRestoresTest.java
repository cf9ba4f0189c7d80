// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFirstRestoresTest {
    private static final int PHONES = 40;

    /** Keeps whoever reads a restore busy until it is opened. */
    private static final class Gate implements FixtureProvider {
        private final AtomicInteger inside = new AtomicInteger();
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
            inside.incrementAndGet();
            try {
                assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }
    }

    @Test
    void aCrowdOfNewPhonesLeavesConnectionsToOthersAndIsServedToTheLast(@TempDir Path folder) throws Exception {
        Gate gate = new Gate();
        try (TestDatabase database = TestDatabase.fresh();
                RestoreWorld world = new RestoreWorld(database.settings(), folder, gate);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ProjectAccess amina = world.projectWithWorker("crowd");
            List<Future<byte[]>> restores = new ArrayList<>();
            for (int phone = 0; phone < PHONES; phone++) {
                restores.add(threads.submit((Callable<byte[]>) () -> world.payload(amina, RestoreWorld.FIRST)));
            }
            try {
                await(() -> world.waiting() == PHONES - ReadingTurns.AT_ONCE
                        && gate.inside.get() == ReadingTurns.AT_ONCE
                        && world.busyConnections() == ReadingTurns.AT_ONCE);
                int one = ProjectScope.in(
                        amina.project(),
                        () -> world.transactions.read(tx -> tx.sql()
                                .selectOne()
                                .fetchOptional(0, Integer.class)
                                .orElseThrow()));
                assertThat(one).isEqualTo(1);
            } finally {
                gate.open.countDown();
            }
            for (Future<byte[]> restore : restores) {
                assertThat(restore.get()).isNotEmpty();
            }
        }
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!state.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(5);
        }
    }
}

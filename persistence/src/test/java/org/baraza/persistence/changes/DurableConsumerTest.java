// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.persistence.testing.TestDatabase;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers that get everything at least once and in order, and go on where one change cannot be digested. */
final class DurableConsumerTest {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource app = pool("app", database.settings().app());
    private final HikariDataSource system = pool("system", database.settings().system());
    private final Sequencer sequencer = new Sequencer(system, PAUSE);
    private final ChangeFeed feed = new ChangeFeed(system);
    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private HikariDataSource pool(String name, Login login) {
        return Databases.pool(name, database.settings().url(), login.user(), login.password(), 3);
    }

    @AfterEach
    void close() {
        sequencer.close();
        app.close();
        system.close();
        database.close();
    }

    private void announce(String... documents) {
        for (String document : documents) {
            new Transactions(app)
                    .writingAs(
                            Visibility.project(project),
                            tx -> new ChangeLog(sequencer::nudge).append(tx, List.of(Change.form(document, Map.of()))));
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private void note(List<NumberedChange> changes) {
        changes.forEach(change -> seen.add(change.documentId()));
    }

    @Test
    void everythingComesInOrderAlsoAfterAPauseAndOnceMoreWhenThatIsWanted() throws InterruptedException {
        try (var consumer = new DurableConsumer(feed, "test", this::note, PAUSE)) {
            announce("a", "b");
            eventually(() -> seen.size() == 2);
        }
        announce("c");
        try (var consumer = new DurableConsumer(feed, "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 3);
            assertThat(seen).containsExactly("a", "b", "c");
            seen.clear();
            feed.rewind("test", 1);
            eventually(() -> seen.size() == 2);
            assertThat(seen).containsExactly("b", "c");
        }
        eventually(() -> feed.lags()
                        .getOrDefault("test", new ChangeFeed.Lag(1, Duration.ZERO))
                        .changes()
                == 0);
    }

    @Test
    void whatCannotBeDigestedIsSetAsideWithTheReasonAndTriedAgainOnDemand() throws InterruptedException {
        try (var consumer = new DurableConsumer(feed, "test", this::choosy, PAUSE)) {
            announce("a", "poison", "b");
            eventually(() -> seen.contains("b"));
        }
        assertThat(seen).containsExactly("a", "b");
        assertThat(feed.setAside("test")).isEqualTo(1);
        assertThat(feed.retry("test", project, 2, this::choosy)).isFalse();
        assertThat(feed.retry("test", new ProjectId(UUID.randomUUID()), 2, this::note))
                .isFalse();
        assertThat(feed.retry("test", project, 2, this::note)).isTrue();
        assertThat(seen).containsExactly("a", "b", "poison");
        assertThat(feed.retry("test", project, 2, this::note)).isFalse();
        assertThat(feed.setAside("test")).isZero();
    }

    @Test
    void whoeverTakesLongHoldsBackNoNumbers() throws InterruptedException {
        announce("slow");
        eventually(() -> feed.head() == 1);
        int consumed = feed.consume("test", 10, changes -> {
            announce("meanwhile");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (feed.head() < 2 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(feed.head()).isEqualTo(2);
            assertThat(feed.consume("test", 10, this::note)).isZero();
        });
        assertThat(consumed).isEqualTo(1);
        assertThat(feed.consume("test", 10, this::note)).isEqualTo(1);
        assertThat(seen).containsExactly("meanwhile");
    }

    @Test
    void aFailureThatPassesSaysNothingAboutAChange() throws InterruptedException {
        announce("a");
        eventually(() -> feed.head() == 1);
        assertThatThrownBy(() -> feed.digest("test", 1, changes -> {
                    throw new DataAccessException("aborted", new SQLException("deadlock", "40P01"));
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(feed.digest("test", 1, this::note)).isEqualTo(ChangeFeed.Digestion.DONE);
        assertThat(seen).containsExactly("a");
    }

    private void choosy(List<NumberedChange> changes) {
        if (changes.stream().anyMatch(change -> change.documentId().equals("poison"))) {
            throw new IllegalStateException("cannot digest");
        }
        note(changes);
    }

    @Test
    void ofTwoNodesOneWorks() throws InterruptedException {
        try (var one = new DurableConsumer(feed, "test", this::note, PAUSE);
                var other = new DurableConsumer(feed, "test", this::note, PAUSE)) {
            for (int i = 0; i < 20; i++) {
                announce("d" + i);
            }
            eventually(() -> seen.size() >= 20);
            Thread.sleep(200);
        }
        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.baraza.persistence.changes.FeedTransport.Lag;
import org.baraza.persistence.changes.Inbox.Digestion;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.persistence.testing.TestDatabase;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers that get everything at least once, and in the order of each document, whichever way the changes come. */
public abstract class FeedTransportContract {
    protected static final Duration PAUSE = Duration.ofMillis(20);
    private static final int MANY = 100;

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource app = pool("app", database.settings().app());
    protected final HikariDataSource system = pool("system", database.settings().system());
    private final Sequencer sequencer = new Sequencer(system, PAUSE);
    protected final ChangeFeed feed = new ChangeFeed(system);
    private final ProjectId project = new ProjectId(UUID.randomUUID());
    protected final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> positions = Collections.synchronizedList(new ArrayList<>());

    /** What is tried, over the feed of this test's database. */
    protected abstract FeedTransport transport();

    private HikariDataSource pool(String name, Login login) {
        return Databases.pool(name, database.settings().url(), login.user(), login.password(), 6);
    }

    @AfterEach
    final void closeDatabase() {
        sequencer.close();
        app.close();
        system.close();
        database.close();
    }

    protected final void announce(String... documents) {
        for (String document : documents) {
            new Transactions(app)
                    .writingAs(
                            Visibility.project(project),
                            tx -> new ChangeLog(sequencer::nudge).append(tx, List.of(Change.form(document, Map.of()))));
        }
    }

    protected static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            Thread.sleep(10);
        }
    }

    protected final void note(List<NumberedChange> changes) {
        changes.forEach(change -> {
            seen.add(change.documentId());
            positions.add(change.position());
        });
    }

    private void choosy(List<NumberedChange> changes) {
        if (changes.stream().anyMatch(change -> change.documentId().equals("poison"))) {
            throw new IllegalStateException("cannot digest");
        }
        note(changes);
    }

    /** Looks until something was handed over. */
    private static void consume(Inbox inbox, ChangeConsumer work) throws InterruptedException {
        boolean[] handed = {false};
        eventually(() -> {
            inbox.consume(changes -> {
                handed[0] = true;
                work.accept(changes);
            });
            return handed[0];
        });
    }

    @Test
    void everythingComesAlsoAfterAPauseAndOnceMoreWhenThatIsWanted() throws InterruptedException {
        try (var consumer = new DurableConsumer(transport(), "test", this::note, PAUSE)) {
            announce("a", "b");
            eventually(() -> seen.size() == 2);
        }
        announce("c");
        try (var consumer = new DurableConsumer(transport(), "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 3);
            assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
            seen.clear();
            transport().rewind("test", 1);
            eventually(() -> seen.size() == 2);
            assertThat(seen).containsExactlyInAnyOrder("b", "c");
            eventually(() -> transport().lag("test").equals(Lag.NONE));
        }
    }

    @Test
    void changesOfOneDocumentComeInTheirOrder() throws InterruptedException {
        Set<String> expected = new LinkedHashSet<>();
        try (var consumer = new DurableConsumer(transport(), "test", this::note, PAUSE)) {
            for (int i = 0; i < MANY; i++) {
                announce("d" + i % 7);
                expected.add("d" + i % 7);
            }
            eventually(() -> seen.size() == MANY);
        }
        assertThat(expected).allSatisfy(document -> {
            List<Long> its = new ArrayList<>();
            for (int i = 0; i < seen.size(); i++) {
                if (seen.get(i).equals(document)) {
                    its.add(positions.get(i));
                }
            }
            assertThat(its).isSorted().hasSizeGreaterThan(MANY / 8);
        });
    }

    @Test
    void aConsumerThatDiesInTheMiddleIsGivenItsChangesAgain() throws InterruptedException {
        announce("a", "b");
        try (Inbox inbox = transport().open("test", 10)) {
            assertThatThrownBy(() -> consume(inbox, changes -> {
                        note(changes);
                        throw new IllegalStateException("dies");
                    }))
                    .hasMessage("dies");
        }
        assertThat(seen).isNotEmpty();
        seen.clear();
        try (var consumer = new DurableConsumer(transport(), "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 2);
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoIsBehindIsToldByHowMuch() throws InterruptedException {
        announce("a");
        try (Inbox inbox = transport().open("test", 10)) {
            consume(inbox, this::note);
            eventually(() -> {
                inbox.consume(this::note);
                return transport().lag("test").equals(Lag.NONE);
            });
        }
        announce("b");
        eventually(() -> transport().lag("test").changes() > 0);
        assertThat(transport().lag("test").age()).isPositive();
    }

    @Test
    void whatCannotBeDigestedIsSetAsideWithTheReasonAndTriedAgainOnDemand() throws InterruptedException {
        try (var consumer = new DurableConsumer(transport(), "test", this::choosy, PAUSE)) {
            announce("a", "poison", "b");
            eventually(() -> seen.contains("b") && feed.setAside("test") == 1);
            eventually(() -> seen.contains("a"));
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b");
        assertThat(feed.retry("test", project, 2, this::choosy)).isFalse();
        assertThat(feed.retry("test", new ProjectId(UUID.randomUUID()), 2, this::note))
                .isFalse();
        assertThat(feed.retry("test", project, 2, this::note)).isTrue();
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "poison");
        assertThat(feed.retry("test", project, 2, this::note)).isFalse();
        assertThat(feed.setAside("test")).isZero();
    }

    @Test
    void whoeverTakesLongHoldsBackNoNumbers() throws InterruptedException {
        announce("slow");
        try (Inbox inbox = transport().open("test", 10)) {
            consume(inbox, changes -> {
                note(changes);
                if (changes.getFirst().documentId().equals("slow")) {
                    announce("meanwhile");
                    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                    while (feed.head() < 2 && System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    assertThat(feed.head()).isEqualTo(2);
                }
            });
            consume(inbox, this::note);
        }
        assertThat(seen).containsExactly("slow", "meanwhile");
    }

    @Test
    void aFailureThatPassesSaysNothingAboutAChange() throws InterruptedException {
        announce("a");
        try (Inbox inbox = transport().open("test", 10)) {
            assertThatThrownBy(() -> digest(inbox, changes -> {
                        throw new DataAccessException("aborted", new SQLException("deadlock", "40P01"));
                    }))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> digest(inbox, changes -> {
                        throw new PassingFailure("away", new IllegalStateException());
                    }))
                    .isInstanceOf(PassingFailure.class);
            assertThat(digest(inbox, this::note)).isEqualTo(Digestion.DONE);
        }
        assertThat(seen).containsExactly("a");
    }

    /** One failure is enough. */
    private static Digestion digest(Inbox inbox, ChangeConsumer work) throws InterruptedException {
        Digestion[] digestion = {Digestion.NOTHING_THERE};
        eventually(() -> {
            digestion[0] = inbox.digest(1, work);
            return digestion[0] != Digestion.NOTHING_THERE;
        });
        return digestion[0];
    }

    @Test
    void whatOneNodeDidNoOtherDoes() throws InterruptedException {
        try (var one = new DurableConsumer(transport(), "test", this::note, PAUSE);
                var other = new DurableConsumer(transport(), "test", this::note, PAUSE)) {
            for (int i = 0; i < 20; i++) {
                announce("d" + i);
            }
            eventually(() -> seen.size() >= 20);
            Thread.sleep(200);
        }
        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void consumersKeepTheirCursorsApart() throws InterruptedException {
        List<String> others = Collections.synchronizedList(new ArrayList<>());
        try (var one = new DurableConsumer(transport(), "one", this::note, PAUSE)) {
            announce("a", "b");
            eventually(() -> seen.size() == 2);
        }
        try (var other = new DurableConsumer(
                transport(), "other", changes -> changes.forEach(change -> others.add(change.documentId())), PAUSE)) {
            eventually(() -> others.size() == 2);
        }
        assertThat(seen).hasSize(2);
    }
}

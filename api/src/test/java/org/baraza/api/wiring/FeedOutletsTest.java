// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.persistence.changes.Broker;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeConsumer;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.changes.FeedListener;
import org.baraza.persistence.changes.Inbox;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.changes.Sequencer;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners that operators add, and what goes to a broker. */
final class FeedOutletsTest {
    private static final BarazaSettings.Kafka NONE = new BarazaSettings.Kafka("", "changes", 1, "");

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource app = pool("app", database.settings().app());
    private final HikariDataSource system = pool("system", database.settings().system());
    private final Sequencer sequencer = new Sequencer(system, Duration.ofMillis(20));
    private final ChangeFeed feed = new ChangeFeed(system);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> published = Collections.synchronizedList(new ArrayList<>());
    private final List<Broker.Settings> connections = new ArrayList<>();

    private HikariDataSource pool(String name, Login login) {
        return Databases.pool(name, database.settings().url(), login.user(), login.password(), 3);
    }

    @BeforeEach
    void oneChange() {
        new Transactions(app)
                .writingAs(
                        Visibility.project(new ProjectId(UUID.randomUUID())),
                        tx -> new ChangeLog(sequencer::nudge).append(tx, List.of(Change.form("f", Map.of()))));
    }

    @AfterEach
    void close() {
        sequencer.close();
        app.close();
        system.close();
        database.close();
    }

    private final class Listener implements FeedListener {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public void accept(List<NumberedChange> changes) {
            changes.forEach(change -> heard.add(change.documentId()));
        }
    }

    /** Publishes into a list, and gives what the feed has. */
    private final class ListBroker implements Broker {
        @Override
        public ChangeConsumer publisher() {
            return changes -> changes.forEach(change -> published.add(change.documentId()));
        }

        @Override
        public String publisherName() {
            return "list";
        }

        @Override
        public Inbox open(String consumer, int most) {
            return feed.open("through-broker:" + consumer, most);
        }

        @Override
        public void rewind(String consumer, long position) {
            feed.rewind("through-broker:" + consumer, position);
        }

        @Override
        public Lag lag(String consumer) {
            return feed.lag("through-broker:" + consumer);
        }

        @Override
        public void close() {
            published.add("closed");
        }
    }

    private FeedOutlets outlets(BarazaSettings.Kafka settings) {
        Broker.Connector connector = (wanted, pool) -> {
            connections.add(wanted);
            return new ListBroker();
        };
        return new FeedOutlets(settings, feed, system, List.of(connector), List.of(new Listener()));
    }

    private static void eventually(List<String> list) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (list.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    @Test
    void listenersGetTheFeedWithoutABrokerAndTheirLagIsMeasured() throws InterruptedException {
        var metrics = new SimpleMeterRegistry();
        try (FeedOutlets outlets = outlets(NONE)) {
            outlets.bindTo(metrics);
            eventually(heard);
        }
        assertThat(heard).containsExactly("f");
        assertThat(published).isEmpty();
        assertThat(metrics.get("baraza.feed.lag.changes")
                        .tag("consumer", "added:mine")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void withABrokerEverythingIsPublishedAndListenersReadItThere(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path more = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=SASL_SSL\n");
        try (FeedOutlets outlets = outlets(new BarazaSettings.Kafka("k:1", "changes", 4, more.toString()))) {
            eventually(heard);
            eventually(published);
        }
        assertThat(published).containsExactly("f", "closed");
        assertThat(heard).containsExactly("f");
        assertThat(connections).singleElement().satisfies(wanted -> {
            assertThat(wanted.partitions()).isEqualTo(4);
            assertThat(wanted.more()).containsEntry("security.protocol", "SASL_SSL");
        });
        feed.rewind("through-broker:added:mine", 0);
        assertThat(feed.lag("through-broker:added:mine").changes()).isEqualTo(1);
    }

    @Test
    void aBrokerWithoutTheAddOnStopsTheStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> new FeedOutlets(
                        new BarazaSettings.Kafka("k:1", "changes", 4, ""), feed, system, List.of(), List.of()))
                .hasMessageContaining("BARAZA_ADDONS");
    }
}

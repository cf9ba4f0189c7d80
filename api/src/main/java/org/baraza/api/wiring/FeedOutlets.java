// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.baraza.persistence.changes.Broker;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.DurableConsumer;
import org.baraza.persistence.changes.FeedListener;
import org.baraza.persistence.changes.FeedTransport;

/** Where the feed goes beside this server's own consumers: to a broker, and to listeners that operators added. */
final class FeedOutlets implements MeterBinder, AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String ADDED = "added:";

    private final Optional<Broker> broker;
    private final List<FeedLag> lags = new ArrayList<>();
    private final List<DurableConsumer> consumers = new ArrayList<>();

    /** @param connectors empty where the add-on for brokers is not there */
    FeedOutlets(
            BarazaSettings.Kafka settings,
            ChangeFeed feed,
            DataSource system,
            Iterable<Broker.Connector> connectors,
            Iterable<FeedListener> listeners) {
        this.broker =
                settings.servers().isEmpty() ? Optional.empty() : Optional.of(connected(settings, system, connectors));
        broker.ifPresent(open -> {
            lags.add(new FeedLag(feed, feed, open.publisherName()));
            consumers.add(new DurableConsumer(feed, open.publisherName(), open.publisher(), PAUSE));
        });
        FeedTransport transport = broker.<FeedTransport>map(open -> open).orElse(feed);
        listeners.forEach(listener -> {
            String name = ADDED + listener.name();
            lags.add(new FeedLag(transport, feed, name));
            consumers.add(new DurableConsumer(transport, name, listener, PAUSE));
        });
    }

    private static Broker connected(
            BarazaSettings.Kafka settings, DataSource system, Iterable<Broker.Connector> connectors) {
        for (Broker.Connector connector : connectors) {
            return connector.connect(
                    new Broker.Settings(
                            settings.servers(), settings.topic(), settings.partitions(), more(settings.properties())),
                    system);
        }
        throw new IllegalStateException(
                "BARAZA_KAFKA_SERVERS is set, and the add-on for Kafka is not in BARAZA_ADDONS: see docs/operations.md");
    }

    private static Properties more(String file) {
        Properties properties = new Properties();
        if (!file.isEmpty()) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("BARAZA_KAFKA_PROPERTIES cannot be read", e);
            }
        }
        return properties;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        lags.forEach(lag -> lag.bindTo(registry));
    }

    @Override
    public void close() {
        consumers.forEach(DurableConsumer::close);
        broker.ifPresent(Broker::close);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import javax.sql.DataSource;
import org.baraza.persistence.changes.Broker;
import org.baraza.persistence.changes.ChangeConsumer;
import org.baraza.persistence.changes.Inbox;
import org.baraza.persistence.changes.PartitionCursorStore;

/** Kafka as the feed's other transport. Connects when it is first needed, so the server starts without it. */
final class KafkaBroker implements Broker {
    private final Clients clients;
    private final Topic topic;
    private final PartitionCursorStore cursors;
    private final Publisher publisher;
    private final TopicScout scout;

    KafkaBroker(Settings settings, DataSource system) {
        this.clients = new Clients(settings);
        this.topic = new Topic(clients);
        this.cursors = new PartitionCursorStore(system, settings.topic());
        this.publisher = new Publisher(clients, topic);
        this.scout = new TopicScout(clients);
    }

    @Override
    public ChangeConsumer publisher() {
        return publisher;
    }

    @Override
    public String publisherName() {
        return "kafka:" + clients.settings().topic();
    }

    @Override
    public Inbox open(String consumer, int most) {
        topic.ensure();
        return new KafkaInbox(
                clients.member(clients.settings().topic() + "." + consumer, most),
                clients.settings().topic(),
                cursors,
                consumer);
    }

    @Override
    public void rewind(String consumer, long position) {
        topic.ensure();
        cursors.put(consumer, scout.behind(position));
    }

    @Override
    public Lag lag(String consumer) {
        return scout.lag(cursors.cursors(consumer));
    }

    @Override
    public void close() {
        publisher.close();
        scout.close();
    }
}

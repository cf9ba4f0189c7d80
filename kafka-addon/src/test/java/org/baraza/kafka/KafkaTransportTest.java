// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.baraza.persistence.changes.Broker;
import org.baraza.persistence.changes.DurableConsumer;
import org.baraza.persistence.changes.FeedTransport;
import org.baraza.persistence.changes.FeedTransportContract;
import org.baraza.persistence.changes.Inbox;
import org.baraza.persistence.changes.PassingFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.json.JsonMapper;

/** What consumers may rely on, through a real Kafka. */
final class KafkaTransportTest extends FeedTransportContract {
    private static final int PARTITIONS = 3;
    private static final EmbeddedKafkaKraftBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1);

    private final String topic = "changes-" + UUID.randomUUID();
    private Broker broker = connected(KAFKA.getBrokersAsString());
    private DurableConsumer publishing = publishing();

    @BeforeAll
    static void startKafka() {
        Map.of(
                        "offsets.topic.replication.factor", "1",
                        "offsets.topic.num.partitions", "2",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "transaction.state.log.num.partitions", "2",
                        "group.initial.rebalance.delay.ms", "0")
                .forEach(KAFKA::brokerProperty);
        KAFKA.afterPropertiesSet();
    }

    @AfterAll
    static void stopKafka() {
        KAFKA.destroy();
    }

    private Broker connected(String servers) {
        return ServiceLoader.load(Broker.Connector.class)
                .findFirst()
                .orElseThrow()
                .connect(new Broker.Settings(servers, topic, PARTITIONS, new Properties()), system);
    }

    private DurableConsumer publishing() {
        return new DurableConsumer(feed, broker.publisherName(), broker.publisher(), PAUSE);
    }

    @AfterEach
    void close() {
        publishing.close();
        broker.close();
    }

    @Override
    protected FeedTransport transport() {
        return broker;
    }

    /** All that anybody finds in the topic who reads what was committed. */
    private List<ConsumerRecord<String, byte[]>> messages(int atLeast) throws InterruptedException {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader = clients().member("reader-" + UUID.randomUUID(), 100)) {
            reader.subscribe(Set.of(topic));
            eventually(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= atLeast;
            });
        }
        return found;
    }

    private Clients clients() {
        return new Clients(new Broker.Settings(KAFKA.getBrokersAsString(), topic, PARTITIONS, new Properties()));
    }

    @Test
    void whatDiesBetweenPublishingAndTheCursorRepeatsAndLosesNothing() throws InterruptedException {
        publishing.close();
        announce("a", "b", "c");
        eventually(() -> feed.head() == 3);
        try (Inbox dying = feed.open(broker.publisherName(), 2)) {
            assertThatThrownBy(() -> dying.consume(changes -> {
                        broker.publisher().accept(changes);
                        throw new IllegalStateException("dies");
                    }))
                    .hasMessage("dies");
        }
        broker.close();
        broker = connected(KAFKA.getBrokersAsString());
        publishing = publishing();
        assertThat(messages(5).stream().map(KafkaTransportTest::document))
                .containsOnly("a", "b", "c")
                .hasSize(5);
        try (var consumer = new DurableConsumer(broker, "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 3);
            announce("d");
            eventually(() -> seen.contains("d"));
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d");
        seen.clear();
        broker.rewind("test", 2);
        try (var consumer = new DurableConsumer(broker, "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 2);
        }
        assertThat(seen).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void anybodyReadsWhatChangedByProjectAndDocument() throws InterruptedException {
        announce("a", "a");
        List<ConsumerRecord<String, byte[]>> found = messages(2);
        assertThat(found).extracting(ConsumerRecord::key).allMatch(key -> key.endsWith("/a"));
        assertThat(found.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
        var message = JsonMapper.shared().readTree(found.getFirst().value());
        assertThat(message.propertyNames())
                .containsExactly("position", "project", "kind", "documentId", "caseIds", "at");
        assertThat(message.path("position").asLong()).isEqualTo(1);
        assertThat(message.path("kind").asString()).isEqualTo("form");
        assertThat(found.getFirst().key())
                .isEqualTo(message.path("project").asString() + "/"
                        + message.path("documentId").asString());
    }

    @Test
    void aBatchThatFailsHalfwayIsSeenByNobody() throws InterruptedException {
        try (KafkaProducer<String, byte[]> other = clients().producer()) {
            announce("a");
            messages(1);
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>(topic, "k", "half".getBytes(StandardCharsets.UTF_8)));
            other.flush();
            other.abortTransaction();
            other.beginTransaction();
            other.send(new ProducerRecord<>(topic, "k", "not ours".getBytes(StandardCharsets.UTF_8)));
            other.commitTransaction();
        }
        announce("b");
        try (var consumer = new DurableConsumer(broker, "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 2);
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b");
        assertThat(feed.setAside("test")).isZero();
    }

    @Test
    void whileTheBrokerIsAwayChangesWait() throws InterruptedException {
        publishing.close();
        announce("a");
        eventually(() -> feed.head() == 1);
        try (Broker away = connected("localhost:1");
                Inbox inbox = feed.open(broker.publisherName(), 10)) {
            assertThatThrownBy(() -> inbox.digest(1, away.publisher())).isInstanceOf(PassingFailure.class);
        }
        assertThat(feed.setAside(broker.publisherName())).isZero();
        assertThat(feed.lag(broker.publisherName()).changes()).isEqualTo(1);
        publishing = publishing();
        assertThat(messages(1).stream().map(KafkaTransportTest::document)).containsExactly("a");
    }

    private static String document(ConsumerRecord<String, byte[]> message) {
        return JsonMapper.shared().readTree(message.value()).path("documentId").asString();
    }
}

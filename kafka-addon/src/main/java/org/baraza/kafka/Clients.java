// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.baraza.persistence.changes.Broker.Settings;

/** Makes Kafka's clients, with what the operator says and what must not be otherwise. */
record Clients(Settings settings) {
    /** A form may change many thousands of cases, and a change is not cut. */
    static final int LARGEST_MESSAGE = 16 << 20;

    /** For how long others wait for a node that died while it published. */
    private static final int LONGEST_TRANSACTION_MILLIS = 10_000;

    private static final int DELIVERY_MILLIS = 9_000;
    private static final int REQUEST_MILLIS = 4_000;
    /** A question that is not answered is asked again, or given up for now. */
    private static final Map<String, Object> PATIENCE =
            Map.of("request.timeout.ms", REQUEST_MILLIS, "default.api.timeout.ms", REQUEST_MILLIS);

    /** For how long the parts of a node that died are nobody's. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int FETCH_MILLIS = 100;
    private static final int HEARTBEAT_MILLIS = 3_000;

    Admin admin() {
        return Admin.create(properties(PATIENCE));
    }

    /** Each has a transactional id of its own: nodes take turns, and none is to end another's turn. */
    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                properties(Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topic() + "-" + UUID.randomUUID(),
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LONGEST_TRANSACTION_MILLIS,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One of a group whose members share the parts of the topic. */
    KafkaConsumer<String, byte[]> member(String group, int most) {
        return consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS));
    }

    /** One that looks wherever it likes, at one message at a time. */
    KafkaConsumer<String, byte[]> scout() {
        return consumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1));
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> more) {
        Properties properties = properties(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
        properties.putAll(PATIENCE);
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Properties properties(Map<String, Object> ours) {
        Properties properties = new Properties();
        properties.putAll(settings.more());
        properties.put("bootstrap.servers", settings.servers());
        properties.putAll(ours);
        return properties;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.baraza.persistence.changes.ChangeConsumer;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.changes.PassingFailure;
import org.baraza.persistence.crash.CrashPoint;
import org.jspecify.annotations.Nullable;

/**
 * Publishes changes, all of a batch or none: nothing later can stand in the topic without what came before it. After a failure
 * the producer is given up for a new one, and what was not committed is never seen.
 */
final class Publisher implements ChangeConsumer, AutoCloseable {
    private final Clients clients;
    private final Topic topic;
    private @Nullable Producer<String, byte[]> producer;

    Publisher(Clients clients, Topic topic) {
        this.clients = clients;
        this.topic = topic;
    }

    @Override
    public synchronized void accept(List<NumberedChange> changes) {
        try {
            Producer<String, byte[]> open = open();
            open.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (NumberedChange change : changes) {
                sent.add(open.send(message(change)));
            }
            open.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            open.commitTransaction();
        } catch (KafkaException | ExecutionException e) {
            close();
            throw failure(e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new PassingFailure("interrupted", e);
        }
        CrashPoint.AFTER_PUBLISHING.reached();
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            topic.ensure();
            open = clients.producer();
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private ProducerRecord<String, byte[]> message(NumberedChange change) {
        return new ProducerRecord<>(
                clients.settings().topic(),
                null,
                change.at().toEpochMilli(),
                ChangeMessage.key(change),
                ChangeMessage.write(change));
    }

    /** What is too large stays too large; everything else may be better the next time. */
    private static RuntimeException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return new IllegalStateException("larger than the broker allows", e);
            }
        }
        return new PassingFailure("the broker did not take it", e);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}

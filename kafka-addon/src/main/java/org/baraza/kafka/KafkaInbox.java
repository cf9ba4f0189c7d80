// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.baraza.persistence.changes.ChangeConsumer;
import org.baraza.persistence.changes.Inbox;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.changes.PartitionCursorStore;
import org.baraza.persistence.changes.PartitionCursorStore.Cursor;
import org.baraza.persistence.changes.PartitionCursorStore.Step;

/**
 * The parts of the topic that this node has of a consumer's. Kafka says which; where to read on stands in the database, and is
 * asked for in each round, so that whoever puts the consumer back is heard.
 */
final class KafkaInbox implements Inbox, ConsumerRebalanceListener {
    private static final Duration LOOK = Duration.ofMillis(100);
    /** What was read before is fetched anew, and there may be a fetch on its way that has to end first. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> member;
    private final PartitionCursorStore cursors;
    private final String consumer;
    private final Map<TopicPartition, Cursor> at = new HashMap<>();

    KafkaInbox(Consumer<String, byte[]> member, String topic, PartitionCursorStore cursors, String consumer) {
        this.member = member;
        this.cursors = cursors;
        this.consumer = consumer;
        member.subscribe(List.of(topic), this);
    }

    /** A change and its place in the topic. */
    private record Received(TopicPartition partition, long offset, NumberedChange change) {}

    @Override
    public boolean consume(ChangeConsumer work) {
        ConsumerRecords<String, byte[]> polled = poll(LOOK);
        List<Received> fresh = fresh(polled);
        if (!fresh.isEmpty()) {
            try {
                work.accept(fresh.stream().map(Received::change).toList());
            } catch (Throwable e) {
                goBack();
                throw e;
            }
        }
        goOn(fresh);
        return !polled.isEmpty();
    }

    @Override
    public Digestion digest(int mostFailures, ChangeConsumer work) {
        ConsumerRecords<String, byte[]> polled = poll(SECOND_LOOK);
        List<Received> fresh = fresh(polled);
        if (fresh.isEmpty()) {
            goOn(fresh);
            return polled.isEmpty() ? Digestion.NOTHING_THERE : Digestion.DONE;
        }
        try {
            Received next = fresh.getFirst();
            Optional<Throwable> failure = work.failureAt(next.change);
            Step step = new Step(cursor(next.partition), new Cursor(next.offset + 1, next.change.position()));
            return cursors.settle(consumer, next.partition.partition(), step, next.change, failure, mostFailures);
        } finally {
            // The rest is read again, from where the database then says.
            goBack();
        }
    }

    private ConsumerRecords<String, byte[]> poll(Duration longest) {
        place();
        return member.poll(longest);
    }

    /** What was not seen before, in the order of the feed: a stretch of it may stand in the topic twice. */
    private List<Received> fresh(ConsumerRecords<String, byte[]> polled) {
        List<Received> fresh = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            long seen = cursor(partition).position();
            for (ConsumerRecord<String, byte[]> message : polled.records(partition)) {
                Optional<NumberedChange> change = ChangeMessage.of(message);
                if (change.isPresent() && change.get().position() > seen) {
                    seen = change.get().position();
                    fresh.add(new Received(partition, message.offset(), change.get()));
                }
            }
        }
        fresh.sort(Comparator.comparingLong(one -> one.change.position()));
        return fresh;
    }

    /** All that was read is done, also where the broker had only marks of its own. */
    private void goOn(List<Received> done) {
        Map<TopicPartition, Long> seen = new HashMap<>();
        done.forEach(one -> seen.merge(one.partition, one.change.position(), Math::max));
        Map<Integer, Step> steps = new HashMap<>();
        for (TopicPartition partition : List.copyOf(at.keySet())) {
            Cursor from = cursor(partition);
            Cursor to = new Cursor(member.position(partition), seen.getOrDefault(partition, from.position()));
            if (!to.equals(from)) {
                steps.put(partition.partition(), new Step(from, to));
                at.put(partition, to);
            }
        }
        if (!steps.isEmpty()) {
            cursors.move(consumer, steps);
        }
    }

    private void goBack() {
        at.clear();
    }

    /** Reads on where the database says, wherever that is not where this node is. */
    private void place() {
        Map<Integer, Cursor> places = cursors.cursors(consumer);
        for (TopicPartition partition : member.assignment()) {
            Cursor place = places.getOrDefault(partition.partition(), Cursor.NONE);
            if (!place.equals(at.put(partition, place))) {
                member.seek(partition, place.offset());
            }
        }
    }

    private Cursor cursor(TopicPartition partition) {
        return at.getOrDefault(partition, Cursor.NONE);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        place();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(at::remove);
    }

    @Override
    public void close() {
        member.close(CloseOptions.timeout(GOODBYE));
    }
}

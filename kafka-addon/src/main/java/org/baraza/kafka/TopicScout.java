// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.baraza.persistence.changes.FeedTransport.Lag;
import org.baraza.persistence.changes.PartitionCursorStore.Cursor;
import org.baraza.persistence.changes.PassingFailure;
import org.jspecify.annotations.Nullable;

/** Looks at single messages of the topic, and takes none away. */
final class TopicScout implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final Clients clients;
    private @Nullable Consumer<String, byte[]> consumer;

    TopicScout(Clients clients) {
        this.clients = clients;
    }

    /**
     * Where in each part to read on for everything behind a position of the feed. A stretch of the feed may stand in a part
     * twice; wherever a message of up to that position is followed by a later one, all later ones are still to come.
     */
    synchronized Map<Integer, Cursor> behind(long position) {
        Map<TopicPartition, Long> begins = open().beginningOffsets(parts());
        Map<TopicPartition, Long> ends = ends();
        Map<Integer, Cursor> places = new HashMap<>();
        begins.forEach((part, begin) -> places.put(
                part.partition(), new Cursor(behind(part, begin, ends.getOrDefault(part, begin), position), position)));
        return places;
    }

    private long behind(TopicPartition part, long begin, long end, long position) {
        long low = begin;
        long high = end;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<ConsumerRecord<String, byte[]>> message = first(part, middle, high);
            if (message.isEmpty() || isBehind(message.get(), position)) {
                high = middle;
            } else {
                low = message.get().offset() + 1;
            }
        }
        return low;
    }

    /** What cannot be read is taken for late: reading on too early does no harm. */
    private static boolean isBehind(ConsumerRecord<String, byte[]> message, long position) {
        return ChangeMessage.of(message)
                .map(change -> change.position() > position)
                .orElse(true);
    }

    /** How far behind somebody is who is at these places. */
    synchronized Lag lag(Map<Integer, Cursor> places) {
        long changes = 0;
        Instant oldest = Instant.MAX;
        for (Map.Entry<TopicPartition, Long> end : ends().entrySet()) {
            long from =
                    places.getOrDefault(end.getKey().partition(), Cursor.NONE).offset();
            Optional<ConsumerRecord<String, byte[]>> next =
                    from < end.getValue() ? first(end.getKey(), from, end.getValue()) : Optional.empty();
            if (next.isPresent()) {
                changes += end.getValue() - next.get().offset();
                Instant at = Instant.ofEpochMilli(next.get().timestamp());
                oldest = at.isBefore(oldest) ? at : oldest;
            }
        }
        return changes == 0 ? Lag.NONE : new Lag(changes, Duration.between(oldest, Instant.now()));
    }

    /** The first message from an offset on and before another; there is none where the broker has only marks of its own. */
    private Optional<ConsumerRecord<String, byte[]>> first(TopicPartition part, long from, long before) {
        Consumer<String, byte[]> open = open();
        open.assign(List.of(part));
        open.seek(part, from);
        long latest = System.nanoTime() + LONGEST_LOOK.toNanos();
        while (open.position(part) < before) {
            for (ConsumerRecord<String, byte[]> message : open.poll(LOOK)) {
                return message.offset() < before ? Optional.of(message) : Optional.empty();
            }
            if (System.nanoTime() > latest) {
                throw new PassingFailure("the broker does not answer", new IllegalStateException(part.toString()));
            }
        }
        return Optional.empty();
    }

    /** Behind what was committed last. The client looks into this only for parts that it has. */
    private Map<TopicPartition, Long> ends() {
        List<TopicPartition> parts = parts();
        open().assign(parts);
        return open().endOffsets(parts);
    }

    private List<TopicPartition> parts() {
        return open().partitionsFor(clients.settings().topic()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private Consumer<String, byte[]> open() {
        Consumer<String, byte[]> open = consumer;
        if (open == null) {
            open = clients.scout();
            consumer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}

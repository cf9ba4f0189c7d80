// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.PARTITION_CURSOR;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.baraza.persistence.changes.Inbox.Digestion;
import org.baraza.persistence.schema.feed.tables.records.PartitionCursorRecord;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * How far consumers are in the parts of a broker's topic. Kept in the database, so that a cursor moves in one transaction with
 * what became of a change, and can be put back while consumers work.
 */
public final class PartitionCursorStore {

    /**
     * A place in a part.
     *
     * @param offset from which to read on
     * @param position of the last change of the feed that was seen in this part
     */
    public record Cursor(long offset, long position) {
        public static final Cursor NONE = new Cursor(0, 0);
    }

    /** From one place to another. */
    public record Step(Cursor from, Cursor to) {}

    private final DSLContext sql;
    private final String topic;
    private final AsideStore aside = new AsideStore();

    /** @param system connections of the role {@code baraza_system} */
    public PartitionCursorStore(DataSource system, String topic) {
        this.sql = DSL.using(system, SQLDialect.POSTGRES);
        this.topic = topic;
    }

    /** Where the consumer is in each part where it has been. */
    public Map<Integer, Cursor> cursors(String consumer) {
        return sql.selectFrom(PARTITION_CURSOR)
                .where(PARTITION_CURSOR.CONSUMER.eq(consumer))
                .and(PARTITION_CURSOR.TOPIC.eq(topic))
                .fetchMap(PARTITION_CURSOR.PARTITION_NO, row -> new Cursor(row.getNextOffset(), row.getLastPosition()));
    }

    /** Goes on in some parts; in those where somebody else moved the cursor meanwhile, it stays where it was put. */
    public void move(String consumer, Map<Integer, Step> steps) {
        sql.transaction(tx -> steps.forEach((partition, step) -> move(tx.dsl(), consumer, partition, step)));
    }

    /** Goes on behind a change that was handed over alone, unless it failed and is to be tried again. */
    public Digestion settle(
            String consumer, int partition, Step step, NumberedChange change, Optional<Throwable> failure, int most) {
        return sql.transactionResult(tx -> {
            Digestion digestion = aside.settle(tx.dsl(), consumer, change, failure, most);
            if (digestion != Digestion.FAILED) {
                move(tx.dsl(), consumer, partition, step);
            }
            return digestion;
        });
    }

    private void move(DSLContext tx, String consumer, int partition, Step step) {
        if (step.from().equals(Cursor.NONE)) {
            insert(tx, consumer, partition, step.to()).onConflictDoNothing().execute();
        }
        tx.update(PARTITION_CURSOR)
                .set(PARTITION_CURSOR.NEXT_OFFSET, step.to().offset())
                .set(PARTITION_CURSOR.LAST_POSITION, step.to().position())
                .set(PARTITION_CURSOR.MOVED_AT, DSL.currentInstant())
                .where(PARTITION_CURSOR.CONSUMER.eq(consumer))
                .and(PARTITION_CURSOR.TOPIC.eq(topic))
                .and(PARTITION_CURSOR.PARTITION_NO.eq(partition))
                .and(PARTITION_CURSOR.NEXT_OFFSET.eq(step.from().offset()))
                .and(PARTITION_CURSOR.LAST_POSITION.eq(step.from().position()))
                .execute();
    }

    /** Puts a consumer at places, wherever it is. */
    public void put(String consumer, Map<Integer, Cursor> places) {
        sql.transaction(tx -> places.forEach((partition, place) -> insert(tx.dsl(), consumer, partition, place)
                .onConflict(PARTITION_CURSOR.CONSUMER, PARTITION_CURSOR.TOPIC, PARTITION_CURSOR.PARTITION_NO)
                .doUpdate()
                .set(PARTITION_CURSOR.NEXT_OFFSET, place.offset())
                .set(PARTITION_CURSOR.LAST_POSITION, place.position())
                .set(PARTITION_CURSOR.MOVED_AT, DSL.currentInstant())
                .execute()));
    }

    private InsertSetMoreStep<PartitionCursorRecord> insert(
            DSLContext tx, String consumer, int partition, Cursor place) {
        return tx.insertInto(PARTITION_CURSOR)
                .set(PARTITION_CURSOR.CONSUMER, consumer)
                .set(PARTITION_CURSOR.TOPIC, topic)
                .set(PARTITION_CURSOR.PARTITION_NO, partition)
                .set(PARTITION_CURSOR.NEXT_OFFSET, place.offset())
                .set(PARTITION_CURSOR.LAST_POSITION, place.position());
    }
}

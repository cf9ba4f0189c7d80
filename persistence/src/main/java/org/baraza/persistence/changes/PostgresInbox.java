// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CONSUMER;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Changes straight from the feed, for one node at a time. */
final class PostgresInbox implements Inbox {
    /** Of the locks of consumers. */
    private static final int CONSUMERS = 0x6665_6564;

    private final DSLContext sql;
    private final String consumer;
    private final int most;
    private final AsideStore aside = new AsideStore();

    PostgresInbox(DSLContext sql, String consumer, int most) {
        this.sql = sql;
        this.consumer = consumer;
        this.most = most;
    }

    @Override
    public boolean consume(ChangeConsumer work) {
        return alone(false, session -> {
            long cursor = cursor(session);
            List<NumberedChange> changes = ChangeFeed.read(session, cursor, most);
            if (!changes.isEmpty()) {
                work.accept(changes);
                move(session, cursor, changes.getLast().position());
            }
            return changes.size() == most;
        });
    }

    @Override
    public Digestion digest(int mostFailures, ChangeConsumer work) {
        return alone(Digestion.NOTHING_THERE, session -> {
            long cursor = cursor(session);
            List<NumberedChange> next = ChangeFeed.read(session, cursor, 1);
            if (next.isEmpty()) {
                return Digestion.NOTHING_THERE;
            }
            NumberedChange change = next.getFirst();
            Optional<Throwable> failure = work.failureAt(change);
            return session.transactionResult(tx -> {
                Digestion digestion = aside.settle(tx.dsl(), consumer, change, failure, mostFailures);
                if (digestion != Digestion.FAILED) {
                    move(tx.dsl(), cursor, change.position());
                }
                return digestion;
            });
        });
    }

    /** Where the consumer is. */
    private long cursor(DSLContext session) {
        session.insertInto(CONSUMER)
                .set(CONSUMER.NAME, consumer)
                .onConflictDoNothing()
                .execute();
        return session.select(CONSUMER.LAST_POSITION)
                .from(CONSUMER)
                .where(CONSUMER.NAME.eq(consumer))
                .fetchSingle(CONSUMER.LAST_POSITION);
    }

    /** Stays where it was put if somebody let it begin anew meanwhile. */
    private void move(DSLContext session, long from, long position) {
        session.update(CONSUMER)
                .set(CONSUMER.LAST_POSITION, position)
                .set(CONSUMER.MOVED_AT, DSL.currentInstant())
                .where(CONSUMER.NAME.eq(consumer))
                .and(CONSUMER.LAST_POSITION.eq(from))
                .execute();
    }

    /** Works while no other node works for the consumer; what is held is a lock of the session, no transaction. */
    private <R> R alone(R whenBusy, Function<DSLContext, R> work) {
        return sql.connectionResult(connection -> {
            connection.setAutoCommit(true);
            DSLContext session = DSL.using(connection, SQLDialect.POSTGRES);
            if (!told(session, "pg_try_advisory_lock({0}, hashtext({1}))")) {
                return whenBusy;
            }
            try {
                return work.apply(session);
            } finally {
                told(session, "pg_advisory_unlock({0}, hashtext({1}))");
            }
        });
    }

    private boolean told(DSLContext session, String lock) {
        return session.select(DSL.field(lock, SQLDataType.BOOLEAN, DSL.val(CONSUMERS), DSL.val(consumer)))
                .fetchSingle()
                .value1();
    }

    @Override
    public void close() {
        // Holds nothing between calls.
    }
}

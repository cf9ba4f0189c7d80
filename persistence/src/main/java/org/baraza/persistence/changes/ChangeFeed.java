// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CHANGE;
import static org.baraza.persistence.schema.feed.Tables.CONSUMER;
import static org.baraza.persistence.schema.feed.Tables.HEAD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.ProjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the numbered feed across projects and keeps the cursors of its durable consumers. */
public final class ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** Of the locks of consumers. */
    private static final int CONSUMERS = 0x6665_6564;

    private final DSLContext sql;
    private final AsideStore aside = new AsideStore();

    /** @param system connections of the role {@code baraza_system} */
    public ChangeFeed(DataSource system) {
        this.sql = DSL.using(system, SQLDialect.POSTGRES);
    }

    /** The newest position; 0 when there is none. */
    public long head() {
        return transact(tx -> tx.select(HEAD.LAST_POSITION).from(HEAD).fetchSingle(HEAD.LAST_POSITION));
    }

    /** Changes after a position, in order; index change_by_position. */
    public List<NumberedChange> after(long position, int most) {
        return transact(tx -> read(tx, position, most));
    }

    /**
     * Hands the next changes to a durable consumer and moves its cursor behind them once it has done its work: that is done at
     * least once, so it must not mind a repetition. One node at a time works for a consumer, and no transaction lasts as long
     * as that, because it would hold back the numbers of everybody's changes.
     *
     * @return how many were handed over; 0 also when another node is at it
     */
    public int consume(String consumer, int most, ChangeConsumer work) {
        return alone(consumer, 0, session -> {
            long cursor = cursor(session, consumer);
            List<NumberedChange> changes = read(session, cursor, most);
            if (!changes.isEmpty()) {
                work.accept(changes);
                move(session, consumer, cursor, changes.getLast().position());
            }
            return changes.size();
        });
    }

    /** What came of handing one change to a consumer. */
    enum Digestion {
        NOTHING_THERE,
        DONE,
        FAILED,
        SET_ASIDE
    }

    /**
     * Hands the next change alone to a durable consumer. One that it fails at again and again is set aside with the reason, and
     * the consumer goes on behind it.
     *
     * @param most failures until then
     */
    Digestion digest(String consumer, int most, ChangeConsumer work) {
        return alone(consumer, Digestion.NOTHING_THERE, session -> {
            long cursor = cursor(session, consumer);
            List<NumberedChange> next = read(session, cursor, 1);
            if (next.isEmpty()) {
                return Digestion.NOTHING_THERE;
            }
            Optional<Throwable> failure = failure(next, work);
            return session.transactionResult(
                    tx -> digested(tx.dsl(), consumer, cursor, next.getFirst(), failure, most));
        });
    }

    /** Why a consumer cannot digest a change; throws when that is for now only. */
    private static Optional<Throwable> failure(List<NumberedChange> change, ChangeConsumer work) {
        try {
            work.accept(change);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            if (Outage.isPassing(e)) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    private Digestion digested(
            DSLContext tx, String consumer, long cursor, NumberedChange change, Optional<Throwable> failure, int most) {
        if (failure.isPresent() && aside.failed(tx, consumer, change, failure.get()) < most) {
            return Digestion.FAILED;
        }
        move(tx, consumer, cursor, change.position());
        if (failure.isEmpty()) {
            aside.forget(tx, consumer, change);
            return Digestion.DONE;
        }
        aside.setAside(tx, consumer, change);
        LOG.atError()
                .addKeyValue("consumer", consumer)
                .addKeyValue("project", change.project())
                .addKeyValue("position", change.position())
                .log("feed.change_set_aside");
        return Digestion.SET_ASIDE;
    }

    /**
     * Hands a change that was set aside to its consumer once more; it stays set aside if that fails.
     *
     * @return whether it is digested now; false too when there is no such change
     */
    public boolean retry(String consumer, ProjectId project, long position, ChangeConsumer work) {
        return transact(tx -> {
            if (!aside.lock(tx, consumer, project, position)) {
                return false;
            }
            List<NumberedChange> found = read(tx, position - 1, 1);
            if (found.isEmpty() || found.getFirst().position() != position) {
                return false;
            }
            NumberedChange change = found.getFirst();
            Optional<Throwable> failure = failure(found, work);
            if (failure.isPresent()) {
                aside.failed(tx, consumer, change, failure.get());
                return false;
            }
            aside.forget(tx, consumer, change);
            return true;
        });
    }

    /** Lets a durable consumer begin anew behind a position: what it does must not mind a repetition. */
    public void rewind(String consumer, long position) {
        transact(tx -> {
            tx.update(CONSUMER)
                    .set(CONSUMER.LAST_POSITION, position)
                    .set(CONSUMER.MOVED_AT, DSL.currentInstant())
                    .where(CONSUMER.NAME.eq(consumer))
                    .execute();
            return true;
        });
    }

    /**
     * How far a durable consumer is behind.
     *
     * @param changes that it has not seen
     * @param age of the oldest of them
     */
    public record Lag(long changes, Duration age) {}

    /** How far each durable consumer is behind, by its name. */
    public Map<String, Lag> lags() {
        return transact(tx -> {
            long head = tx.select(HEAD.LAST_POSITION).from(HEAD).fetchSingle(HEAD.LAST_POSITION);
            Map<String, Lag> lags = new LinkedHashMap<>();
            tx.selectFrom(CONSUMER).orderBy(CONSUMER.NAME).forEach(row -> {
                List<NumberedChange> next = read(tx, row.getLastPosition(), 1);
                Duration age = next.isEmpty()
                        ? Duration.ZERO
                        : Duration.between(next.getFirst().at(), Instant.now());
                lags.put(row.getName(), new Lag(Math.max(0, head - row.getLastPosition()), age));
            });
            return lags;
        });
    }

    /** How many changes a consumer could not digest, and left behind. */
    public int setAside(String consumer) {
        return transact(tx -> aside.count(tx, consumer));
    }

    /** Where a consumer is. */
    private static long cursor(DSLContext session, String consumer) {
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
    private static void move(DSLContext sql, String consumer, long from, long position) {
        sql.update(CONSUMER)
                .set(CONSUMER.LAST_POSITION, position)
                .set(CONSUMER.MOVED_AT, DSL.currentInstant())
                .where(CONSUMER.NAME.eq(consumer))
                .and(CONSUMER.LAST_POSITION.eq(from))
                .execute();
    }

    /** Works while no other node works for the consumer; what is held is a lock of the session, no transaction. */
    private <R> R alone(String consumer, R whenBusy, Function<DSLContext, R> work) {
        return sql.connectionResult(connection -> {
            connection.setAutoCommit(true);
            DSLContext session = DSL.using(connection, SQLDialect.POSTGRES);
            if (!told(session, "pg_try_advisory_lock({0}, hashtext({1}))", consumer)) {
                return whenBusy;
            }
            try {
                return work.apply(session);
            } finally {
                told(session, "pg_advisory_unlock({0}, hashtext({1}))", consumer);
            }
        });
    }

    private static boolean told(DSLContext session, String lock, String consumer) {
        return session.select(DSL.field(lock, SQLDataType.BOOLEAN, DSL.val(CONSUMERS), DSL.val(consumer)))
                .fetchSingle()
                .value1();
    }

    /**
     * The projects in which anything ever happened, for work that goes through all of them. Steps through the key from one
     * project to the next, so that it costs as much as there are projects.
     */
    public List<ProjectId> projects() {
        return transact(tx -> {
            List<ProjectId> found = new ArrayList<>();
            Optional<UUID> next = firstProject(tx, DSL.noCondition());
            while (next.isPresent()) {
                found.add(new ProjectId(next.get()));
                next = firstProject(tx, CHANGE.PROJECT_ID.gt(next.get()));
            }
            return found;
        });
    }

    private static Optional<UUID> firstProject(DSLContext tx, Condition behind) {
        return tx.select(CHANGE.PROJECT_ID)
                .from(CHANGE)
                .where(behind)
                .orderBy(CHANGE.PROJECT_ID)
                .limit(1)
                .fetchOptional(CHANGE.PROJECT_ID);
    }

    private static List<NumberedChange> read(DSLContext tx, long position, int most) {
        return tx.selectFrom(CHANGE)
                .where(CHANGE.FEED_POSITION.gt(position))
                .orderBy(CHANGE.FEED_POSITION)
                .limit(most)
                .fetch(row -> new NumberedChange(
                        row.getFeedPosition(),
                        new ProjectId(row.getProjectId()),
                        Change.Kind.ofWireName(row.getKind()),
                        row.getDocumentId(),
                        List.of(row.getCaseIds()),
                        row.getAt()));
    }

    private <R> R transact(Function<DSLContext, R> work) {
        return sql.transactionResult(configuration -> work.apply(configuration.dsl()));
    }
}

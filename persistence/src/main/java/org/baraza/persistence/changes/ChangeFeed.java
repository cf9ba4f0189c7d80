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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the numbered feed across projects and keeps the cursors of its durable consumers. */
public final class ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

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
     * Hands the next changes to a durable consumer and moves its cursor behind them, in one transaction of the feed: the
     * work is done at least once, so it must not mind a repetition. One node at a time works for a consumer.
     *
     * @return how many were handed over; 0 also when another node is at it
     */
    public int consume(String consumer, int most, ChangeConsumer work) {
        return transact(tx -> {
            Optional<Long> cursor = cursor(tx, consumer);
            if (cursor.isEmpty()) {
                return 0;
            }
            List<NumberedChange> changes = read(tx, cursor.get(), most);
            if (!changes.isEmpty()) {
                work.accept(changes);
                move(tx, consumer, changes.getLast().position());
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
        return transact(tx -> {
            Optional<Long> cursor = cursor(tx, consumer);
            List<NumberedChange> next =
                    cursor.map(position -> read(tx, position, 1)).orElse(List.of());
            if (next.isEmpty()) {
                return Digestion.NOTHING_THERE;
            }
            NumberedChange change = next.getFirst();
            Digestion digestion = Digestion.DONE;
            try {
                work.accept(next);
            } catch (RuntimeException | StackOverflowError e) {
                if (Outage.isPassing(e)) {
                    throw e;
                }
                digestion = aside.failed(tx, consumer, change, e) < most ? Digestion.FAILED : Digestion.SET_ASIDE;
            }
            switch (digestion) {
                case DONE -> aside.forget(tx, consumer, change);
                case SET_ASIDE -> {
                    aside.setAside(tx, consumer, change);
                    LOG.atError()
                            .addKeyValue("consumer", consumer)
                            .addKeyValue("project", change.project())
                            .addKeyValue("position", change.position())
                            .log("feed.change_set_aside");
                }
                case FAILED, NOTHING_THERE -> {}
            }
            if (digestion != Digestion.FAILED) {
                move(tx, consumer, change.position());
            }
            return digestion;
        });
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
            try {
                work.accept(List.of(change));
            } catch (RuntimeException | StackOverflowError e) {
                if (Outage.isPassing(e)) {
                    throw e;
                }
                aside.failed(tx, consumer, change, e);
                return false;
            }
            aside.forget(tx, consumer, change);
            return true;
        });
    }

    /** Lets a durable consumer begin anew behind a position: what it does must not mind a repetition. */
    public void rewind(String consumer, long position) {
        transact(tx -> {
            move(tx, consumer, position);
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

    /** Where a consumer is, which nobody else moves meanwhile; empty while another node is at it. */
    private static Optional<Long> cursor(DSLContext tx, String consumer) {
        tx.insertInto(CONSUMER)
                .set(CONSUMER.NAME, consumer)
                .onConflictDoNothing()
                .execute();
        return tx.select(CONSUMER.LAST_POSITION)
                .from(CONSUMER)
                .where(CONSUMER.NAME.eq(consumer))
                .forUpdate()
                .skipLocked()
                .fetchOptional(CONSUMER.LAST_POSITION);
    }

    private static void move(DSLContext tx, String consumer, long position) {
        tx.update(CONSUMER)
                .set(CONSUMER.LAST_POSITION, position)
                .set(CONSUMER.MOVED_AT, DSL.currentInstant())
                .where(CONSUMER.NAME.eq(consumer))
                .execute();
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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CHANGE;
import static org.baraza.persistence.schema.feed.Tables.CONSUMER;
import static org.baraza.persistence.schema.feed.Tables.HEAD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.baraza.persistence.tenancy.ProjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Reads the numbered feed across projects, and hands it to durable consumers, each on one node at a time. */
public final class ChangeFeed implements FeedTransport {
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

    @Override
    public Inbox open(String consumer, int most) {
        return new PostgresInbox(sql, consumer, most);
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
            Optional<Throwable> failure = work.failureAt(change);
            if (failure.isPresent()) {
                aside.failed(tx, consumer, change, failure.get());
                return false;
            }
            aside.forget(tx, consumer, change);
            return true;
        });
    }

    @Override
    public void rewind(String consumer, long position) {
        transact(tx -> tx.update(CONSUMER)
                .set(CONSUMER.LAST_POSITION, position)
                .set(CONSUMER.MOVED_AT, DSL.currentInstant())
                .where(CONSUMER.NAME.eq(consumer))
                .execute());
    }

    @Override
    public Lag lag(String consumer) {
        return transact(tx -> tx.select(CONSUMER.LAST_POSITION)
                .from(CONSUMER)
                .where(CONSUMER.NAME.eq(consumer))
                .fetchOptional(CONSUMER.LAST_POSITION)
                .flatMap(position -> lag(tx, position))
                .orElse(Lag.NONE));
    }

    private static Optional<Lag> lag(DSLContext tx, long position) {
        long head = tx.select(HEAD.LAST_POSITION).from(HEAD).fetchSingle(HEAD.LAST_POSITION);
        return read(tx, position, 1).stream()
                .findFirst()
                .map(next -> new Lag(Math.max(1, head - position), Duration.between(next.at(), Instant.now())));
    }

    /** How many changes a consumer could not digest, and left behind. */
    public int setAside(String consumer) {
        return transact(tx -> aside.count(tx, consumer));
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

    static List<NumberedChange> read(DSLContext tx, long position, int most) {
        return tx.selectFrom(CHANGE)
                .where(CHANGE.FEED_POSITION.gt(position))
                .orderBy(CHANGE.FEED_POSITION)
                .limit(most)
                .fetch(PastChanges::change);
    }

    private <R> R transact(Function<DSLContext, R> work) {
        return sql.transactionResult(configuration -> work.apply(configuration.dsl()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.SET_ASIDE;

import java.util.Optional;
import org.baraza.persistence.changes.Inbox.Digestion;
import org.baraza.persistence.tenancy.ProjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes that consumers failed at, by primary key. */
final class AsideStore {
    private static final Logger LOG = LoggerFactory.getLogger(AsideStore.class);
    private static final int LONGEST_REASON = 500;

    /**
     * Notes what became of a change that was handed over alone.
     *
     * @param most failures until it is set aside
     */
    Digestion settle(DSLContext tx, String consumer, NumberedChange change, Optional<Throwable> failure, int most) {
        if (failure.isEmpty()) {
            forget(tx, consumer, change);
            return Digestion.DONE;
        }
        if (failed(tx, consumer, change, failure.get()) < most) {
            return Digestion.FAILED;
        }
        setAside(tx, consumer, change);
        LOG.atError()
                .addKeyValue("consumer", consumer)
                .addKeyValue("project", change.project())
                .addKeyValue("position", change.position())
                .log("feed.change_set_aside");
        return Digestion.SET_ASIDE;
    }

    /**
     * Notes a failure.
     *
     * @return how many there were
     */
    int failed(DSLContext tx, String consumer, NumberedChange change, Throwable why) {
        String text = (why.getClass().getSimpleName() + ": " + why.getMessage()).replace("\0", "");
        String reason = text.substring(0, Math.min(text.length(), LONGEST_REASON));
        return tx.insertInto(SET_ASIDE)
                .set(SET_ASIDE.PROJECT_ID, change.project().value())
                .set(SET_ASIDE.CONSUMER, consumer)
                .set(SET_ASIDE.FEED_POSITION, change.position())
                .set(SET_ASIDE.REASON, reason)
                .onConflict(SET_ASIDE.PROJECT_ID, SET_ASIDE.CONSUMER, SET_ASIDE.FEED_POSITION)
                .doUpdate()
                .set(SET_ASIDE.FAILURES, SET_ASIDE.FAILURES.plus(1))
                .set(SET_ASIDE.REASON, reason)
                .set(SET_ASIDE.FAILED_AT, DSL.currentInstant())
                .returning(SET_ASIDE.FAILURES)
                .fetchSingle(SET_ASIDE.FAILURES);
    }

    private void setAside(DSLContext tx, String consumer, NumberedChange change) {
        tx.update(SET_ASIDE)
                .set(SET_ASIDE.SET_ASIDE_AT, DSL.currentInstant())
                .where(is(consumer, change.project(), change.position()))
                .execute();
    }

    /** There are few, or somebody should know. */
    int count(DSLContext tx, String consumer) {
        return tx.fetchCount(SET_ASIDE, SET_ASIDE.CONSUMER.eq(consumer).and(SET_ASIDE.SET_ASIDE_AT.isNotNull()));
    }

    void forget(DSLContext tx, String consumer, NumberedChange change) {
        tx.deleteFrom(SET_ASIDE)
                .where(is(consumer, change.project(), change.position()))
                .execute();
    }

    /** Whether the change is set aside, and nobody else does anything about it. */
    boolean lock(DSLContext tx, String consumer, ProjectId project, long position) {
        return tx.select(SET_ASIDE.FEED_POSITION)
                .from(SET_ASIDE)
                .where(is(consumer, project, position))
                .and(SET_ASIDE.SET_ASIDE_AT.isNotNull())
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
    }

    private static Condition is(String consumer, ProjectId project, long position) {
        return SET_ASIDE
                .PROJECT_ID
                .eq(project.value())
                .and(SET_ASIDE.CONSUMER.eq(consumer))
                .and(SET_ASIDE.FEED_POSITION.eq(position));
    }
}

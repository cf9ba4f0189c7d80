// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CHANGE;
import static org.baraza.persistence.schema.feed.Tables.SET_ASIDE;

import java.time.Instant;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Changes of the project in scope that a consumer could not digest, by primary key. */
public final class SetAsideChanges {

    /**
     * A change that was set aside.
     *
     * @param reason what went wrong, the last time
     */
    public record SetAside(NumberedChange change, int failures, String reason, Instant at) {}

    /**
     * The newest first.
     *
     * @param before position of the last one that was seen; the largest number for the first page
     */
    public List<SetAside> page(Tx tx, String consumer, long before, int most) {
        return tx.sql()
                .select(CHANGE.fields())
                .select(SET_ASIDE.FAILURES, SET_ASIDE.REASON, SET_ASIDE.SET_ASIDE_AT)
                .from(SET_ASIDE)
                .join(CHANGE)
                .on(CHANGE.PROJECT_ID.eq(SET_ASIDE.PROJECT_ID))
                .and(CHANGE.FEED_POSITION.eq(SET_ASIDE.FEED_POSITION))
                .where(of(consumer))
                .and(SET_ASIDE.FEED_POSITION.lt(before))
                .orderBy(SET_ASIDE.FEED_POSITION.desc())
                .limit(most)
                .fetch(row -> new SetAside(
                        PastChanges.change(row.into(CHANGE)),
                        row.get(SET_ASIDE.FAILURES),
                        row.get(SET_ASIDE.REASON),
                        row.get(SET_ASIDE.SET_ASIDE_AT)));
    }

    public int count(Tx tx, String consumer) {
        return tx.sql().fetchCount(SET_ASIDE, of(consumer));
    }

    public boolean isThere(Tx tx, String consumer, long position) {
        return tx.sql().fetchExists(SET_ASIDE, of(consumer).and(SET_ASIDE.FEED_POSITION.eq(position)));
    }

    /**
     * Gives a change up for good.
     *
     * @return whether there was one
     */
    public boolean drop(Tx tx, String consumer, long position) {
        return tx.sql()
                        .deleteFrom(SET_ASIDE)
                        .where(of(consumer))
                        .and(SET_ASIDE.FEED_POSITION.eq(position))
                        .execute()
                > 0;
    }

    private static Condition of(String consumer) {
        return SET_ASIDE.CONSUMER.eq(consumer).and(SET_ASIDE.SET_ASIDE_AT.isNotNull());
    }
}

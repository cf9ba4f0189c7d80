// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CHANGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.persistence.schema.feed.tables.records.ChangeRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** What a stretch of the feed of the project in scope tells; indexes change_by_time and change_of_project. */
public final class PastChanges {

    /**
     * A stretch of the feed.
     *
     * @param first position of its first change; 0 when there is none
     * @param last position of its last change
     * @param changes how many there are
     */
    public record Stretch(Instant since, Instant until, long first, long last, int changes) {}

    /** What changed from a moment on and before another. */
    public Stretch between(Tx tx, Instant since, Instant until) {
        return tx.sql()
                .select(min(CHANGE.FEED_POSITION), max(CHANGE.FEED_POSITION), count())
                .from(CHANGE)
                .where(CHANGE.AT.ge(since))
                .and(CHANGE.AT.lt(until))
                .and(CHANGE.FEED_POSITION.isNotNull())
                .fetchSingle(row -> new Stretch(
                        since,
                        until,
                        Optional.ofNullable(row.value1()).orElse(0L),
                        Optional.ofNullable(row.value2()).orElse(0L),
                        row.value3()));
    }

    /** The next changes of a stretch behind a position, in order. */
    public List<NumberedChange> after(Tx tx, Stretch stretch, long position, int most) {
        return tx.sql()
                .selectFrom(CHANGE)
                .where(within(stretch, position))
                .orderBy(CHANGE.FEED_POSITION)
                .limit(most)
                .fetch(PastChanges::change);
    }

    /** The position of the change with that number in a stretch, from 1 on; the end when there are fewer. */
    public long position(Tx tx, Stretch stretch, int number) {
        return number == 0
                ? stretch.first() - 1
                : tx.sql()
                        .select(CHANGE.FEED_POSITION)
                        .from(CHANGE)
                        .where(within(stretch, stretch.first() - 1))
                        .orderBy(CHANGE.FEED_POSITION)
                        .offset(number - 1)
                        .limit(1)
                        .fetchOptional(CHANGE.FEED_POSITION)
                        .orElse(stretch.last());
    }

    private static Condition within(Stretch stretch, long position) {
        return CHANGE.FEED_POSITION
                .gt(position)
                .and(CHANGE.FEED_POSITION.le(stretch.last()))
                .and(CHANGE.AT.ge(stretch.since()))
                .and(CHANGE.AT.lt(stretch.until()));
    }

    static NumberedChange change(ChangeRecord row) {
        return new NumberedChange(
                row.getFeedPosition(),
                new ProjectId(row.getProjectId()),
                Change.Kind.ofWireName(row.getKind()),
                row.getDocumentId(),
                List.of(row.getCaseIds()),
                row.getAt());
    }
}

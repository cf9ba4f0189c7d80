// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.feed.Tables.CHANGE;
import static org.baraza.persistence.schema.feed.Tables.STAMP;
import static org.jooq.impl.DSL.max;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot of the project in scope sees of its feed. A place in it is a number and, because numbers are given a
 * moment after the commit, the few changes that were seen without one: together they say exactly what was seen, on any
 * node, and also after the database moved to another server.
 */
public final class ProjectChanges {
    private static final int FETCH_SIZE = 5_000;

    /**
     * How far a snapshot saw.
     *
     * @param position all changes up to it
     * @param waiting ids of changes seen beyond it
     */
    public record Place(long position, Set<Long> waiting) {}

    /** A change to cases, as a sync must know it. */
    public interface Reader {
        /** @param syncLogId as {@link Change#syncLogId()} */
        void read(int[] caseNumbers, @Nullable String syncLogId);
    }

    /** The place that this snapshot has reached. */
    public Place place(Tx tx) {
        Long position = tx.sql()
                .select(max(CHANGE.FEED_POSITION))
                .from(CHANGE)
                .where(CHANGE.FEED_POSITION.isNotNull())
                .fetchSingle()
                .value1();
        List<Long> waiting = tx.sql()
                .select(CHANGE.CHANGE_ID)
                .from(CHANGE)
                .where(CHANGE.FEED_POSITION.isNull())
                .fetch(CHANGE.CHANGE_ID);
        return new Place(position == null ? 0 : position, new HashSet<>(waiting));
    }

    /**
     * The last stamp that a form or a case of the project was written with, as this snapshot sees it: two snapshots that see
     * the same one see the same forms and cases. Empty while nothing was written.
     */
    public Optional<Instant> lastStamp(Tx tx) {
        return tx.sql().select(STAMP.LAST_ON).from(STAMP).fetchOptional(STAMP.LAST_ON);
    }

    /** What this snapshot sees and that place did not; indexes change_of_project and change_waiting_of_project. */
    public void since(Tx tx, Place place, Reader reader) {
        read(tx, CHANGE.FEED_POSITION.gt(place.position()), place.waiting(), reader);
        read(tx, CHANGE.FEED_POSITION.isNull(), place.waiting(), reader);
    }

    private static void read(Tx tx, Condition part, Set<Long> seen, Reader reader) {
        try (ResultSet rows = tx.sql()
                .select(CHANGE.CHANGE_ID, CHANGE.CASE_NUMBERS, CHANGE.SYNC_LOG_ID)
                .from(CHANGE)
                .where(part)
                .fetchSize(FETCH_SIZE)
                .fetchResultSet()) {
            while (rows.next()) {
                if (!seen.contains(rows.getLong(1))) {
                    reader.read(numbers((Object[]) rows.getArray(2).getArray()), rows.getString(3));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading the changes of a project failed", e);
        }
    }

    private static int[] numbers(Object[] values) {
        int[] numbers = new int[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (Integer) values[i];
        }
        return numbers;
    }
}

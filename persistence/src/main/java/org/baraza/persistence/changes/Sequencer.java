// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.baraza.persistence.crash.CrashPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers changes. Every node runs one; the one that holds the advisory lock works, the others stand by.
 *
 * <p>A row is numbered once its transaction is older than every running one, so that nothing can later appear before it.
 * Among those that are due, the change id decides: it is drawn under the locks of the documents, so two changes of one
 * document are numbered in the order in which they were made. A row whose transaction id lies in the future came with a dump from another cluster and is numbered at once.
 */
public final class Sequencer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final long LOCK = 0x6261_7261_7a61L;
    private static final int BATCH = 5_000;
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration BETWEEN_THOROUGH_ROUNDS = Duration.ofSeconds(10);

    /** Whatever waits, wherever it came from. Reads past every entry of the index that is dead and not yet vacuumed. */
    private static final String ALL = """
            at_xid < pg_snapshot_xmin(pg_current_snapshot()) or at_xid >= pg_snapshot_xmax(pg_current_snapshot())""";

    /** What came due since a round that left nothing behind: what it and those before numbered is not read again. */
    private static final String RECENT = """
            at_xid >= ?::text::xid8 and at_xid < pg_snapshot_xmin(pg_current_snapshot())""";

    private static final String NUMBER = """
            with head as (
                select last_position from feed.head for update
            ), due as (
                select project_id, change_id,
                       (select last_position from head) + row_number() over (order by change_id) as place
                from (
                    select project_id, change_id
                    from feed.change
                    where feed_position is null and (%s)
                    order by change_id
                    limit %d) waiting
            ), numbered as (
                update feed.change c
                set feed_position = due.place
                from due
                where c.project_id = due.project_id and c.change_id = due.change_id
                returning feed_position
            ), moved as (
                update feed.head
                set last_position = greatest(last_position, (select max(feed_position) from numbered))
                where exists (select from numbered)
                returning last_position
            )
            select count(*), pg_snapshot_xmin(pg_current_snapshot())::text from numbered
            """;

    private final DataSource system;
    private final Duration idle;
    private final Loop loop;

    /**
     * Starts at once.
     *
     * @param system connections of the role {@code baraza_system}
     * @param idle how long to rest when nobody nudges
     */
    public Sequencer(DataSource system, Duration idle) {
        this.system = system;
        this.idle = idle;
        this.loop = new Loop("sequencer", this::run);
    }

    /** Something was committed: look soon. Never blocks. */
    public void nudge() {
        loop.nudge();
    }

    private void run(Loop running) {
        while (running.isRunning()) {
            try (Connection connection = system.getConnection()) {
                connection.setAutoCommit(true);
                if (lead(connection)) {
                    work(running, connection);
                } else {
                    rest(running);
                }
            } catch (SQLException e) {
                LOG.atWarn().addKeyValue("state", e.getSQLState()).log("sequencer lost the database");
                rest(running);
            }
        }
    }

    /** Numbers what is due until this node stops or the connection, and with it the lead, is lost. */
    private void work(Loop running, Connection connection) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(NUMBER.formatted(ALL, BATCH));
                PreparedStatement recent = connection.prepareStatement(NUMBER.formatted(RECENT, BATCH))) {
            while (running.isRunning()) {
                Round round = number(all);
                long thorough = System.nanoTime() + BETWEEN_THOROUGH_ROUNDS.toNanos();
                while (running.isRunning() && !round.isFull() && System.nanoTime() < thorough) {
                    rest(running);
                    recent.setString(1, round.horizon);
                    round = number(recent);
                }
            }
        } finally {
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        }
    }

    /**
     * One statement's work.
     *
     * @param horizon transactions before it were over; unless the round was full, all their changes are numbered
     */
    private record Round(int count, String horizon) {
        boolean isFull() {
            return count == BATCH;
        }
    }

    private static Round number(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            CrashPoint.AFTER_NUMBERING.reached();
            return new Round(result.getInt(1), result.getString(2));
        }
    }

    private static boolean lead(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private void rest(Loop running) {
        if (running.rest(idle) && running.isRunning()) {
            // What was committed just now may still be younger than a running transaction; a moment later it is
            // not. And whatever comes in that moment is numbered by the same statement and the same commit.
            running.gather(GATHERING);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}

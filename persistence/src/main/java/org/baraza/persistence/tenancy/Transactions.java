// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.baraza.persistence.crash.CrashPoint;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * Opens transactions as the application's role. The first statement of each tells the database for whom it works, in
 * settings that end with the transaction, so that a pooled connection never remembers a tenant.
 */
public final class Transactions {
    private final DataSource dataSource;
    private final Settings settings;

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
        this.settings = SettingsTools.defaultSettings()
                .withExecuteUpdateWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW)
                .withExecuteDeleteWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW)
                .withExecuteLogging(false);
    }

    /** Reads and writes in the project in scope; committed and durable when this returns. */
    public <R> R write(Function<Tx, R> work) {
        return writeAs(Visibility.project(ProjectScope.current()), work);
    }

    /** As {@link #write(Function)}, for work without an answer. */
    public void writing(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Reads in the project in scope, all of it in one snapshot. */
    public <R> R read(Function<Tx, R> work) {
        return readAs(Visibility.project(ProjectScope.current()), work);
    }

    /** Reads and writes with an explicit visibility: signing in, making a project, what belongs to a user. */
    public <R> R writeAs(Visibility visibility, Function<Tx, R> work) {
        return run(visibility, Mode.WRITE, work);
    }

    /** As {@link #writeAs}, for work without an answer. */
    public void writingAs(Visibility visibility, Consumer<Tx> work) {
        writeAs(visibility, tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Reads with an explicit visibility, in one snapshot. */
    public <R> R readAs(Visibility visibility, Function<Tx, R> work) {
        return run(visibility, Mode.READ, work);
    }

    private enum Mode {
        READ("set transaction isolation level repeatable read, read only; "),
        WRITE("");

        private final String isolation;

        Mode(String isolation) {
            this.isolation = isolation;
        }
    }

    private <R> R run(Visibility visibility, Mode mode, Function<Tx, R> work) {
        try (Connection connection = dataSource.getConnection()) {
            begin(connection, mode, visibility);
            Tx tx = new Tx(DSL.using(new DefaultConfiguration()
                    .set(connection)
                    .set(SQLDialect.POSTGRES)
                    .set(settings)));
            R result;
            try {
                result = work.apply(tx);
                CrashPoint.BEFORE_COMMIT.reached();
                connection.commit();
                CrashPoint.AFTER_COMMIT.reached();
            } catch (Throwable failure) {
                rollback(connection, failure);
                throw failure;
            }
            tx.committed();
            return result;
        } catch (SQLException e) {
            throw new DataAccessException("transaction failed", e);
        }
    }

    /** One round trip: the driver sends `begin`, the isolation level and the settings together. */
    private static void begin(Connection connection, Mode mode, Visibility visibility) throws SQLException {
        SequencedMap<String, String> settings = visibility.settings();
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a transaction must say what it may see");
        }
        String calls = "select set_config(?, ?, true)" + ", set_config(?, ?, true)".repeat(settings.size() - 1);
        try (PreparedStatement statement = connection.prepareStatement(mode.isolation + calls)) {
            int parameter = 0;
            for (var setting : settings.entrySet()) {
                statement.setString(++parameter, setting.getKey());
                statement.setString(++parameter, setting.getValue());
            }
            statement.execute();
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}

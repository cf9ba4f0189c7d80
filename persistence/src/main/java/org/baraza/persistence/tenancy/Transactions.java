// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
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
        return run(Opening.WRITING, visibility, work);
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
        return run(Opening.SNAPSHOT, visibility, work);
    }

    private <R> R run(Opening opening, Visibility visibility, Function<Tx, R> work) {
        try (Connection connection = dataSource.getConnection()) {
            Tx tx = begin(connection, opening, visibility);
            R result;
            try {
                result = work.apply(tx);
                commit(connection, tx);
            } catch (Throwable failure) {
                rollback(connection, failure);
                throw failure;
            }
            tx.tellAll();
            return result;
        } catch (SQLException e) {
            throw new DataAccessException("transaction failed", e);
        }
    }

    private Tx begin(Connection connection, Opening opening, Visibility visibility) {
        if (visibility.settings().isEmpty()) {
            throw new IllegalArgumentException("a transaction must say what it may see");
        }
        return new Tx(
                DSL.using(new DefaultConfiguration()
                        .set(connection)
                        .set(SQLDialect.POSTGRES)
                        .set(settings)),
                opening,
                visibility);
    }

    private static void commit(Connection connection, Tx tx) throws SQLException {
        if (!tx.isCommitted()) {
            CrashPoint.BEFORE_COMMIT.reached();
            connection.commit();
        }
        CrashPoint.AFTER_COMMIT.reached();
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}

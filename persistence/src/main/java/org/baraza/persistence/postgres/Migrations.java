// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.baraza.persistence.postgres.PostgresFailure.Reason;

/**
 * Brings the tables up to date with the changelog, as the owner. Any number of nodes may ask at once: one works, the
 * others wait and find nothing to do.
 *
 * <p>The turn is kept by a lock of the session, which the database itself ends with the session, also when the node was
 * killed in the middle. Liquibase's own lock is a row that such a node leaves behind for ever; whoever has the turn knows
 * that it means nothing and clears it.
 */
public final class Migrations {
    private static final String CHANGELOG = "db/changelog.yaml";
    /** Any number that nothing else locks; it spells "migrate". */
    private static final long LOCK = 0x6d696772617465L;

    private Migrations() {}

    /** Needs a connection of its own to the server, not one through a pooler that shares sessions. */
    public static void run(ConnectionSettings settings) {
        try (var connection = settings.owner().connect(settings.url())) {
            execute(connection, "select pg_advisory_lock(" + LOCK + ")");
            clearStaleLock(connection);
            update(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void clearStaleLock(Connection connection) throws SQLException {
        execute(connection, """
                do $$
                begin
                    if to_regclass('databasechangeloglock') is not null then
                        update databasechangeloglock
                        set locked = false, lockgranted = null, lockedby = null
                        where locked;
                    end if;
                end
                $$""");
    }

    private static void update(Connection connection) {
        // Held here because java.util.logging forgets the level of a logger that nobody holds.
        Logger logger = Logger.getLogger("liquibase");
        Level before = logger.getLevel();
        logger.setLevel(Level.WARNING);
        try {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(),
                    new ClasspathChangelogs(Migrations.class.getClassLoader()),
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    "liquibase.analytics.enabled",
                    false);
            Scope.child(scope, () -> {
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                        .setOutput(OutputStream.nullOutputStream())
                        .execute();
            });
        } catch (Exception e) {
            throw failure(e);
        } finally {
            logger.setLevel(before);
        }
    }

    private static PostgresFailure failure(Exception e) {
        return new PostgresFailure(
                Reason.MIGRATION_FAILED,
                "The tables could not be brought up to date: " + e.getMessage() + ".",
                "What was done before the failing change stands; start again once its cause is gone.",
                e);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

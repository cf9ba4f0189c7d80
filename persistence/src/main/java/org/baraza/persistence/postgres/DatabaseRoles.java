// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.postgresql.PGConnection;

/** The two roles that the application works as, made by the owner in the same way wherever the database runs. */
public final class DatabaseRoles {
    /** Any number that nothing else locks; it spells "roles". */
    private static final long LOCK = 0x726f6c6573L;

    private DatabaseRoles() {}

    /**
     * Makes the roles if they are not there and sets their passwords. Nodes that start together take turns. A role that
     * could look past row-level security is refused.
     */
    public static void ensure(ConnectionSettings settings) {
        try (var connection = settings.owner().connect(settings.url())) {
            connection.setAutoCommit(false);
            lock(connection);
            for (Login role : List.of(settings.app(), settings.system())) {
                make(connection, role);
                refuseIfItSeesEverything(connection, role, settings.owner());
            }
            connection.commit();
        } catch (SQLException e) {
            throw failure(settings, e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static void make(Connection connection, Login role) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean exists;
            try (var rows = statement.executeQuery("select from pg_roles where rolname = '" + role.user() + "'")) {
                exists = rows.next();
            }
            statement.execute((exists ? "alter role " : "create role ") + role.user() + " login");
        }
        setPassword(connection.unwrap(PGConnection.class), role);
    }

    /** The server sees only the hash, so no log of statements can show the password. */
    static void setPassword(PGConnection connection, Login role) throws SQLException {
        connection.alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }

    private static void refuseIfItSeesEverything(Connection connection, Login role, Login owner) throws SQLException {
        String query = """
                select rolsuper or rolbypassrls or pg_has_role(rolname, ?, 'member')
                from pg_roles where rolname = ?""";
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, owner.user());
            statement.setString(2, role.user());
            try (var rows = statement.executeQuery()) {
                if (rows.next() && rows.getBoolean(1)) {
                    throw new PostgresFailure(
                            Reason.ROLES_REFUSED,
                            "The role " + role.user() + " could look past row-level security.",
                            "Take SUPERUSER, BYPASSRLS and membership in " + owner.user() + " away from it.");
                }
            }
        }
    }

    private static PostgresFailure failure(ConnectionSettings settings, SQLException e) {
        if ("42501".equals(e.getSQLState())) {
            return new PostgresFailure(
                    Reason.ROLES_REFUSED,
                    settings.owner().user() + " may not make the roles of the application: " + e.getMessage() + ".",
                    "As an administrator: alter role " + settings.owner().user() + " createrole; grant "
                            + ConnectionSettings.APP + ", " + ConnectionSettings.SYSTEM + " to it with admin option"
                            + " if they exist.",
                    e);
        }
        return new PostgresFailure(
                Reason.UNREACHABLE,
                "No connection to the database " + withoutParameters(settings.url()) + " as "
                        + settings.owner().user() + ": " + e.getMessage() + ".",
                "Check BARAZA_DATABASE_URL, BARAZA_DATABASE_USER and BARAZA_DATABASE_PASSWORD.",
                e);
    }

    /** Parameters of a URL may hold a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}

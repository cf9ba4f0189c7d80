// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.postgresql.PGConnection;

/**
 * What only a superuser can do for the database of an embedded server. Runs at every start and changes only what is
 * missing.
 *
 * <p><b>Leakproof functions.</b> Under row-level security PostgreSQL uses a condition of a query in an index only if its
 * function is known not to tell anything about rows that the policy hides; any other waits until the policy has been
 * checked on every row. {@code ilike} and {@code jsonb @>} carry no such mark, which turns each search by a trigram or
 * JSON index into a reading of the whole project, 40 to 80 times slower. The functions below answer true or false, and
 * fail, if at all, for the pattern that the asker gave and not for the row, so there is nothing that they could leak.
 */
final class Bootstrap {
    static final String OWNER = "baraza_owner";

    private static final List<String> LEAKPROOF = List.of(
            "pg_catalog.jsonb_contains(jsonb,jsonb)",
            "pg_catalog.jsonb_exists(jsonb,text)",
            "pg_catalog.textlike(text,text)",
            "pg_catalog.texticlike(text,text)");

    private final PostgresServer server;

    Bootstrap(PostgresServer server) {
        this.server = server;
    }

    void run(String database, Login owner) {
        try {
            try (var connection = server.connectAsSuperuser("postgres");
                    var statement = connection.createStatement()) {
                makeOwner(connection, statement, owner);
                makeDatabase(statement, database);
            }
            try (var connection = server.connectAsSuperuser(database);
                    var statement = connection.createStatement()) {
                markLeakproof(statement);
            }
        } catch (SQLException e) {
            throw new PostgresFailure(
                    Reason.START_FAILED,
                    "The database could not be set up: " + e.getMessage() + ".",
                    "See its log.",
                    e);
        }
    }

    private static void makeOwner(Connection connection, Statement statement, Login owner) throws SQLException {
        if (!exists(statement, "select from pg_roles where rolname = '" + owner.user() + "'")) {
            statement.execute("create role " + owner.user());
        }
        statement.execute("alter role " + owner.user()
                + " login createrole nosuperuser nobypassrls nocreatedb noreplication inherit");
        DatabaseRoles.setPassword(connection.unwrap(PGConnection.class), owner);
    }

    private static void makeDatabase(Statement statement, String database) throws SQLException {
        String name = statement.enquoteIdentifier(database, true);
        if (!exists(statement, "select from pg_database where datname = " + statement.enquoteLiteral(database))) {
            statement.execute("create database " + name + " owner " + OWNER + " template template0");
        }
        // Messages of failed statements quote values; the application is told of them anyway, so the log need not be.
        statement.execute("alter database " + name + " set log_min_messages = 'log'");
    }

    private static void markLeakproof(Statement statement) throws SQLException {
        for (String function : LEAKPROOF) {
            if (exists(
                    statement,
                    "select from pg_proc where oid = '" + function + "'::regprocedure and not proleakproof")) {
                statement.execute("alter function " + function + " leakproof");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}

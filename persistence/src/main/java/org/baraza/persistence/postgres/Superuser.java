// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.baraza.persistence.postgres.PostgresFailure.Reason;

/** The administrator's door of an embedded server. */
final class Superuser {
    /** What a port answers to a question. */
    sealed interface Answer {
        record Said(String value) implements Answer {}

        /** It starts, stops, recovers or has no connection left. */
        record Busy() implements Answer {}

        /** Nobody listens, or it does not know our password. */
        record Nothing() implements Answer {}
    }

    private final Login login;

    Superuser(Secrets secrets) {
        this.login = new Login("postgres", secrets.superuser());
    }

    Connection connect(int port, String database) throws SQLException {
        return login.connect(ConnectionSettings.loopback(port, database));
    }

    Answer ask(int port, String setting) {
        if (port == 0) {
            return new Answer.Nothing();
        }
        try (var connection = connect(port, "postgres")) {
            return new Answer.Said(show(connection, setting));
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            boolean busy = state.startsWith("57P") || state.startsWith("53");
            return busy ? new Answer.Busy() : new Answer.Nothing();
        }
    }

    /** The server's own word on what its commits are worth, which no configuration file can replace. */
    boolean keeps(int port, Map<String, String> promised) {
        try (var connection = connect(port, "postgres")) {
            for (var promise : promised.entrySet()) {
                if (!promise.getValue().equals(show(connection, promise.getKey()))) {
                    return false;
                }
            }
            return true;
        } catch (SQLException e) {
            throw new PostgresFailure(
                    Reason.START_FAILED,
                    "The server on port " + port + " runs but lets nobody in: " + e.getMessage() + ".",
                    "See its log.",
                    e);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}

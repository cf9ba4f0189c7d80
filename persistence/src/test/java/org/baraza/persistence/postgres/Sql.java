// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** One connection per question, so that a test reads as what it asks. */
final class Sql {
    private Sql() {}

    static void run(Connection opened, String sql) throws SQLException {
        try (var connection = opened;
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    static String ask(Connection opened, String query) throws SQLException {
        try (var connection = opened;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static Connection as(Login login, ConnectionSettings settings) throws SQLException {
        return login.connect(settings.url());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Statements of one open transaction. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Reading<R> {
        R row(ResultSet rows) throws SQLException;
    }

    /** Text as a parameter that is cast to JSON; a type of its own so that nobody passes half a document. */
    static String json(Map<String, ?> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }

    /** Says for whom the following statements are, as the policies of the tables ask it. */
    void see(String setting, Object value) {
        rows(row -> row.getString(1), "select set_config(?, ?, true)", setting, value.toString());
    }

    int run(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailed(sql, e);
        }
    }

    <R> List<R> rows(Reading<R> reading, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<R> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.row(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlFailed(sql, e);
        }
    }

    <R> Optional<R> first(Reading<R> reading, String sql, @Nullable Object... parameters) {
        return rows(reading, sql, parameters).stream().findFirst();
    }

    Array texts(Collection<String> values) {
        try {
            return connection.createArrayOf("text", values.toArray());
        } catch (SQLException e) {
            throw new SqlFailed("an array of texts", e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            statement.setObject(
                    i + 1, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return statement;
    }

    /** A statement that the database refused. */
    static final class SqlFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        SqlFailed(String sql, SQLException cause) {
            super(cause.getMessage() + " in: " + sql, cause);
        }

        /** Whether the same may succeed when it is tried again. */
        boolean isPassing() {
            String state = getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
            return state.equals("40P01") || state.equals("40001") || state.equals("55P03");
        }
    }
}

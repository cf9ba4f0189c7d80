// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SequencedMap;

/** How a transaction begins. */
enum Opening {
    WRITING("begin; "),
    /** Reads only, and sees one moment throughout. */
    SNAPSHOT("begin isolation level repeatable read read only; ");

    private final String begin;

    Opening(String begin) {
        this.begin = begin;
    }

    /** The SQL before the first statement. */
    String begin() {
        return begin;
    }

    /** Begins and says for whom, in one round trip. */
    void send(Connection connection, Visibility visibility) throws SQLException {
        SequencedMap<String, String> settings = visibility.settings();
        String calls = "select set_config(?, ?, true)" + ", set_config(?, ?, true)".repeat(settings.size() - 1);
        ownBegin(connection, () -> {
            try (PreparedStatement statement = connection.prepareStatement(begin + calls)) {
                int parameter = 0;
                for (var setting : settings.entrySet()) {
                    statement.setString(++parameter, setting.getKey());
                    statement.setString(++parameter, setting.getValue());
                }
                statement.execute();
            }
        });
    }

    /** Sends something. */
    @FunctionalInterface
    interface Sending {
        void run() throws SQLException;
    }

    /**
     * Sends statements of which the first is a `begin` of our own. The driver would send its own as a message by itself
     * and wait for the answer: one round trip more for every transaction. It does not while it believes that statements
     * commit by themselves, and it notices from the answer that a transaction is open.
     */
    static void ownBegin(Connection connection, Sending sending) throws SQLException {
        connection.setAutoCommit(true);
        try {
            sending.run();
        } catch (SQLException | RuntimeException failure) {
            endOwnBegin(connection, failure);
            throw failure;
        }
        connection.setAutoCommit(false);
    }

    /** What failed may have opened a transaction that is to be rolled back; a connection that is gone has none. */
    private static void endOwnBegin(Connection connection, Exception failure) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A few questions to the tables of a project. */
final class Stored {
    private static final int TRIES = 600;

    private final Connection connection;
    private final UUID project;

    Stored(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.project = UUID.fromString(one("select project_id from tenancy.project where name = ?", name));
    }

    UUID projectId() {
        return project;
    }

    /** Until every change has its position; whoever judges says if one never gets it. */
    void awaitNumbers() throws SQLException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (one("select count(*) from feed.change where feed_position is null and kind <> ?", "")
                    .equals("0")) {
                return;
            }
            Thread.sleep(50);
        }
    }

    int duplicates() throws SQLException {
        return Integer.parseInt(
                one("select count(*) from forms.form where state = 8 and project_id = ?::uuid", project.toString()));
    }

    private String one(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}

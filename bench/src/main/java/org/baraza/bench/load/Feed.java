// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import org.baraza.bench.server.ServerHome;

/** The server's work behind the scenes: giving changes their positions. */
public final class Feed {
    private static final int TRIES = 1_200;

    private Feed() {}

    /** Until nothing waits, so that no run pays for the one before it. */
    public static void awaitNumbered(ServerHome home) throws SQLException, IOException, InterruptedException {
        try (var connection = home.superuser();
                var statement = connection.createStatement()) {
            for (int i = 0; i < TRIES; i++) {
                try (var row =
                        statement.executeQuery("select exists (select from feed.change where feed_position is null)")) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
            throw new IOException("changes are not being numbered");
        }
    }
}

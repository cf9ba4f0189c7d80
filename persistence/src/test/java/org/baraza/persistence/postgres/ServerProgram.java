// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A Baraza reduced to its database: starts one, says so, and goes on until it is killed or its input ends. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String[] arguments) throws IOException {
        var home = new PostgresHome(Path.of(arguments[0]), Path.of(arguments[1]));
        try (var server = PostgresServer.start(home, Durability.DURABLE).closeWhenJvmEnds()) {
            var settings = server.prepare("baraza");
            Sql.run(Sql.as(settings.owner(), settings), "create table if not exists kept (n int)");
            System.out.println("pid " + server.pid());
            System.in.read();
        } catch (PostgresFailure | java.sql.SQLException e) {
            System.out.println("failed " + e.getMessage());
        }
    }
}

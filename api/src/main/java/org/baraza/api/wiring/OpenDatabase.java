// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.postgres.DatabaseRoles;
import org.baraza.persistence.postgres.Durability;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.postgres.Migrations;
import org.baraza.persistence.postgres.PostgresHome;
import org.baraza.persistence.postgres.PostgresServer;

/** The migrated database of this node, with what must be closed after everything else. */
public final class OpenDatabase implements AutoCloseable {
    private static final String NAME = "baraza";

    private final ConnectionSettings settings;
    private final Runnable close;

    private OpenDatabase(ConnectionSettings settings, Runnable close) {
        this.settings = settings;
        this.close = close;
    }

    /** Opens the operator's database, or starts one of our own. */
    static OpenDatabase start(BarazaSettings settings) {
        return settings.database().isOurs() ? own(settings) : operators(settings.database());
    }

    /** A database that somebody else has brought up to date and will close. */
    public static OpenDatabase of(ConnectionSettings settings) {
        return new OpenDatabase(settings, () -> {});
    }

    private static OpenDatabase own(BarazaSettings settings) {
        var server = PostgresServer.start(PostgresHome.in(settings.home().resolve("postgres")), Durability.DURABLE);
        ConnectionSettings connection = server.prepare(NAME);
        Migrations.run(connection);
        return new OpenDatabase(connection, server::close);
    }

    private static OpenDatabase operators(BarazaSettings.Database database) {
        var connection = ConnectionSettings.of(database.url(), new Login(database.user(), database.password()));
        DatabaseRoles.ensure(connection);
        Migrations.run(connection);
        return of(connection);
    }

    public ConnectionSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        close.run();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.baraza.persistence.postgres.ConnectionSettings;

/** A database of one test's own, with all tables and no rows. Dropping it is optional: it ends with the JVM. */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final ConnectionSettings settings;

    private TestDatabase(TestServer server, ConnectionSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    public static TestDatabase fresh() {
        var server = TestServer.shared();
        return new TestDatabase(server, server.create());
    }

    /** For tests of the migrations themselves. */
    public static TestDatabase withoutTables() {
        var server = TestServer.shared();
        return new TestDatabase(server, server.createEmpty());
    }

    public ConnectionSettings settings() {
        return settings;
    }

    public Connection asOwner() throws SQLException {
        return settings.owner().connect(settings.url());
    }

    public Connection asApp() throws SQLException {
        return settings.app().connect(settings.url());
    }

    public Connection asSystem() throws SQLException {
        return settings.system().connect(settings.url());
    }

    /** For arranging what no role of the application may do. */
    public Connection asSuperuser() throws SQLException {
        return server.superuser(settings);
    }

    /** Ends whatever connections are left. */
    @Override
    public void close() {
        server.drop(settings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.testing;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.postgres.Durability;
import org.baraza.persistence.postgres.Migrations;
import org.baraza.persistence.postgres.PostgresServer;

/** The server of this test JVM with its migrated template. */
final class TestServer {
    private static final String TEMPLATE = "tpl";

    private final PostgresServer server;
    private final ConnectionSettings template;
    private final AtomicInteger clones = new AtomicInteger();

    /** The one piece of static state: a JVM runs one set of tests and one server for them. */
    private static final class Shared {
        private static final TestServer SERVER = new TestServer();
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    private TestServer() {
        TestHomes.sweep();
        var home = TestHomes.fresh();
        server = PostgresServer.start(home, Durability.THROWAWAY);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            TestHomes.delete(home);
        }));
        template = server.prepare(TEMPLATE);
        Migrations.run(template);
        execute("alter database " + TEMPLATE + " with is_template true allow_connections false");
    }

    ConnectionSettings create() {
        String name = "t_" + clones.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE + " strategy file_copy owner "
                + template.owner().user());
        return new ConnectionSettings(url(name), template.owner(), template.app(), template.system());
    }

    /** With the doors of the owner, but without any tables. */
    ConnectionSettings createEmpty() {
        return server.prepare("t_" + clones.incrementAndGet());
    }

    void drop(ConnectionSettings settings) {
        execute("drop database if exists " + name(settings) + " with (force)");
    }

    java.sql.Connection superuser(ConnectionSettings settings) throws SQLException {
        return server.connectAsSuperuser(name(settings));
    }

    private String url(String name) {
        return template.url().substring(0, template.url().lastIndexOf('/') + 1) + name;
    }

    private static String name(ConnectionSettings settings) {
        return settings.url().substring(settings.url().lastIndexOf('/') + 1);
    }

    private void execute(String sql) {
        try (var connection = server.connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

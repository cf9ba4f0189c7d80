// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.baraza.persistence.testing.TestHomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class PostgresServerTest {
    private final PostgresHome home = TestHomes.fresh();

    @AfterEach
    void deleteHome() {
        TestHomes.delete(home);
    }

    private PostgresServer start() {
        return PostgresServer.start(home, Durability.DURABLE);
    }

    private static String superuserAsk(PostgresServer server, String query) throws SQLException {
        return Sql.ask(server.connectAsSuperuser("postgres"), query);
    }

    static void await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", atMost).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void aRestartKeepsDataPortAndPasswords() throws Exception {
        ConnectionSettings before;
        try (var server = start()) {
            before = server.prepare("baraza");
            Sql.run(Sql.as(before.owner(), before), "create table kept as select 42 as n");
        }
        assertThat(PostmasterFile.in(home.data())).doesNotExist();

        try (var server = start()) {
            var after = server.prepare("baraza");
            assertThat(after).isEqualTo(before);
            assertThat(Sql.ask(Sql.as(after.owner(), after), "select n from kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void aDurableServerWritesToDiskAndKeepsPeoplesDataOutOfItsLog() throws Exception {
        try (var server = start()) {
            var settings = server.prepare("baraza");
            for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(superuserAsk(server, "show " + on)).as(on).isEqualTo("on");
            }
            assertThat(superuserAsk(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(superuserAsk(server, "select datlocale from pg_database where datname = 'baraza'"))
                    .isEqualTo("C.UTF-8");
            for (String leak : List.of(
                    "select 'Amina'::int",
                    "create table people (name text primary key check (name <> 'Amina')); insert into people values"
                            + " ('Amina')",
                    "do $$ begin raise warning 'Amina'; end $$")) {
                try {
                    Sql.run(Sql.as(settings.owner(), settings), leak);
                } catch (SQLException expected) {
                    assertThat(expected.getMessage()).contains("Amina");
                }
            }
        }
        assertThat(Files.getPosixFilePermissions(home.secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var logs = Files.list(home.log())) {
            for (var log : logs.toList()) {
                assertThat(log).content().doesNotContain("Amina");
            }
        }
    }

    @Test
    void aServerThatIsToldToForgetIsNotHandedOut() throws Exception {
        try (var server = start()) {
            server.prepare("baraza");
        }
        Files.writeString(home.folder().resolve("postgresql.local.conf"), "fsync = off\n");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        PostgresFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_DURABLE));
        assertThat(PostmasterFile.in(home.data())).doesNotExist();
    }

    @Test
    void thePasswordsOpenTheDoorsAndNothingElseDoes() throws Exception {
        try (var server = start()) {
            var settings = server.prepare("baraza");
            assertThatThrownBy(() -> new Login("postgres", "postgres").connect(settings.url()))
                    .isInstanceOf(SQLException.class);
            assertThat(settings.toString())
                    .doesNotContain(
                            settings.owner().password(),
                            settings.app().password(),
                            settings.system().password());
        }
    }

    @Nested
    class WhenSomethingIsKilled {
        @Test
        void aKilledServerIsBackWithinTenSecondsWithWhatItConfirmed() throws Exception {
            try (var server = start()) {
                var settings = server.prepare("baraza");
                var heard = new CopyOnWriteArrayList<Boolean>();
                server.addListener(heard::add);
                Sql.run(Sql.as(settings.owner(), settings), "create table kept as select 42 as n");
                long dead = server.pid();
                try (var busy = Sql.as(settings.owner(), settings);
                        var statement = busy.createStatement()) {
                    Thread.ofVirtual().start(() -> {
                        try {
                            statement.execute("select sum(n) from generate_series(1, 1000000000) n");
                        } catch (SQLException expected) {
                            // its server is killed meanwhile
                        }
                    });
                    Thread.sleep(200);
                    ProcessHandle.of(dead).orElseThrow().destroyForcibly();
                    await(Duration.ofSeconds(3), () -> !server.isUp());
                    await(Duration.ofSeconds(10), server::isUp);
                }
                assertThat(server.pid()).isNotEqualTo(dead);
                assertThat(heard).containsExactly(false, true);
                assertThat(Sql.ask(Sql.as(settings.owner(), settings), "select n from kept"))
                        .isEqualTo("42");
            }
        }

        @Test
        void aKilledConnectionDoesNotCostTheServer() throws Exception {
            try (var server = start()) {
                var settings = server.prepare("baraza");
                long pid = server.pid();
                try (var victim = Sql.as(settings.owner(), settings)) {
                    long backend = victim.unwrap(PGConnection.class).getBackendPID();
                    ProcessHandle.of(backend).orElseThrow().destroyForcibly();
                    await(Duration.ofSeconds(10), () -> answers(settings));
                }
                assertThat(server.pid()).isEqualTo(pid);
                await(Duration.ofSeconds(2), server::isUp);
            }
        }

        private static boolean answers(ConnectionSettings settings) {
            try {
                return Sql.ask(Sql.as(settings.owner(), settings), "select 1").equals("1");
            } catch (SQLException recovering) {
                return false;
            }
        }

        @Test
        void aJvmThatIsAskedToEndStopsItsServer() throws Exception {
            try (var jvm = ServerJvm.start(home)) {
                long pid = jvm.serverPid();
                jvm.terminate();
                assertThat(new ServerProcesses(home.data()).isAlive(pid)).isFalse();
                assertThat(PostmasterFile.in(home.data())).doesNotExist();
            }
        }

        @Test
        void theServerOfAKilledJvmIsTakenOver() throws Exception {
            long left;
            try (var first = ServerJvm.start(home)) {
                left = first.serverPid();
                first.kill();
            }
            assertThat(ProcessHandle.of(left)).isPresent();
            try (var server = start()) {
                assertThat(server.pid()).isEqualTo(left);
                assertThat(superuserAsk(server, "show fsync")).isEqualTo("on");
                var settings = server.prepare("baraza");
                assertThat(Sql.ask(Sql.as(settings.owner(), settings), "select count(*) from kept"))
                        .isEqualTo("0");
            }
            assertThat(new ServerProcesses(home.data()).isAlive(left)).isFalse();
        }

        @Test
        void aLeftOverServerWithOtherSettingsIsReplaced() throws Exception {
            long left;
            try (var first = ServerJvm.start(home)) {
                left = first.serverPid();
                first.kill();
            }
            Files.writeString(home.data().resolve("postgresql.conf"), "# of an older Baraza\n");
            try (var server = start()) {
                assertThat(server.pid()).isNotEqualTo(left);
                assertThat(new ServerProcesses(home.data()).isAlive(left)).isFalse();
            }
        }

        @Test
        void aServerThatDiedWithItsJvmLeavesOnlyTraces() throws Exception {
            try (var first = ServerJvm.start(home)) {
                long left = first.serverPid();
                first.kill();
                ProcessHandle.of(left).orElseThrow().destroyForcibly();
            }
            try (var server = start()) {
                assertThat(superuserAsk(server, "select 1")).isEqualTo("1");
            }
        }

        @Test
        void aRecordedProcessIdThatAStrangerHasNowIsNoServer() throws Exception {
            try (var server = start()) {
                server.prepare("baraza");
            }
            String stranger = ProcessHandle.current().pid() + "\n" + home.data() + "\n1\n1\n\n127.0.0.1\n1 1\nready\n";
            Files.writeString(PostmasterFile.in(home.data()), stranger);
            try (var server = start()) {
                assertThat(superuserAsk(server, "select 1")).isEqualTo("1");
            }
        }
    }
}

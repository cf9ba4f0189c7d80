// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.baraza.persistence.testing.TestHomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresFailureTest {
    private final PostgresHome home = TestHomes.fresh();

    @AfterEach
    void deleteHome() {
        TestHomes.delete(home);
    }

    private static void assertFails(ThrowingCallable call, Reason reason, String... words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PostgresFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure).message().contains(words);
        });
    }

    private PostgresServer start() {
        return PostgresServer.start(home, Durability.THROWAWAY);
    }

    @Test
    void aSecondOpenerIsRefused() throws Exception {
        try (var server = start()) {
            server.prepare("baraza");
            assertFails(this::start, Reason.HOME_IN_USE, home.folder().toString(), "BARAZA_HOME");
            try (var other = ServerJvm.start(home)) {
                assertThat(other.says()).startsWith("failed Another Baraza is running on");
            }
            assertThat(server.isUp()).isTrue();
        }
    }

    @Test
    void aCopyOfAHomeDoesNotTakeTheOriginalsServer() throws Exception {
        var elsewhere = TestHomes.fresh();
        var copy = new PostgresHome(elsewhere.folder().resolve("copy"), home.binaries());
        try (var server = start()) {
            copy(home.folder(), copy.folder());
            assertFails(
                    () -> PostgresServer.start(copy, Durability.THROWAWAY),
                    Reason.FOREIGN_SERVER,
                    home.data().toString());
            assertThat(server.isUp()).isTrue();
        } finally {
            TestHomes.delete(elsewhere);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(source.relativize(file).toString());
                Files.copy(file, to);
                Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(file));
            }
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws Exception {
        start().close();
        Files.writeString(home.data().resolve("PG_VERSION"), "15\n");
        assertFails(this::start, Reason.OTHER_VERSION, "PostgreSQL 15", "brings 18", "dump");
    }

    @Test
    void lostPasswordsAreSaidToBeLost() throws Exception {
        start().close();
        Files.delete(home.secrets());
        assertFails(this::start, Reason.SECRETS_LOST, home.secrets().toString(), "backup");
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(home.folder().resolve("file"), "");
        assertFails(
                () -> PostgresServer.start(PostgresHome.in(file.resolve("home")), Durability.THROWAWAY),
                Reason.NOT_WRITABLE,
                file.toString());
    }

    @Test
    void aTakenPortIsGivenUpForAnother() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.port(), stranger.getLocalPort() + "\n");
            try (var server = start()) {
                assertThat(server.port()).isNotEqualTo(stranger.getLocalPort());
                assertThat(home.port()).hasContent(Integer.toString(server.port()));
            }
        }
    }

    @Test
    void anAccountThatDoesNotExistIsNotAnAccount() {
        assertFails(
                () -> PostgresServer.start(home, Durability.THROWAWAY, List.of()),
                Reason.NO_ORDINARY_ACCOUNT,
                "unshare",
                "setpriv");
    }

    @Test
    void whatPostgresPrintsIsUnderstood() {
        assertThat(Diagnosis.of("could not write: No space left on device", home, null)
                        .reason())
                .isEqualTo(Reason.NO_DISK_SPACE);
        assertThat(Diagnosis.of("could not bind IPv4 address: Address already in use", home, null)
                        .reason())
                .isEqualTo(Reason.PORT_TAKEN);
        assertThat(Diagnosis.of("could not open: Permission denied", home, null).reason())
                .isEqualTo(Reason.NOT_WRITABLE);
        assertThat(Diagnosis.of("FATAL: pears", home, null)).hasMessageContaining("pears");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.baraza.persistence.testing.TestHomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Root can try every account; anyone else has but one, which the other tests of the server use. */
class AccountTest {
    private final PostgresHome home = TestHomes.fresh();

    @AfterEach
    void deleteHome() {
        TestHomes.delete(home);
    }

    /** Many containers refuse one of the two to root. */
    private static List<Account> allowedHere() {
        return Account.candidates().stream()
                .filter(account ->
                        account.command("true").run(Duration.ofSeconds(10)).succeeded())
                .toList();
    }

    @Test
    void anOrdinaryUserNeedsNoStepDown() throws Exception {
        Path readable = Files.createTempDirectory("baraza-class-path-");
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        Account child = Account.isRoot() ? Account.NOBODY : Account.SELF;
        child.own(home.folder());
        try (var jvm = Account.isRoot() ? ServerJvm.startAsNobody(home, readable) : ServerJvm.start(home)) {
            assertThat(jvm.serverPid()).isPositive();
        } finally {
            Unpacking.delete(readable);
        }
    }

    @Test
    void everyAccountThatMayBeTriedRunsAServer() throws Exception {
        for (Account account : allowedHere()) {
            PostgresHome own = new PostgresHome(home.folder().resolve(account.name()), home.binaries());
            Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var server = PostgresServer.start(own, Durability.THROWAWAY, List.of(account))) {
                var settings = server.prepare("baraza");
                assertThat(Sql.ask(Sql.as(settings.app(), settings), "select current_user"))
                        .isEqualTo("baraza_app");
            }
        }
    }

    @Test
    void whoMadeTheDataGoesOnWithIt() throws Exception {
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        var candidates = allowedHere();
        PostgresServer.start(home, Durability.THROWAWAY, List.of(candidates.getLast()))
                .close();
        var order = Account.ownersFirst(candidates, home.data());
        assertThat(order.getFirst()).isEqualTo(candidates.getLast());
        PostgresServer.start(home, Durability.THROWAWAY, List.of(candidates.getFirst()))
                .close();
        assertThat(Account.ownersFirst(candidates, home.data()).getFirst()).isEqualTo(candidates.getFirst());
    }
}

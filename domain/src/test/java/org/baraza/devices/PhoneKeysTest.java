// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PhoneKeysTest {
    private static final Pattern RECORD =
            Pattern.compile("expires=\"([^\"]*)\"><uuid>([^<]*)</uuid><key type=\"AES256\">([^<]*)</key>");

    private final World world = new World();
    private final PhoneKeys keys = new PhoneKeys(world.transactions, world.vault, new Audit(), world.clock);
    private ProjectAccess admin;

    private record Shown(Instant expires, String id, String key) {}

    @BeforeAll
    void aProject() {
        admin = world.project("demo", world.webUser("admin@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private ProjectAccess worker(String name) {
        MobileWorker made = world.worker(admin, name);
        return world.node
                .access
                .to(new Actor.MobileWorker(made.userId(), name, admin.project()), "demo")
                .orElseThrow();
    }

    private List<Shown> own(ProjectAccess who, Optional<Instant> lastIssued) {
        return shown(world.in(who, () -> keys.own(who, lastIssued)));
    }

    private static List<Shown> shown(byte[] answer) {
        return RECORD.matcher(new String(answer, UTF_8))
                .results()
                .map(found -> new Shown(Instant.parse(found.group(1)), found.group(2), found.group(3)))
                .toList();
    }

    @Test
    void theKeyStaysAndOnlyItsEndMovesOn() {
        ProjectAccess amina = worker("amina");
        Shown first = own(amina, Optional.empty()).getFirst();
        world.clock.pass(Duration.ofDays(29));
        assertThat(own(amina, Optional.empty())).containsExactly(first);
        world.clock.pass(Duration.ofDays(70));
        Shown later = own(amina, Optional.of(world.clock.instant().minus(Duration.ofDays(99))))
                .getFirst();
        assertThat(later.id()).isEqualTo(first.id());
        assertThat(later.key()).isEqualTo(first.key());
        assertThat(later.expires()).isEqualTo(first.expires().plus(Duration.ofDays(90)));
    }

    @Test
    void phonesThatAskAtTheSameTimeGetTheSameKey() throws Exception {
        ProjectAccess twin = worker("twin");
        Callable<List<Shown>> ask = () -> own(twin, Optional.empty());
        try (var threads = Executors.newFixedThreadPool(6)) {
            assertThat(threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask)).stream()
                            .map(Future::resultNow)
                            .flatMap(List::stream)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aSecondKeyComesWithTheOneThatThePhoneHas() {
        ProjectAccess risky = worker("risky");
        Shown first = own(risky, Optional.empty()).getFirst();
        Instant issued = world.clock.instant();
        world.clock.pass(Duration.ofDays(3));
        world.in(admin, () -> {
            keys.replace(admin, risky.actor().userId());
            return true;
        });
        List<Shown> both = own(risky, Optional.of(issued));
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().id()).isNotEqualTo(first.id());
        assertThat(both.getLast()).isEqualTo(first);
        assertThat(own(risky, Optional.of(world.clock.instant()))).containsExactly(both.getFirst());
        assertThatThrownBy(() -> world.in(risky, () -> {
                    keys.replace(risky, risky.actor().userId());
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void administratorsReadTheKeysOfTheDeletedForHalfAYear() {
        ProjectAccess leaver = worker("leaver");
        Shown key = own(leaver, Optional.empty()).getFirst();
        world.in(admin, () -> {
            world.node.workers.delete(admin, leaver.actor().userId());
            return true;
        });
        world.clock.pass(Duration.ofDays(20));
        assertThat(shown(world.in(admin, () -> keys.ofWorker(admin, "leaver@demo.commcarehq.org", Optional.empty()))))
                .containsExactly(key);
        var retention = new DeviceRetention(world.transactions, world.vault, Duration.ofDays(60), world.clock);
        world.clock.pass(Duration.ofDays(200));
        world.in(admin, retention::sweep);
        assertThat(kept(leaver.actor().userId())).isZero();
    }

    @Test
    void nothingInTheDatabaseIsTheKey() {
        ProjectAccess careful = worker("careful");
        byte[] key = Base64.getDecoder()
                .decode(own(careful, Optional.empty()).getFirst().key());
        String stored = world.in(
                admin,
                () -> world.transactions.read(tx -> tx.sql()
                        .fetchSingle(
                                "select encode(sealed_key, 'hex') from devices.key_record where user_id = ?",
                                careful.actor().userId())
                        .get(0, String.class)));
        assertThat(stored).doesNotContain(HexFormat.of().formatHex(key));
    }

    private int kept(String userId) {
        return world.in(
                admin,
                () -> world.transactions.read(tx -> tx.sql()
                        .fetchSingle("select count(*) from devices.key_record where user_id = ?", userId)
                        .get(0, Integer.class)));
    }
}

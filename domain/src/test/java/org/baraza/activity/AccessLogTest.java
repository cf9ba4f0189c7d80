// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AccessLogTest {
    private static final Arrival OFFICE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);
    private static final Arrival PROGRAM = new Arrival("192.0.2.9", Arrival.Proof.KEY);

    private final World world = new World();
    private final AccessLog log = new AccessLog(world.transactions, Duration.ofDays(90), world.clock);
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeEach
    void twoProjects() {
        demo = world.project("demo", world.webUser("ann@example.org"));
        other = world.project("other", world.webUser("ben@example.org"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Access access(ProjectAccess who, Arrival arrival, String path, Instant at) {
        return Access.of(who, arrival, new Access.View("GET", path, "", "", 200, "test"), at);
    }

    private void record(List<Access> accesses) {
        try (AccessRecorder recorder = new AccessRecorder(world.transactions)) {
            accesses.forEach(recorder::add);
        }
    }

    private static AccessQuery query(Optional<String> username, Optional<String> address) {
        return new AccessQuery(username, address, Optional.empty(), Optional.empty(), new PageRequest(50, "", true));
    }

    @Test
    void whatWasTakenInIsWrittenBeforeTheRecorderHasStopped() {
        List<Access> many = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            many.add(access(i % 2 == 0 ? demo : other, OFFICE, "/p" + i, world.clock.instant()));
        }
        record(many);
        assertThat(log.list(demo, query(Optional.empty(), Optional.empty())).total())
                .hasValue(650);
        List<String> read = new ArrayList<>();
        log.each(demo, query(Optional.empty(), Optional.empty()), event -> read.add(event.path()));
        assertThat(Set.copyOf(read)).hasSize(650);
    }

    @Test
    void administratorsSearchByWhoWhereAndWhen() {
        Instant now = world.clock.instant();
        record(List.of(
                access(demo, OFFICE, "/a", now.minusSeconds(60)),
                access(demo, PROGRAM, "/b", now),
                access(other, OFFICE, "/c", now)));
        assertThat(log.list(demo, query(Optional.empty(), Optional.empty())).items())
                .extracting(AccessEvent::path)
                .containsExactly("/b", "/a");
        assertThat(log.list(demo, query(Optional.of("Ann@example.org"), Optional.of("192.0.2.9")))
                        .items())
                .singleElement()
                .satisfies(event -> assertThat(event.means()).isEqualTo("key"));
        assertThat(log.list(demo, query(Optional.of("ben@example.org"), Optional.empty()))
                        .items())
                .isEmpty();
        assertThat(log.list(
                                demo,
                                new AccessQuery(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(now.minusSeconds(90)),
                                        Optional.of(now),
                                        PageRequest.first(10)))
                        .items())
                .extracting(AccessEvent::path)
                .containsExactly("/a");
        ProjectAccess member = new ProjectAccess(demo.project(), "demo", demo.actor(), "Read Only", Set.of());
        assertThatThrownBy(() -> log.list(member, query(Optional.empty(), Optional.empty())))
                .hasMessage("FORBIDDEN");
    }

    @Test
    void whatWasKeptLongEnoughGoesInAllProjects() {
        Instant now = Instant.now();
        record(List.of(
                access(demo, OFFICE, "/old", now.minus(Duration.ofDays(91))),
                access(other, OFFICE, "/old", now.minus(Duration.ofDays(400))),
                access(demo, OFFICE, "/new", now.minus(Duration.ofDays(89)))));
        log.sweep();
        assertThat(log.list(demo, query(Optional.empty(), Optional.empty())).items())
                .extracting(AccessEvent::path)
                .containsExactly("/new");
        assertThat(log.list(other, query(Optional.empty(), Optional.empty())).items())
                .isEmpty();
    }

    @Test
    void whatProgramsCallThemselvesIsKeptPlainAndShort() {
        Access access = Access.of(
                demo,
                OFFICE,
                new Access.View("GET", "/a", "", "", 200, "x\n" + "y".repeat(300)),
                world.clock.instant());
        assertThat(access.agent()).hasSize(255).doesNotContain("\n");
    }
}

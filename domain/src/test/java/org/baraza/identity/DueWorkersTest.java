// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Workers who are let in until a day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DueWorkersTest {
    private final World world = new World();
    private ProjectAccess here;
    private ProjectAccess elsewhere;

    @BeforeAll
    void twoProjects() {
        here = world.project("here", world.webUser("admin@example.org"));
        elsewhere = world.project("elsewhere", world.webUser("other@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void fromThatDayOnSheIsNotLetInUntilSomebodyLetsHerIn() {
        String id = hired(here, "amina", 3);
        String neighbour = hired(elsewhere, "amina", 3);
        round(here);
        assertThat(signsIn(here, "amina")).isTrue();

        world.clock.pass(Duration.ofDays(3));
        round(here);
        assertThat(signsIn(here, "amina")).isFalse();
        assertThat(worker(here, id).deactivateAfter()).isEmpty();
        assertThat(worker(elsewhere, neighbour).active()).isTrue();
        assertThat(booked(here, id)).hasSize(1).allMatch(day -> day.startsWith("20"));

        world.in(here, () -> world.node.workers.setActive(here, id, true));
        round(here);
        assertThat(signsIn(here, "amina")).isTrue();

        round(elsewhere);
        assertThat(worker(elsewhere, neighbour).active()).isFalse();
    }

    @Test
    void whoIsOutAlreadyIsNotPutOutAgain() {
        String id = hired(here, "baraka", 1);
        world.in(here, () -> world.node.workers.setActive(here, id, false));
        assertThat(worker(here, id).deactivateAfter()).isEmpty();
        edit(here, id, Optional.of(today().plusDays(1)));
        world.clock.pass(Duration.ofDays(1));
        round(here);
        assertThat(worker(here, id).deactivateAfter()).isEmpty();
        assertThat(booked(here, id)).containsExactly("");
    }

    @Test
    void whoWasPutOutByHandAndLetInAgainStays() {
        String id = hired(here, "dalila", 1);
        world.in(here, () -> world.node.workers.setActive(here, id, false));
        world.clock.pass(Duration.ofDays(1));
        world.in(here, () -> world.node.workers.setActive(here, id, true));
        round(here);
        assertThat(worker(here, id).active()).isTrue();
    }

    @Test
    void theDayIsTakenBackAndLiesAlwaysAhead() {
        String id = hired(here, "chausiku", 1);
        edit(here, id, Optional.empty());
        assertThat(worker(here, id).deactivateAfter()).isEmpty();
        assertThatThrownBy(() -> edit(here, id, Optional.of(today()))).hasMessageContaining("DAY_PAST");
        assertThatThrownBy(() -> edit(here, id, Optional.of(LocalDate.MAX))).hasMessageContaining("DAY_TOO_LATE");
        world.clock.pass(Duration.ofDays(2));
        round(here);
        assertThat(worker(here, id).active()).isTrue();
    }

    private String hired(ProjectAccess project, String name, int days) {
        String id = world.worker(project, name).userId();
        edit(project, id, Optional.of(today().plusDays(days)));
        return id;
    }

    private void edit(ProjectAccess project, String id, Optional<LocalDate> day) {
        world.in(project, () -> world.node.workers.edit(project, id, List.of(new WorkerChange.DeactivateAfter(day))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }

    private void round(ProjectAccess project) {
        world.in(project, () -> {
            world.node.dueWorkers.deactivate();
            return true;
        });
    }

    private MobileWorker worker(ProjectAccess project, String id) {
        return world.in(project, () -> world.node.workers.find(project, id)).orElseThrow();
    }

    private boolean signsIn(ProjectAccess project, String name) {
        var named = world.node.projects.byName(project.projectName()).orElseThrow();
        return world.node.signIn.at(named, new Credentials(name, PASSWORD), "") instanceof SignedIn;
    }

    /** For each time that she was put out, the day that did it. */
    private List<String> booked(ProjectAccess project, String id) {
        return world.in(
                project,
                () -> world.transactions.read(tx -> tx
                        .sql()
                        .fetch(
                                "select coalesce(detail ->> 'deactivate_after', '') from identity.audit_event"
                                        + " where action = 'mobile_worker.deactivated' and subject_id = ? order by event_id",
                                id)
                        .stream()
                        .map(row -> row.get(0, String.class))
                        .toList()));
    }
}

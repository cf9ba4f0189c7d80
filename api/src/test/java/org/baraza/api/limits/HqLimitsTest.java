// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.baraza.identity.Headcount;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** HQ's limits of a project, which grow with its active workers (authentication and limits, section 10). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HqLimitsTest {
    private static final Duration A_SECOND_AND_A_STEP = Duration.ofMillis(1_250);

    private final World world = new World();
    private final Headcount headcount = new Headcount(world.transactions, world.clock);

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aProjectMayAskMoreOfTheDataApiTheMoreWorkersItHas() {
        ProjectAccess project = world.project("growing", world.webUser("growing@example.org"));
        world.worker(project, "one");
        try (Limits limits = limits("off", "off")) {
            assertThat(passing(limits, project, 60)).isEqualTo(14);
            for (int n = 2; n <= 10; n++) {
                world.worker(project, "worker-" + n);
            }
            world.clock.pass(Duration.ofSeconds(62));
            assertThat(passing(limits, project, 60)).isEqualTo(41);
            assertThat(standing(limits, project).policy())
                    .isEqualTo("4;w=1, 41;w=60, 1335;w=3600, 10050;w=86400, 50100;w=604800");
        }
    }

    /** In little more than half a minute, so slowly that the second has room each time. */
    private int passing(Limits limits, ProjectAccess project, int requests) {
        int passed = 0;
        for (int n = 0; n < requests; n++) {
            passed += standing(limits, project).allowed() ? 1 : 0;
            world.clock.pass(Duration.ofMillis(650));
        }
        return passed;
    }

    private static Standing standing(Limits limits, ProjectAccess project) {
        return limits.dataApi(project.project(), project.actor().userId(), Optional.empty())
                .orElseThrow();
    }

    @Test
    void formsOfAProjectAreLimitedOnlyWhileAllProjectsTogetherSendTooMany() {
        ProjectAccess project = world.project("sending", world.webUser("sending@example.org"));
        world.worker(project, "one");
        try (Limits limits = limits("hq", "off")) {
            // Its own second has room for two; what all projects may send for thirty.
            for (int n = 0; n < 30; n++) {
                assertThat(limits.submission(project.project())).isEmpty();
            }
            long begun = System.nanoTime();
            assertThat(limits.submission(project.project())).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1));
        }
    }

    @Test
    void restoresOfAProjectAreLimitedWhereTheOperatorWantsIt() {
        ProjectAccess project = world.project("syncing", world.webUser("syncing@example.org"));
        try (Limits limits = limits("off", "hq")) {
            int passed = 0;
            for (int n = 0; n < 20; n++) {
                passed += limits.restore(project.project()).orElseThrow().allowed() ? 1 : 0;
                world.clock.pass(A_SECOND_AND_A_STEP);
            }
            assertThat(passed).isEqualTo(5);
        }
        try (Limits limits = limits("off", "off")) {
            assertThat(limits.restore(project.project())).isEmpty();
        }
    }

    private Limits limits(String submissions, String restores) {
        var rules = new LimitRules("hq", "hq", "off", "off", "off", submissions, restores, "off", "off", "off");
        return Limits.of(rules, "", headcount, world.clock, new SimpleMeterRegistry());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.rollout.Release;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.testing.CountedStatements;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The releases of many apps are found as those of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReleaseChoiceTest {
    private static final Asker SOMEBODY = Asker.signedIn("u", "", "");

    private final World world = new World();
    private final CountedStatements counted = new CountedStatements();
    private final HikariDataSource pool = pool();
    private final ReleaseChoice choice = new ReleaseChoice(new Transactions(counted.watch(pool)), world.clock);
    private final List<String> released = new ArrayList<>();
    private ProjectAccess demo;
    private String inTest;

    private HikariDataSource pool() {
        var settings = world.database.settings();
        return Databases.pool(
                "counted", settings.url(), settings.app().user(), settings.app().password(), 2);
    }

    private static final class NobodyPractises implements PracticeRestores {
        @Override
        public Brought of(ProjectAccess who, Collection<String> userIds) {
            return Brought.NOTHING;
        }

        @Override
        public Brought kept(Collection<String> userIds) {
            return Brought.NOTHING;
        }
    }

    @BeforeAll
    void versions() {
        demo = world.project("demo", world.webUser("admin@example.org"));
        Audit audit = new Audit();
        Apps apps = new Apps(world.transactions, audit, world.clock);
        Versions versions = new Versions(
                world.transactions,
                (who, app) -> CheckContext.NOTHING_KNOWN,
                new NobodyPractises(),
                choice,
                audit,
                world.clock);
        for (int i = 0; i < 4; i++) {
            String name = "Survey " + i;
            String buildId = world.in(demo, () -> {
                String appId = apps.importApp(demo, name, AppVectors.app("03-survey"))
                        .app()
                        .summary()
                        .appId();
                var made = (Making.Made) versions.make(demo, appId, "", "https://hq.example");
                released.add(appId);
                return made.version().buildId();
            });
            if (i < 3) {
                world.in(demo, () -> versions.release(demo, buildId, true));
            }
        }
        inTest = released.removeLast();
    }

    @AfterAll
    void close() {
        pool.close();
        world.close();
    }

    private Map<String, Release> releases(List<String> appIds) {
        counted.forget();
        return world.in(demo, () -> choice.releasesFor(appIds, SOMEBODY));
    }

    @Test
    void ofManyAppsTheyCostTheStatementsOfOne() {
        assertThat(releases(released.subList(0, 1))).containsOnlyKeys(released.getFirst());
        int one = counted.statements().size();
        List<String> all = new ArrayList<>(released);
        all.add(inTest);
        all.add("gone");

        assertThat(releases(all)).containsOnlyKeys(released);
        assertThat(counted.statements()).hasSize(one);
        assertThat(world.in(demo, () -> choice.releaseFor(released.getLast(), SOMEBODY)))
                .contains(releases(released).get(released.getLast()));
        assertThat(world.in(demo, () -> choice.releaseFor(inTest, SOMEBODY))).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.caseactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.dictionary.Dictionary;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.Step;
import org.baraza.identity.Audit;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Assignments;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.places.Reach;
import org.baraza.testing.CountedStatements;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many cases cost few statements, and each of them has an outcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseActionsTest {
    private static final int MANY = 250;

    private final World world = new World();
    private final CountedStatements counted = new CountedStatements();
    private final HikariDataSource pool = pool();
    private final Transactions transactions = new Transactions(counted.watch(pool));
    private final FieldWork work = new FieldWork(world, transactions, () -> {});
    private final CaseActions actions = new CaseActions(services());
    private ProjectAccess demo;
    private MobileWorker amina;
    private MobileWorker baraka;

    private HikariDataSource pool() {
        var settings = world.database.settings();
        return Databases.pool(
                "counted", settings.url(), settings.app().user(), settings.app().password(), 2);
    }

    private ImportServices services() {
        Audit audit = new Audit();
        return new ImportServices(
                transactions,
                work.cases,
                work.serverForms,
                new UserDirectory(transactions),
                world.node.workers,
                new Groups(transactions, audit, world.clock),
                new Locations(transactions),
                new Assignments(transactions, audit),
                new Reach(transactions),
                new Dictionary(transactions, work.cases, audit, world.clock));
    }

    @BeforeAll
    void mothers() {
        demo = world.project("demo", world.webUser("admin@example.org"));
        amina = world.worker(demo, "amina");
        baraka = world.worker(demo, "baraka");
        FormXml form = FormXml.visit("f0", amina.userId());
        for (int n = 0; n < MANY; n++) {
            form = form.creates(id(n), "mother", "Mother " + n, amina.userId()).updates(id(n), "village", "Ahero");
        }
        work.submit(demo, form);
    }

    @AfterAll
    void close() {
        pool.close();
        world.close();
    }

    private static String id(int number) {
        return "m%03d".formatted(number);
    }

    private static List<Numbered> numbered(int from, int to) {
        List<Numbered> some = new ArrayList<>();
        for (int n = from; n < to; n++) {
            some.add(new Numbered(n - from + 1, id(n)));
        }
        return some;
    }

    private Outcome done(Step step) {
        return world.in(demo, () -> transactions.write(step::takeAll));
    }

    private List<Step> steps(CaseDeed deed, List<Numbered> some) {
        return world.in(demo, () -> actions.doing(demo, deed).apply(some));
    }

    private int statements(CaseDeed deed, int from, int to) {
        counted.forget();
        for (Step step : steps(deed, numbered(from, to))) {
            assertThat(done(step)).isInstanceOfSatisfying(Outcome.Several.class, several -> {
                assertThat(several.bad()).isEmpty();
                assertThat(several.effects()).hasSize(step.rows()).containsOnly(Effect.UPDATED);
            });
        }
        return counted.statements().size();
    }

    @Test
    void aHundredCasesCostTheStatementsOfOne() {
        CaseDeed reassign = new CaseDeed.Reassign(baraka.userId());
        CaseDeed edit = new CaseDeed.Edit(Map.of("village", "Kibera"));
        for (CaseDeed deed : List.of(reassign, edit, new CaseDeed.Close())) {
            int one = statements(deed, 0, 1);
            assertThat(statements(deed, 1, 101)).as(deed.title()).isEqualTo(one);
            assertThat(statements(deed, 101, MANY)).as(deed.title()).isLessThanOrEqualTo(2 * one);
        }
        assertThat(world.in(demo, () -> work.cases.get(demo, id(MANY - 1))).orElseThrow())
                .satisfies(last -> {
                    assertThat(last.ownerId()).isEqualTo(baraka.userId());
                    assertThat(last.properties()).containsEntry("village", "Kibera");
                    assertThat(last.closed()).isTrue();
                });
    }
}

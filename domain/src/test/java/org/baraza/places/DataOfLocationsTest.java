// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.Entries.at;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.baraza.cases.CaseFilter;
import org.baraza.cases.CaseOrder;
import org.baraza.cases.CaseQuery;
import org.baraza.cases.CaseState;
import org.baraza.forms.Form;
import org.baraza.forms.FormFilter;
import org.baraza.forms.FormOrder;
import org.baraza.forms.FormQuery;
import org.baraza.forms.FormState;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.PeopleQuery;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A supervisor who may not see every location reads the data of hers, and nothing of the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataOfLocationsTest {
    private static final PageRequest COUNTED = new PageRequest(50, "", true);

    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private ProjectAccess admin;
    private ProjectAccess supervisor;
    private String near;
    private String far;
    private String coast;

    @BeforeAll
    void aRegionAndWhatLiesOutside() {
        var owner = world.webUser("admin@example.org");
        admin = world.project("demo", owner);
        var places = new Organisation(world, admin);
        places.levels();
        String nyanza = places.place("Nyanza", "region", "").locationId();
        String kisumu = places.place("Kisumu", "district", nyanza).locationId();
        coast = places.place("Coast", "region", "").locationId();
        near = world.worker(admin, "near").userId();
        far = world.worker(admin, "far").userId();
        places.assign(near, kisumu);
        places.assign(far, coast);
        String boss = world.worker(admin, "boss").userId();
        places.assign(boss, nyanza);
        supervisor = new ProjectAccess(
                admin.project(),
                admin.projectName(),
                new Actor.MobileWorker(boss, "boss", admin.project()),
                "Supervisor",
                Set.of(Permission.EDIT_DATA, Permission.VIEW_REPORTS));
        work.submit(
                admin,
                FormXml.visit("f-near", near)
                        .creates("house", "household", "House", near)
                        .creates("c-near", "mother", "Achieng", kisumu)
                        .links("c-near", "parent", "household", "house"));
        work.submit(
                admin,
                FormXml.visit("f-far", far)
                        .creates("c-far", "mother", "Mwanaisha", far)
                        .links("c-far", "parent", "household", "house"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void sheListsAndCountsTheCasesOfHerLocationsAndOfThePeopleThere() {
        var page = world.in(
                supervisor,
                () -> work.cases.list(supervisor, new CaseQuery(CaseFilter.ALL, CaseOrder.NAME_ASC, COUNTED)));
        assertThat(page.items()).extracting(CaseState::caseId).containsExactly("c-near", "house");
        assertThat(page.total()).hasValue(2);
        var all = world.in(
                admin, () -> work.cases.list(admin, new CaseQuery(CaseFilter.ALL, CaseOrder.NAME_ASC, COUNTED)));
        assertThat(all.total()).hasValue(3);
    }

    @Test
    void sheKnowsTheWorkersOfHerLocationsOnly() {
        ProjectAccess clerk = new ProjectAccess(
                admin.project(),
                admin.projectName(),
                supervisor.actor(),
                "Clerk",
                Set.of(Permission.EDIT_COMMCARE_USERS, Permission.VIEW_COMMCARE_USERS, Permission.VIEW_LOCATIONS));
        var workers = world.node.workers;
        var placed = new PlacedWorkers(world.transactions, workers);
        world.in(clerk, () -> {
            for (WorkerOrder order : WorkerOrder.values()) {
                var page = workers.list(clerk, new WorkerQuery("", WorkerQuery.Status.ANY, order, COUNTED));
                assertThat(page.items()).extracting(MobileWorker::username).containsExactlyInAnyOrder("boss", "near");
                assertThat(page.total()).hasValue(2);
            }
            var slice = workers.list(clerk, WorkerQuery.Status.ACTIVE, new SliceRequest(10, 0));
            assertThat(slice.items()).extracting(MobileWorker::username).containsExactly("boss", "near");
            assertThat(slice.total()).isEqualTo(2);
            assertThat(workers.find(clerk, List.of(near, far))).containsOnlyKeys(near);
            assertThat(workers.named(clerk, List.of("near", "far")))
                    .extracting(MobileWorker::username)
                    .containsExactly("near");
            var everywhere = new WorkerQuery("", WorkerQuery.Status.ANY, WorkerOrder.USERNAME_ASC, COUNTED);
            assertThat(placed.list(clerk, new PlacedQuery(everywhere, "", coast))
                            .items())
                    .isEmpty();
            assertThat(placed.list(admin, new PlacedQuery(everywhere, "", coast))
                            .items())
                    .extracting(MobileWorker::username)
                    .containsExactly("far");
            assertThat(world.node
                            .people
                            .list(clerk, PeopleQuery.of("", new SliceRequest(10, 0)))
                            .total())
                    .isEqualTo(2);
            assertThatThrownBy(() -> workers.setActive(clerk, far, false)).hasMessage("NOT_FOUND");
            assertThatThrownBy(() -> workers.delete(clerk, far)).hasMessage("NOT_FOUND");
            assertThatThrownBy(() -> workers.resetPassword(clerk, far, "another-good-1"))
                    .hasMessage("NOT_FOUND");
            assertThatThrownBy(() -> workers.edit(clerk, far, List.of())).hasMessage("NOT_FOUND");
            assertThatThrownBy(() -> workers.unlock(clerk, far)).hasMessage("NOT_FOUND");
            return workers.setActive(clerk, near, true);
        });
    }

    @Test
    void aCaseElsewhereIsNotThereForHer() {
        assertThat(world.in(supervisor, () -> work.cases.get(supervisor, "c-near")))
                .isPresent();
        assertThat(world.in(supervisor, () -> work.cases.get(supervisor, "c-far")))
                .isEmpty();
    }

    @Test
    void noLinkLeadsHerToACaseElsewhere() {
        var links = world.in(supervisor, () -> work.cases.references(supervisor, List.of("house"), COUNTED));
        assertThat(at(links, "house").items())
                .extracting(link -> link.from().caseId())
                .containsExactly("c-near");
        assertThat(at(links, "house").total()).hasValue(1);
    }

    @Test
    void sheListsAndCountsTheFormsOfThePeopleAtHerLocations() {
        for (Set<FormState> states : List.of(Set.of(FormState.NORMAL), EnumSet.allOf(FormState.class))) {
            var filter = new FormFilter(states, null, null, null, null);
            var page = world.in(
                    supervisor,
                    () -> work.forms.list(supervisor, new FormQuery(filter, FormOrder.RECEIVED_DESC, COUNTED)));
            assertThat(page.items()).extracting(Form::formId).containsExactly("f-near");
            assertThat(page.total()).hasValue(1);
        }
        assertThat(world.in(supervisor, () -> work.forms.get(supervisor, "f-far")))
                .isEmpty();
    }

    @Test
    void theActivityThatSheSeesIsThatOfHerPeople() {
        var hers = world.in(supervisor, () -> work.forms.activity(supervisor, ZoneOffset.UTC, 7));
        var all = world.in(admin, () -> work.forms.activity(admin, ZoneOffset.UTC, 7));
        assertThat(List.of(hers.formsToday(), all.formsToday())).containsExactly(1, 2);
    }

    @Test
    void whatLiesElsewhereCanNeitherBeArchivedNorDeletedByHer() {
        assertNotFound(() -> work.archive.archive(supervisor, "f-far"));
        assertNotFound(() -> work.deletion.delete(supervisor, "c-far"));
        assertThat(world.in(admin, () -> work.forms.get(admin, "f-far"))
                        .orElseThrow()
                        .state())
                .isEqualTo(FormState.NORMAL);
    }

    private void assertNotFound(Runnable change) {
        assertThatThrownBy(() -> world.in(supervisor, () -> {
                    change.run();
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isInstanceOf(Problem.NotFound.class));
    }

    @Test
    void withoutAnyLocationSheSeesNothing() {
        var stranger = new ProjectAccess(
                admin.project(),
                admin.projectName(),
                world.webUser("stranger@example.org"),
                "Supervisor",
                Set.of(Permission.VIEW_REPORTS));
        var page = world.in(
                stranger, () -> work.cases.list(stranger, new CaseQuery(CaseFilter.ALL, CaseOrder.NAME_ASC, COUNTED)));
        assertThat(page.items()).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.Entries.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeAll
    void twoProjects() {
        WebUser admin = world.webUser("admin@example.org");
        demo = world.project("demo", admin);
        other = world.project("other", admin);
        for (ProjectAccess project : List.of(demo, other)) {
            work.submit(
                    project,
                    FormXml.visit("f1", "amina")
                            .creates("h1", "household", "Odhiambo 100% home", "amina")
                            .creates("m1", "mother", "Achieng Odhiambo", "amina")
                            .creates("m2", "mother", "Achieng Atieno", "baraka")
                            .creates("m3", "mother", "Achieng Atieno", "amina")
                            .links("m1", "parent", "household", "h1")
                            .links("m2", "parent", "household", "h1")
                            .links("m3", "parent", "household", "h1")
                            .updates("m1", "external_id", "E-" + project.projectName())
                            .updates("m1", "village", project.projectName())
                            .stocks("h1", "soap", 4));
            world.clock.pass(Duration.ofMinutes(1));
            work.submit(project, FormXml.visit("f2", "baraka").updates("m1", "weight", "51"));
            world.clock.pass(Duration.ofMinutes(1));
            work.submit(
                    project,
                    FormXml.visit("f3", "amina").updates("m1", "weight", "52").closes("m2"));
            world.clock.pass(Duration.ofMinutes(1));
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void everyOrderPagesThroughAllCasesOnceAlsoThoseThatAreEqual() {
        for (CaseOrder order : CaseOrder.values()) {
            List<String> seen = new ArrayList<>();
            String after = "";
            boolean more = true;
            while (more) {
                Page<CaseState> page = list(CaseFilter.ALL, order, new PageRequest(1, after, false));
                assertThat(page.total()).isEmpty();
                page.items().forEach(state -> seen.add(state.caseId()));
                after = order.cursor(page.items().getLast());
                more = page.more();
            }
            Page<CaseState> whole = list(CaseFilter.ALL, order, new PageRequest(10, "", true));
            assertThat(seen)
                    .as(order.name())
                    .hasSize(4)
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(
                            whole.items().stream().map(CaseState::caseId).toList());
            assertThat(whole.total()).hasValue(4);
        }
        assertThat(ids(list(CaseFilter.ALL, CaseOrder.NAME_ASC, PageRequest.first(10))))
                .containsExactly("m2", "m3", "m1", "h1");
    }

    @Test
    void filtersNarrowTheListAndTheCount() {
        assertThat(ids(new CaseFilter("mother", null, null, null, Map.of(), null)))
                .containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(ids(new CaseFilter("mother", "amina", null, null, Map.of(), null)))
                .containsExactlyInAnyOrder("m1", "m3");
        assertThat(ids(new CaseFilter(null, null, true, null, Map.of(), null))).containsExactly("m2");
        assertThat(ids(new CaseFilter(null, null, null, "E-demo", Map.of(), null)))
                .containsExactly("m1");
        assertThat(ids(new CaseFilter(null, null, null, "E-other", Map.of(), null)))
                .isEmpty();
        assertThat(ids(new CaseFilter(null, null, null, null, Map.of("village", "demo", "weight", "52"), null)))
                .containsExactly("m1");
        assertThat(ids(new CaseFilter(null, null, null, null, Map.of("village", "other"), null)))
                .isEmpty();
    }

    @Test
    void textIsWordsOfTheNameOrAnExactId() {
        assertThat(found("atieno ACHIENG")).containsExactlyInAnyOrder("m2", "m3");
        assertThat(found("100%")).containsExactly("h1");
        assertThat(found("1%0")).isEmpty();
        assertThat(found("E-demo")).containsExactly("m1");
        assertThat(found("m3")).containsExactly("m3");
        assertThat(found("  ")).hasSize(4);
        assertThat(found("'; drop table cases.case_record; --")).isEmpty();
    }

    @Test
    void aCursorFitsOnlyItsOwnOrder() {
        CaseState first = list(CaseFilter.ALL, CaseOrder.NAME_ASC, PageRequest.first(1))
                .items()
                .getFirst();
        for (String bad : List.of(CaseOrder.NAME_DESC.cursor(first), "nonsense", "!", "AAAA")) {
            assertThatThrownBy(() -> list(CaseFilter.ALL, CaseOrder.NAME_ASC, new PageRequest(1, bad, false)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("CURSOR_INVALID"));
        }
    }

    @Test
    void typesAreThoseInUse() {
        assertThat(world.in(demo, () -> work.cases.types(demo))).containsExactly("household", "mother");
    }

    @Test
    void referencesArePagedForSeveralCasesAtOnce() {
        var first = references(new PageRequest(2, "", true));
        assertThat(at(first, "h1").items())
                .extracting(reference -> reference.from().caseId())
                .containsExactly("m1", "m2");
        assertThat(at(first, "h1").more()).isTrue();
        assertThat(at(first, "h1").total()).hasValue(3);
        assertThat(at(first, "m1").items()).isEmpty();
        assertThat(at(first, "m1").total()).hasValue(0);
        var second =
                references(new PageRequest(2, at(first, "h1").items().getLast().cursor(), false));
        assertThat(at(second, "h1").items())
                .extracting(reference -> reference.from().caseId())
                .containsExactly("m3");
        assertThat(at(second, "h1").more()).isFalse();
    }

    private Map<String, Page<CaseReference>> references(PageRequest page) {
        return world.in(demo, () -> work.cases.references(demo, Set.of("h1", "m1"), page));
    }

    @Test
    void historyIsPagedNewestFirst() {
        var first = world.in(demo, () -> work.cases.history(demo, Set.of("m1", "m3"), new PageRequest(2, "", true)));
        assertThat(at(first, "m1").items()).extracting(CaseTransaction::ordinal).containsExactly(3, 2);
        assertThat(at(first, "m1").total()).hasValue(3);
        assertThat(at(first, "m3").items()).extracting(CaseTransaction::formId).containsExactly("f1");
        String after = at(first, "m1").items().getLast().cursor();
        var second = world.in(demo, () -> work.cases.history(demo, Set.of("m1"), new PageRequest(2, after, false)));
        assertThat(at(second, "m1").items())
                .extracting(CaseTransaction::ordinal)
                .containsExactly(1);
    }

    @Test
    void provenanceNamesTheFormOfEachValue() {
        CaseHistory history = at(world.in(demo, () -> work.cases.replayed(demo, List.of("m1"))), "m1");
        assertThat(history.provenance())
                .filteredOn(found -> Set.of("weight", "village").contains(found.name()))
                .extracting(found -> found.step().formId())
                .containsExactlyInAnyOrder("f3", "f1");
        assertThat(history.changes(3)).containsExactly(new PropertyChange("weight", "51", "52"));
    }

    @Test
    void whatAFormDidIsFoundByTheForm() {
        var steps = world.in(demo, () -> work.cases.stepsOfForms(demo, List.of("f1", "f3", "f0")));
        assertThat(steps).containsOnlyKeys("f1", "f3");
        assertThat(at(steps, "f3")).extracting(CaseTransaction::caseId).containsExactly("m1", "m2");
    }

    @Test
    void stockIsReadForSeveralCasesAtOnce() {
        var ledgers = world.in(demo, () -> work.cases.ledgers(demo, List.of("h1", "m1")));
        assertThat(ledgers).containsOnlyKeys("h1");
        assertThat(at(ledgers, "h1").getFirst().balance()).isEqualByComparingTo("4");
    }

    @Test
    void aCaseOfAnotherProjectIsNotThere() {
        work.submit(other, FormXml.visit("f-only", "amina").creates("only", "mother", "Only", "amina"));
        assertThat(world.in(other, () -> work.cases.get(other, "only"))).isPresent();
        assertThat(world.in(demo, () -> work.cases.get(demo, "only"))).isEmpty();
        var steps = world.in(demo, () -> work.cases.history(demo, List.of("only"), PageRequest.first(5)));
        assertThat(at(steps, "only").items()).isEmpty();
    }

    @Test
    void withoutAPermissionNothingIsRead() {
        ProjectAccess poor = with(Set.of(Permission.ACCESS_API));
        assertThatThrownBy(() -> world.in(poor, () -> work.cases.get(poor, "m1")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(new Problem.Forbidden("edit_data")));
        ProjectAccess reader = with(Set.of(Permission.VIEW_REPORTS, Permission.ACCESS_ALL_LOCATIONS));
        assertThat(world.in(reader, () -> work.cases.get(reader, "m1"))).isPresent();
        assertThatThrownBy(() -> world.in(reader, () -> {
                    work.deletion.delete(reader, "m1");
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    private ProjectAccess with(Set<Permission> permissions) {
        return new ProjectAccess(demo.project(), demo.projectName(), demo.actor(), "Some", permissions);
    }

    private Page<CaseState> list(CaseFilter filter, CaseOrder order, PageRequest page) {
        return world.in(demo, () -> work.cases.list(demo, new CaseQuery(filter, order, page)));
    }

    private List<String> found(String text) {
        return ids(new CaseFilter(null, null, null, null, Map.of(), text));
    }

    private List<String> ids(CaseFilter filter) {
        Page<CaseState> page = list(filter, CaseOrder.SERVER_MODIFIED_DESC, new PageRequest(10, "", true));
        assertThat(page.total()).hasValue(page.items().size());
        return ids(page);
    }

    private static List<String> ids(Page<CaseState> page) {
        return page.items().stream().map(CaseState::caseId).toList();
    }
}

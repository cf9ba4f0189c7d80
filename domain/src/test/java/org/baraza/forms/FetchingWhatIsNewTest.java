// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseOrigin;
import org.baraza.cases.ListedCase;
import org.baraza.forms.FormCondition.From;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.FormXml;
import org.baraza.testing.NoBlobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs go on behind the last change that they saw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchingWhatIsNewTest {
    private static final int NODES = 3;
    private static final int FORMS = 60;
    private static final int PAGE = 7;

    private IntakeFixture fixture;
    private FormLists forms;
    private CaseLists cases;

    @BeforeAll
    void open() {
        fixture = IntakeFixture.open();
        forms = new FormLists(fixture.transactions(), new FormChunks(new NoBlobs()));
        cases = new CaseLists(fixture.transactions());
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void whoGoesOnBehindTheLastChangeGetsEveryFormAndCaseOnceWhileSeveralNodesWrite() throws Exception {
        World world = fixture.world();
        List<FormIntake> nodes =
                IntStream.range(0, NODES).mapToObj(n -> fixture.anotherNode()).toList();
        List<String> formsSeen = new ArrayList<>();
        List<String> casesSeen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> written = new ArrayList<>();
            for (int n = 0; n < NODES; n++) {
                FormIntake node = nodes.get(n);
                for (int f = 0; f < FORMS; f++) {
                    String id = n + "-" + f;
                    written.add(threads.submit((Callable<Receipt>) () -> world.submit(
                            node,
                            FormXml.visit("form-" + id, "u")
                                    .creates("case-" + id, "t", "n", "o")
                                    .text())));
                }
            }
            Instant formsFrom = Instant.EPOCH;
            String casesAfter = "";
            boolean last;
            do {
                last = written.stream().allMatch(Future::isDone);
                formsFrom = fetchForms(world, formsFrom, formsSeen);
                casesAfter = fetchCases(world, casesAfter, casesSeen);
            } while (!last);
            for (Future<Receipt> receipt : written) {
                assertThat(receipt.get()).isInstanceOf(Receipt.Accepted.class);
            }
        }
        assertThat(formsSeen).hasSize(NODES * FORMS).doesNotHaveDuplicates();
        assertThat(casesSeen).hasSize(NODES * FORMS).doesNotHaveDuplicates();
    }

    /** As exporting clients do: from the last time on, itself included, passing over what they have. */
    private Instant fetchForms(World world, Instant from, List<String> seen) {
        Instant last = from;
        while (true) {
            Instant start = last;
            List<ListedForm> page = ProjectScope.in(
                    world.id(),
                    () -> forms.slice(
                                    world.admin(),
                                    new FormList(
                                            List.of(new From(TimeField.INDEXED_ON, start)),
                                            true,
                                            TimeField.INDEXED_ON,
                                            false),
                                    new SliceRequest(PAGE, 0))
                            .items());
            List<ListedForm> fresh =
                    page.stream().filter(one -> one.indexedOn().isAfter(start)).toList();
            fresh.forEach(one -> seen.add(one.form().formId()));
            if (fresh.isEmpty()) {
                return last;
            }
            last = fresh.getLast().indexedOn();
        }
    }

    private String fetchCases(World world, String after, List<String> seen) {
        String cursor = after;
        while (true) {
            String start = cursor;
            Page<ListedCase> page = ProjectScope.in(
                    world.id(), () -> cases.page(world.admin(), List.of(), new PageRequest(PAGE, start, false)));
            page.items().forEach(one -> seen.add(one.state().caseId()));
            if (page.items().isEmpty()) {
                return cursor;
            }
            cursor = page.items().getLast().cursor();
        }
    }

    @Test
    void whateverChangesComesAgainBehindEverythingElse() {
        World world = fixture.world();
        Stream.of("a", "b", "c")
                .forEach(id -> world.submit(FormXml.visit("form-" + id, "u")
                        .creates("case-" + id, "t", "n", "o")
                        .text()));
        world.submit(FormXml.visit("form-d", "u").updates("case-a", "x", "1").text());
        assertThat(caseIds(world)).containsExactly("case-b", "case-c", "case-a");

        world.archive("form-b");
        assertThat(formIds(world)).containsExactly("form-a", "form-c", "form-d", "form-b");
        assertThat(caseIds(world)).containsExactly("case-c", "case-a");

        world.unarchive("form-b");
        assertThat(formIds(world)).containsExactly("form-a", "form-c", "form-d", "form-b");
        assertThat(caseIds(world)).containsExactly("case-c", "case-a", "case-b");

        world.submit(FormXml.visit("form-a", "u")
                .creates("case-a", "t", "renamed", "o")
                .text());
        assertThat(formIds(world)).containsExactly("form-c", "form-d", "form-b", "form-a");
        assertThat(caseIds(world)).containsExactly("case-c", "case-b", "case-a");
    }

    private List<String> caseIds(World world) {
        List<String> ids = new ArrayList<>();
        fetchCases(world, "", ids);
        return ids;
    }

    private List<String> formIds(World world) {
        List<String> ids = new ArrayList<>();
        fetchForms(world, Instant.EPOCH, ids);
        return ids;
    }

    @Test
    void aCaseSaysWhichFormsMadeIt() {
        World world = fixture.world();
        world.submit(FormXml.visit("one", "u").creates("c", "t", "n", "o").text());
        world.submit(FormXml.visit("two", "u").updates("c", "x", "1").text());
        world.submit(FormXml.visit("three", "u").updates("c", "x", "2").text());
        world.archive("two");
        Map<String, CaseOrigin> origins = ProjectScope.in(world.id(), () -> cases.origins(world.admin(), List.of("c")));
        assertThat(origins).containsOnlyKeys("c");
        assertThat(origins.values())
                .first()
                .satisfies(origin -> assertThat(origin.formIds()).containsExactly("one", "three"));
    }
}

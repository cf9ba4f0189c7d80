// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.Link;
import org.baraza.cases.CaseCondition.Property;
import org.baraza.cases.CaseCondition.Reads;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists and searches run on their indexes under the application's role, with row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePlansTest {
    private static final String CASES = """
            insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, external_id, closed,
                server_modified_on, modified_on, indexed_on, properties, last_ordinal)
            select nullif(current_setting('baraza.project', true), '')::uuid, 'case-' || n, n, 'type-' || n % 5,
                   md5(n::text) || ' ' || md5((n * 7)::text), 'owner-' || n % 400, 'ext-' || n, n % 3 = 0,
                   timestamptz '2026-01-01' + n * interval '1 minute',
                   timestamptz '2026-01-01' + n * interval '1 minute',
                   timestamptz '2026-01-01' + n * interval '1 minute',
                   jsonb_build_object('village', 'v' || n % 2000, 'n', n::text), 1
            from generate_series(1, 12000) n
            """;

    /** Five to each case that has any. */
    private static final String LINKS = """
            insert into cases.case_index (project_id, case_id, identifier, target_id, case_type, relationship)
            select nullif(current_setting('baraza.project', true), '')::uuid, 'case-' || n, 'parent',
                   'case-' || 1 + n / 5, 'type-1', 'child'
            from generate_series(1, 12000) n
            """;

    private final World world = new World();
    private final CaseSearchStore search = new CaseSearchStore();
    private final CaseListStore lists = new CaseListStore();
    private Plans plans;

    @BeforeAll
    void twoLargeProjects() {
        ProjectId demo = new ProjectId(UUID.randomUUID());
        plans = new Plans(world, demo);
        plans.fill(demo, CASES);
        plans.fill(demo, LINKS);
        plans.fill(new ProjectId(UUID.randomUUID()), CASES);
        plans.analyse("cases.case_record");
        plans.analyse("cases.case_index");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void everyOrderIsReadFromItsIndexWithoutSorting() {
        for (CaseOrder order : CaseOrder.values()) {
            String index = order.byName() ? "case_by_name" : "case_by_change";
            assertThat(plan(CaseFilter.ALL, order)).contains(index).doesNotContain("Sort");
        }
    }

    @Test
    void exportsGoOnInTheIndexOfTheirType() {
        CaseRun run = new CaseRun("type-3", Optional.empty(), Optional.empty(), Optional.empty());
        var place = new CaseRun.Place(Instant.parse("2026-01-05T00:00:00Z"), 17);
        assertThat(plans.of(new WholeCaseStore().rows(run, Optional.of(place), 100)))
                .contains("case_by_type", "ROW(")
                .doesNotContain("Seq Scan", "  Sort");
    }

    @Test
    void feedsReadNoWholeTableForAPage() {
        CaseRun run = new CaseRun("type-3", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(plans.of(new WholeCaseStore().rowsByNumber(run, 17, 100)))
                .containsAnyOf("case_by_number", "case_by_type")
                .doesNotContain("Seq Scan");
    }

    @Test
    void alsoBehindACursor() {
        for (CaseOrder order : CaseOrder.values()) {
            String after = order.byName()
                    ? org.baraza.paging.Cursor.of(order.name(), "8", 6000)
                    : org.baraza.paging.Cursor.of(order.name(), Instant.parse("2026-01-05T00:00:00Z"), 6000);
            String plan =
                    plans.of(search.rows(new CaseQuery(CaseFilter.ALL, order, new PageRequest(50, after, false))));
            assertThat(plan)
                    .contains(order.byName() ? "case_by_name" : "case_by_change", "Index Cond", "ROW(")
                    .doesNotContain("Sort");
        }
    }

    @Test
    void typeAndOwnerHaveIndexesInTheOrderOfTheList() {
        assertThat(plan(new CaseFilter("type-1", null, null, null, Map.of(), null), CaseOrder.SERVER_MODIFIED_DESC))
                .contains("case_by_type")
                .doesNotContain("Sort");
        assertThat(plan(new CaseFilter(null, "owner-1", null, null, Map.of(), null), CaseOrder.SERVER_MODIFIED_DESC))
                .contains("case_by_owner")
                .doesNotContain("Seq Scan");
    }

    @Test
    void searchesUseTheirIndexes() {
        assertThat(plan(new CaseFilter(null, null, null, "ext-77", Map.of(), null), CaseOrder.NAME_ASC))
                .contains("case_by_external_id");
        assertThat(plan(
                        new CaseFilter(null, null, null, null, Map.of("village", "v77", "n", "77"), null),
                        CaseOrder.NAME_ASC))
                .contains("case_by_property");
        assertThat(plan(
                        new CaseFilter(null, null, null, null, Map.of(), "28dd2c79 55ce"),
                        CaseOrder.SERVER_MODIFIED_DESC))
                .contains("case_by_name_part", "case_record_pkey", "case_by_external_id");
    }

    @Test
    void queriesUseTheIndexesOfTheirProperties() throws BadCaseQuery {
        assertThat(queried("village = 'v77' and n > 5"))
                .contains("case_by_property")
                .doesNotContain("Seq Scan");
        assertThat(queried("village = 'v77' or external_id = 'ext-77'"))
                .contains("case_by_property", "case_by_external_id")
                .doesNotContain("Seq Scan");
        assertThat(queried("@owner_id = 'owner-1' and not(village = 'v77')"))
                .contains("case_by_owner")
                .doesNotContain("Seq Scan");
        assertThat(queried("@case_id = 'case-7'")).contains("case_record_pkey").doesNotContain("Seq Scan");
    }

    private String queried(String query) throws BadCaseQuery {
        CaseCondition matches = new CaseCondition.Matches(List.of(CaseFormulaReader.read(query, world.clock)));
        return plans.of(lists.rows(List.of(matches), PageRequest.first(50)));
    }

    /** What clients combine in GraphQL. */
    @Test
    void conditionsOfFiltersUseTheIndexesOfWhatTheyNarrowDown() {
        CaseFormula village = new CaseFormula.Equals("village", List.of("v77"));
        CaseFormula above = new CaseFormula.Compared("n", CaseFormula.Order.GREATER, new BigDecimal(5));
        assertThat(filtered(new CaseFormula.All(List.of(village, above))))
                .contains("case_by_property")
                .doesNotContain("Seq Scan");
        assertThat(filtered(new CaseFormula.Any(
                        List.of(village, new CaseFormula.Equals("external_id", List.of("ext-77"))))))
                .contains("case_by_property", "case_by_external_id")
                .doesNotContain("Seq Scan");
        assertThat(filtered(new CaseFormula.Equals("owner_id", List.of("owner-1", "owner-2"))))
                .contains("case_by_owner")
                .doesNotContain("Seq Scan");
        CaseFormula target = new CaseFormula.Equals("case_id", List.of("case-1"));
        assertThat(filtered(new CaseFormula.Above(List.of("parent"), target)))
                .contains("case_index_by_target")
                .doesNotContain("Seq Scan");
        assertThat(filtered(new CaseFormula.Below("parent", target, CaseFormula.Order.GREATER, 0)))
                .contains("case_index_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theIdsOfAllThatMatchAreFoundByTheIndexesToo() {
        CaseFilter ofOwner = CaseFilter.ALL.ownedBy("owner-1");
        assertThat(plans.of(CaseSearchStore.ids(ofOwner, Optional.empty(), 100_001)))
                .contains("case_by_owner")
                .doesNotContain("Seq Scan");
    }

    private String filtered(CaseFormula formula) {
        return plan(CaseFilter.ALL.where(formula), CaseOrder.SERVER_MODIFIED_DESC);
    }

    @Test
    void typesAreProbedOneByOne() {
        assertThat(plans.of(search.types()))
                .contains("case_by_type", "Recursive Union")
                .doesNotContain("Seq Scan");
    }

    private String plan(CaseFilter filter, CaseOrder order) {
        return plans.of(search.rows(new CaseQuery(filter, order, PageRequest.first(50))));
    }

    @Test
    void listsOfProgramsFollowTheirTimesToo() {
        assertThat(listed(TimeField.INDEXED_ON)).contains("case_by_stamp").doesNotContain("Seq Scan");
        assertThat(listed(TimeField.SERVER_MODIFIED_ON))
                .contains("case_by_change")
                .doesNotContain("Sort");
        assertThat(listed(TimeField.MODIFIED_ON))
                .contains("case_by_modification")
                .doesNotContain("Sort");
        String after = new ListedCase(aCase(), Instant.parse("2026-01-05T00:00:00Z")).cursor();
        assertThat(plans.of(lists.rows(List.of(), new PageRequest(50, after, false))))
                .contains("case_by_stamp", "Index Cond", "ROW(")
                .doesNotContain("Sort");
    }

    @Test
    void conditionsOfProgramsUseTheirIndexes() {
        assertThat(page(Is.one(TextField.TYPE, "type-1"))).contains("case_by_").doesNotContain("Seq Scan");
        assertThat(page(new Reads(TextField.EXTERNAL_ID, "EXT-77"))).contains("case_by_external_id_in_any_case");
        assertThat(page(new Reads(TextField.NAME, "28DD2C79"))).contains("case_by_name_part");
        assertThat(page(new Property("n", List.of("77")))).contains("case_by_property");
        assertThat(page(new Link("parent", List.of("case-1")))).contains("case_index_by_target");
    }

    private String listed(TimeField order) {
        return plans.of(lists.rows(new CaseList(List.of(), order, false), new SliceRequest(50, 0)));
    }

    private String page(CaseCondition condition) {
        return plans.of(lists.rows(List.of(condition), PageRequest.first(50)));
    }

    private static CaseState aCase() {
        return new CaseState(
                "case-7",
                7,
                "type-1",
                "n",
                "owner-1",
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                new LinkedHashMap<>(),
                List.of(),
                List.of(),
                1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Searches and lists of claims run on indexes under the application's role, with row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlansTest {
    private static final String CASES = """
            insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, closed,
                server_modified_on, properties, last_ordinal)
            select nullif(current_setting('baraza.project', true), '')::uuid, 'case-' || n, n,
                   case when n % 20 = 0 then 'commcare-case-claim' when n % 4 = 0 then 'household' else 'person' end,
                   md5(n::text), 'owner-' || n % 400, n % 3 = 0, timestamptz '2026-01-01' + n * interval '1 minute',
                   jsonb_build_object('village', 'v' || n % 2000, 'dob', '2001-01-01'), 1
            from generate_series(1, 12000) n
            """;
    private static final String LINKS = """
            insert into cases.case_index (project_id, case_id, identifier, target_id, case_type, relationship)
            select nullif(current_setting('baraza.project', true), '')::uuid, 'case-' || n,
                   case when n % 20 = 0 then 'host' else 'parent' end, 'case-' || (n + 7) % 3000 + 1, 'person',
                   case when n % 20 = 0 then 'extension' else 'child' end
            from generate_series(1, 12000) n
            """;

    private final World world = new World();
    private Plans plans;

    @BeforeAll
    void twoLargeProjects() {
        ProjectId demo = new ProjectId(UUID.randomUUID());
        plans = new Plans(world, demo);
        for (ProjectId project : List.of(demo, new ProjectId(UUID.randomUUID()))) {
            plans.fill(project, CASES);
            plans.fill(project, LINKS);
        }
        plans.analyse("cases.case_record");
        plans.analyse("cases.case_index");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aValueIsLookedUpInTheIndexOfProperties() {
        assertThat(search("village", "v77")).contains("case_by_property").doesNotContain("Seq Scan");
        assertThat(search("village", "v77", "v78")).contains("case_by_property").doesNotContain("Seq Scan");
        assertThat(search("name", "28dd2c7955ce926456240b2ff0100bde")).contains("case_by_name");
    }

    @Test
    void aTypeIsReadInTheOrderOfTheAnswerUntilThereIsEnough() {
        assertThat(search("include_closed", "no"))
                .contains("Limit", "case_by_type")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void whatHasNoIndexIsLookedForInOpenCasesOfTheProject() {
        assertThat(search("dob", "__range__2000-01-01__2002-01-01"))
                .contains("Index Scan using case_")
                .doesNotContain("Seq Scan");
    }

    @Test
    void linksAndAncestorsAreFoundByTheirIndexes() {
        assertThat(search("indices.parent", "case-8"))
                .contains("case_index_by_target")
                .doesNotContain("Seq Scan");
        assertThat(search("parent/village", "v77"))
                .contains("case_by_property")
                .doesNotContain("Seq Scan on case_record");
    }

    @Test
    void queriesUseTheSameIndexes() {
        assertThat(search("_xpath_query", "village = 'v77' and dob > '2000-01-01'"))
                .contains("case_by_property")
                .doesNotContain("Seq Scan");
        assertThat(search("_xpath_query", "subcase-exists('parent', village = 'v77')"))
                .contains("case_by_property")
                .doesNotContain("Seq Scan");
        assertThat(search("_xpath_query", "subcase-count('parent', @status = 'open') > 1"))
                .contains("case_index_by_target")
                .doesNotContain("Seq Scan on case_record");
        assertThat(search("_xpath_query", "village = 'v77' and parent/village = 'v78'"))
                .contains("case_by_property")
                .doesNotContain("Seq Scan");
    }

    @Test
    void claimsOfAHolderAndOfCases() {
        var store = new ClaimStore();
        assertThat(plans.of(store.rows(new ClaimQuery("owner-20", PageRequest.first(50)))))
                .doesNotContain("Seq Scan");
        assertThat(plans.of(store.newest(List.of("case-8", "case-9"), 20)))
                .contains("case_index_by_target")
                .doesNotContain("Seq Scan");
    }

    private String search(String name, String... values) {
        var request = SearchParameters.read(Map.of("case_type", List.of("person"), name, List.of(values)), world.clock);
        return plans.of(new SearchStore().statement(request, SearchSettings.DEFAULT, 501));
    }
}

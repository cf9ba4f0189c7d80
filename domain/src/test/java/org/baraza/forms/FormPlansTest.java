// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.forms.FormCondition.OfCase;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists and counts run on their indexes under the application's role, with row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormPlansTest {
    private static final String FORMS = """
            insert into forms.form (project_id, form_id, state, xmlns, name, user_id, received_on, content_md5,
                xml_length, path, indexed_on, server_modified_on)
            select nullif(current_setting('baraza.project', true), '')::uuid, 'form-' || n,
                   case when n % 50 = 0 then 16 when n % 60 = 0 then 2 else 1 end, 'http://x/' || n % 8, 'Visit',
                   'user-' || n % 300, timestamptz '2026-01-01' + n * interval '5 minutes', '\\x00', 1, '/',
                   timestamptz '2026-01-01' + n * interval '5 minutes', timestamptz '2026-01-01' + n * interval '5 minutes'
            from generate_series(1, 12000) n
            """;

    private final World world = new World();
    private final FormSearchStore search = new FormSearchStore();
    private Plans plans;

    @BeforeAll
    void twoLargeProjects() {
        ProjectId demo = new ProjectId(UUID.randomUUID());
        plans = new Plans(world, demo);
        plans.fill(demo, FORMS);
        plans.fill(new ProjectId(UUID.randomUUID()), FORMS);
        plans.analyse("forms.form");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void normalFormsAreARangeOfTheArrivals() {
        assertThat(plan(FormFilter.NORMAL, "")).contains("form_by_arrival").doesNotContain("Seq Scan", "  Sort");
        String after = Cursor.of("RECEIVED_DESC", Instant.parse("2026-01-20T00:00:00Z"), "form-1");
        assertThat(plan(FormFilter.NORMAL, after))
                .contains("form_by_arrival", "ROW(")
                .doesNotContain("Seq Scan");
    }

    @Test
    void severalStatesAreRangesThatAreMerged() {
        assertThat(plan(new FormFilter(EnumSet.allOf(FormState.class), null, null, null, null), ""))
                .contains("form_by_arrival", "Merge Append")
                .doesNotContain("Seq Scan");
    }

    @Test
    void usersAndKindsHaveIndexesOfTheirOwn() {
        assertThat(plan(FormFilter.NORMAL.by("user-7"), ""))
                .contains("form_by_user")
                .doesNotContain("Seq Scan");
        assertThat(plan(new FormFilter(Set.of(FormState.NORMAL), "http://x/3", null, null, null), ""))
                .contains("form_by_xmlns")
                .doesNotContain("Seq Scan");
    }

    @Test
    void exportsGoOnInTheIndexOfTheirKind() {
        FormRun run = new FormRun(
                "http://x/3",
                Set.of(FormState.NORMAL),
                Optional.empty(),
                Instant.parse("2027-01-01T00:00:00Z"),
                Optional.empty());
        var place = new FormRun.Place(Instant.parse("2026-01-05T00:00:00Z"), "form-1");
        assertThat(plans.of(new WholeFormStore().rows(run, Optional.of(place), 100)))
                .contains("form_by_xmlns", "ROW(")
                .doesNotContain("Seq Scan");
    }

    @Test
    void kindsAreProbedOneByOne() {
        assertThat(plans.of(search.types()))
                .contains("form_by_xmlns", "Recursive Union")
                .doesNotContain("Seq Scan");
    }

    @Test
    void arrivalsAreCountedFromTheIndexAlone() {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(plans.of(new ActivityStore().counts(List.of(first, first.plusSeconds(86_400)), Optional.empty())))
                .contains("Index Only Scan using form_by_arrival");
    }

    @Test
    void theLastArrivalOfAUserIsOneProbe() {
        assertThat(plans.of(new FormReadStore().lastArrivals(List.of("user-1", "user-2"))))
                .contains("form_by_user", "Limit")
                .doesNotContain("Seq Scan on form");
    }

    private String plan(FormFilter filter, String after) {
        return plans.of(search.rows(
                new FormQuery(filter, FormOrder.RECEIVED_DESC, new PageRequest(50, after, false)), Optional.empty()));
    }

    @Test
    void listsOfProgramsFollowTheirTimes() {
        assertThat(listed(TimeField.RECEIVED_ON, false))
                .contains("form_by_arrival")
                .doesNotContain("Seq Scan");
        assertThat(listed(TimeField.INDEXED_ON, false))
                .contains("form_by_stamp")
                .doesNotContain("Seq Scan");
        assertThat(listed(TimeField.SERVER_MODIFIED_ON, true))
                .contains("form_by_change", "Append")
                .doesNotContain("Seq Scan");
        assertThat(listed(TimeField.INDEXED_ON, true, new OfCase("case-1")))
                .contains("case_transaction")
                .doesNotContain("Seq Scan on form");
    }

    private String listed(TimeField order, boolean archivedToo, FormCondition... conditions) {
        return plans.of(new FormListStore()
                .rows(new FormList(List.of(conditions), archivedToo, order, true), new SliceRequest(50, 100)));
    }
}

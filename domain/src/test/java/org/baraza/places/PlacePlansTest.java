// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.jooq.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Owners, fixtures and lists run on their indexes under the application's role, with row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacePlansTest {
    private static final String HERE = "nullif(current_setting('baraza.project', true), '')::uuid";

    private final World world = new World();
    private Plans plans;
    private ProjectId demo;

    @BeforeAll
    void twoLargeProjects() {
        demo = fill("demo");
        plans = new Plans(world, demo);
        fill("other");
        for (String table : List.of("location", "location_type", "assignment", "user_group", "group_member")) {
            plans.analyse("places." + table);
        }
    }

    /** A hundred districts of a hundred villages each; 500 workers at villages, one at a district; 2000 groups. */
    private ProjectId fill(String name) {
        ProjectId project =
                world.project(name, world.webUser(name + "@example.org")).project();
        Plans into = new Plans(world, project);
        into.fill(project, """
                insert into places.location_type (project_id, type_no, name, code, parent_no, shares_cases,
                    view_descendants, created_at, last_modified)
                select %s, n, 'Level ' || n, 'level' || n, nullif(n - 1, 0), n = 2, n = 1, now(), now()
                from generate_series(1, 2) n""".formatted(HERE));
        into.fill(project, """
                insert into places.location (project_id, location_id, location_no, name, name_key, type_no, parent_id,
                    site_code, created_at, last_modified, path)
                select %s, 'l' || n, n, 'Place ' || n, 'place ' || n, case when n <= 100 then 1 else 2 end,
                    case when n > 100 then 'l' || (n %% 100 + 1) end, 'place' || n, now(), now() + n * interval '1 s',
                    case when n > 100 then (n %% 100 + 1) || '/' else '' end || n || '/'
                from generate_series(1, 10100) n""".formatted(HERE));
        into.fill(project, """
                insert into places.assignment (project_id, user_id, location_id, is_primary, place)
                select %s, 'u' || n, 'l' || n, true, 1 from generate_series(100, 600) n""".formatted(HERE));
        into.fill(project, """
                insert into places.user_group (project_id, group_id, name, name_key, case_sharing, created_at,
                    last_modified)
                select %s, 'g' || n, 'Group ' || n, 'group ' || n, n %% 2 = 0, now(), now()
                from generate_series(1, 2000) n""".formatted(HERE));
        into.fill(project, """
                insert into places.group_member (project_id, group_id, user_id, place)
                select %s, 'g' || n, 'u' || (100 + n %% 400), 1 from generate_series(1, 2000) n""".formatted(HERE));
        return project;
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void theOwnersOfAWorkerAreFoundWithoutReadingTheTree() {
        String plan = plans.of((Query) OwnershipStore.statement("u100"));
        assertThat(plan)
                .contains("location_project_id_path_key", "group_member_by_user", "assignment_pkey")
                .doesNotContain("Seq Scan on location ");
        assertThat(owners(demo)).contains("u100", "g400", "l10099").hasSizeGreaterThan(100);
    }

    @Test
    void thePartOfTheTreeThatAPhoneShowsIsReadByRanges() {
        assertThat(plan(tx -> PhoneStore.whole(tx, "100/")))
                .contains("location_project_id_path_key")
                .doesNotContain("Seq Scan on location ", "Sort");
        assertThat(plan(tx -> PhoneStore.single(tx, List.of("100/", "100/199/"))))
                .contains("location_project_id_path_key")
                .doesNotContain("Seq Scan on location ");
    }

    private String plan(Function<Tx, Query> statement) {
        return ProjectScope.in(
                demo,
                () -> world.transactions.read(
                        tx -> tx.sql().explain(statement.apply(tx)).plan()));
    }

    @Test
    void listsAreReadInTheOrderOfTheirIndexes() {
        LocationReadStore store = new LocationReadStore();
        LocationQuery all = new LocationQuery(LocationFilter.IN_USE, new PageRequest(50, "", false));
        assertThat(plan(store, all)).contains("location_by_name").doesNotContain("Sort");
        LocationFilter below = new LocationFilter("l7", null, null, null, null, null, false, "", List.of());
        assertThat(plan(store, new LocationQuery(below, new PageRequest(50, "", false))))
                .contains("location_by_parent")
                .doesNotContain("Sort");
        LocationFilter found = new LocationFilter(null, null, null, null, null, null, false, "place 77", List.of());
        assertThat(plan(store, new LocationQuery(found, new PageRequest(50, "", false))))
                .contains("name_key")
                .doesNotContain("Seq Scan on location ");
    }

    private String plan(LocationReadStore store, LocationQuery query) {
        return plan(tx -> store.rows(tx, access(Set.of(Permission.values())), query));
    }

    private ProjectAccess access(Set<Permission> permissions) {
        Actor somebody = new Actor.MobileWorker("u100", "u100", demo);
        return new ProjectAccess(demo, "demo", somebody, "Somebody", permissions);
    }

    @Test
    void whoKnowsOfSomeLocationsReadsTheRangesBelowHers() {
        LocationQuery all = new LocationQuery(LocationFilter.IN_USE, new PageRequest(50, "", false));
        assertThat(plan(tx -> new LocationReadStore().rows(tx, access(Set.of()), all)))
                .contains("location_project_id_path_key", "assignment_pkey")
                .doesNotContain("Seq Scan on location ");
    }

    private Set<String> owners(ProjectId project) {
        return ProjectScope.in(project, () -> world.transactions.read(tx -> new Ownership().owners(tx, "u100")));
    }

    @Test
    void anotherProjectOfTheSameIdsOwnsNothingHere() {
        assertThat(owners(new ProjectId(UUID.randomUUID()))).containsExactly("u100");
    }
}

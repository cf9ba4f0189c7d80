// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.jooq.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PeopleTest {
    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private ProjectAccess demo;

    @BeforeAll
    void threeWorkersAndTwoWebUsers() {
        demo = world.project("demo", admin);
        hire("ann", "Asha", "Mwangi", "asha@clinic.example");
        hire("bob", "Baraka", "Asiimwe", "");
        String gone = hire("gone", "Asha", "Left", "");
        world.in(demo, () -> world.node.workers.setActive(demo, gone, false));
        WebUser clerk = world.webUser("clerk@example.org");
        world.in(demo, () -> {
            world.node.members.put(demo, clerk.username(), "Read Only");
            return clerk;
        });
    }

    private String hire(String username, String first, String last, String email) {
        var wanted = new NewMobileWorker(username, World.PASSWORD, first, last, email, "", List.of(), Map.of());
        return world.in(demo, () -> world.node.workers.create(demo, wanted)).userId();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Slice<Person> list(String search, int limit, int offset) {
        return world.in(
                demo, () -> world.node.people.list(demo, PeopleQuery.of(search, new SliceRequest(limit, offset))));
    }

    private List<String> names(String search) {
        Slice<Person> found = list(search, 20, 0);
        assertThat(found.total()).isEqualTo(found.items().size());
        return found.items().stream().map(Person::username).toList();
    }

    @Test
    void workersComeFirstAndEachPartOfTheListIsThereOnce() {
        List<String> all = names("");
        assertThat(all.subList(0, 2)).containsExactly("ann", "bob");
        assertThat(all).hasSize(4).contains("admin@example.org", "clerk@example.org");
        for (int size = 1; size <= 5; size++) {
            List<String> together = new java.util.ArrayList<>();
            for (int offset = 0; offset < all.size(); offset += size) {
                Slice<Person> part = list("", size, offset);
                assertThat(part.total()).isEqualTo(4);
                part.items().forEach(person -> together.add(person.username()));
            }
            assertThat(together).isEqualTo(all);
        }
        assertThat(list("", 10, 99).items()).isEmpty();
    }

    @Test
    void everyWordMustBeginSomething() {
        assertThat(names("as")).containsExactly("ann", "bob");
        assertThat(names("ASHA mw*")).containsExactly("ann");
        assertThat(names("asha@clinic")).containsExactly("ann");
        assertThat(names("\"clerk\"")).containsExactly("clerk@example.org");
        assertThat(names("wanjiru")).containsExactlyInAnyOrder("admin@example.org", "clerk@example.org");
        assertThat(names("sha")).isEmpty();
        assertThat(names("%")).isEmpty();
        assertThat(names("asha clerk")).isEmpty();
    }

    @Test
    void whoMayNotSeeWorkersSeesNobody() {
        ProjectAccess clerk = world.node
                .access
                .to(world.node.webUsers.actor("clerk@example.org").orElseThrow(), "demo")
                .orElseThrow();
        assertThatThrownBy(() ->
                        world.in(demo, () -> world.node.people.list(clerk, PeopleQuery.of("", new SliceRequest(1, 0)))))
                .hasMessage("FORBIDDEN");
    }

    @Test
    void amongManyWorkersAWordIsLookedUpInTheIndexes() {
        ProjectAccess large = world.project("large", admin);
        Plans plans = new Plans(world, large.project());
        plans.fill(large.project(), """
                insert into identity.mobile_worker
                    (project_id, user_id, username, first_name, last_name, role_id, password_hash, created_by)
                select r.project_id, 'u' || n, 'w' || n, 'First' || n, 'Last' || n, r.role_id, '', ''
                from generate_series(1, 20000) n, identity.role r where r.name = 'Mobile Worker Default'""");
        plans.analyse("identity.mobile_worker");
        var store = new PeopleStore();
        String named = plans.of((Query) store.workers(large, List.of("first777"), new SliceRequest(20, 0)));
        assertThat(named)
                .contains("mobile_worker_by_name", "mobile_worker_by_first_name", "mobile_worker_by_last_name")
                .doesNotContain("Seq Scan");
        String all = plans.of((Query) store.workers(large, List.of(), new SliceRequest(20, 0)));
        assertThat(all)
                .containsAnyOf("mobile_worker_by_activity", "mobile_worker_by_name")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }
}

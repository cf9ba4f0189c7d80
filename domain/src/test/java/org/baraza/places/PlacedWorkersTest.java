// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacedWorkersTest {
    private final World world = new World();
    private Organisation demo;
    private Organisation other;
    private Group nurses;
    private Location coast;
    private Location kilifi;

    @BeforeAll
    void sixWorkersInTwoDistricts() {
        demo = new Organisation(world, world.project("demo", world.webUser("a@example.org")));
        other = new Organisation(world, world.project("other", world.webUser("b@example.org")));
        demo.levels();
        coast = demo.place("Coast", "region", "");
        kilifi = demo.place("Kilifi", "district", coast.locationId());
        Location lake = demo.place("Lake", "region", "");
        List<String> ids = new ArrayList<>();
        for (String name : List.of("ada", "bia", "cia", "dia", "eva", "fay")) {
            ids.add(world.worker(demo.who, name).userId());
        }
        demo.assign(ids.get(0), coast.locationId());
        demo.assign(ids.get(1), kilifi.locationId(), lake.locationId());
        demo.assign(ids.get(2), kilifi.locationId(), coast.locationId());
        demo.assign(ids.get(3), lake.locationId());
        nurses = demo.group("Nurses", false, ids.get(4), ids.get(2), ids.get(1), ids.get(0));
        demo.in(() -> world.node.workers.setActive(demo.who, ids.get(1), false));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static WorkerQuery all(Status status, WorkerOrder order, PageRequest page) {
        return new WorkerQuery("", status, order, page);
    }

    private Page<MobileWorker> list(String groupId, String locationId, Status status) {
        WorkerQuery query = all(status, WorkerOrder.USERNAME_ASC, new PageRequest(10, "", true));
        return demo.in(() -> demo.placed.list(demo.who, new PlacedQuery(query, groupId, locationId)));
    }

    private static List<String> names(Page<MobileWorker> page) {
        return page.items().stream().map(MobileWorker::username).toList();
    }

    @Test
    void aLocationStandsForAllBelowItAndNamesNobodyTwice() {
        Page<MobileWorker> page = list("", coast.locationId(), Status.ANY);
        assertThat(names(page)).containsExactly("ada", "bia", "cia");
        assertThat(page.total()).isEqualTo(OptionalLong.of(3));
        assertThat(names(list("", kilifi.locationId(), Status.ACTIVE))).containsExactly("cia");
    }

    @Test
    void groupAndLocationNarrowTheListTogether() {
        assertThat(names(list(nurses.groupId(), "", Status.ANY))).containsExactly("ada", "bia", "cia", "eva");
        assertThat(names(list(nurses.groupId(), kilifi.locationId(), Status.ANY)))
                .containsExactly("bia", "cia");
        assertThat(names(list(nurses.groupId(), kilifi.locationId(), Status.INACTIVE)))
                .containsExactly("bia");
    }

    @ParameterizedTest
    @EnumSource(WorkerOrder.class)
    void pagesFollowEachOtherInEveryOrder(WorkerOrder order) {
        List<String> seen = new ArrayList<>();
        String after = "";
        Page<MobileWorker> page;
        do {
            PlacedQuery query =
                    new PlacedQuery(all(Status.ANY, order, new PageRequest(1, after, false)), nurses.groupId(), "");
            page = demo.in(() -> demo.placed.list(demo.who, query));
            seen.addAll(names(page));
            after = page.items().getLast().cursor(order);
        } while (page.more());
        assertThat(seen).containsExactlyInAnyOrder("ada", "bia", "cia", "eva");
        if (order.byName()) {
            assertThat(seen).isSortedAccordingTo(order.ascending() ? naturalOrder() : reverseOrder());
        }
    }

    @Test
    void nobodyIsAtAPlaceThatIsNotThere() {
        assertThat(names(list("", "?", Status.ANY))).isEmpty();
        assertThat(names(list("?", "", Status.ANY))).isEmpty();
        PlacedQuery theirs = new PlacedQuery(
                all(Status.ANY, WorkerOrder.USERNAME_ASC, new PageRequest(10, "", true)),
                nurses.groupId(),
                coast.locationId());
        assertThat(names(other.in(() -> other.placed.list(other.who, theirs)))).isEmpty();
    }

    @Test
    void workersAreFoundByTheirFullOrBareName() {
        List<MobileWorker> found =
                demo.in(() -> world.node.workers.named(demo.who, List.of("EVA", "ada@demo.commcarehq.org", "nobody")));
        assertThat(found).extracting(MobileWorker::username).containsExactly("ada", "eva");
    }

    @Test
    void aWorkerOfAnotherProjectIsPutIntoNoGroup() {
        String theirs = world.worker(other.who, "zoe").userId();
        assertThatThrownBy(() -> demo.in(() -> {
                    demo.belongings.set(
                            demo.who,
                            theirs,
                            new Belongings.Wish(
                                    java.util.Optional.of(List.of(nurses.groupId())),
                                    java.util.Optional.empty(),
                                    java.util.Optional.empty()));
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }
}

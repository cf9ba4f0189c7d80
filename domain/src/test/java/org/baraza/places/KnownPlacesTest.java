// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever does not have all locations knows of her own and of what is below them, and of nobody elsewhere (spec/33, section 6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownPlacesTest {
    private final World world = new World();
    private Organisation demo;
    private Location region;
    private Location hers;
    private Location below;
    private Location beyond;
    private String colleague = "";
    private String stranger = "";
    private ProjectAccess limited;

    @BeforeAll
    void twoDistricts() {
        demo = new Organisation(world, world.project("demo", world.webUser("a@example.org")));
        demo.levels();
        region = demo.place("Nyanza", "region", "");
        region = demo.edit(region.locationId(), wish -> wish.withSiteCode("nyanza-secret"));
        hers = demo.place("Hers", "district", region.locationId());
        below = demo.place("Below", "village", hers.locationId());
        beyond = demo.place("Beyond", "district", region.locationId());
        String supervisor = world.worker(demo.who, "supervisor").userId();
        colleague = world.worker(demo.who, "colleague").userId();
        stranger = world.worker(demo.who, "stranger").userId();
        demo.assign(supervisor, hers.locationId());
        demo.assign(colleague, below.locationId());
        demo.assign(stranger, beyond.locationId());
        limited = new ProjectAccess(
                demo.who.project(),
                demo.who.projectName(),
                new Actor.MobileWorker(supervisor, "supervisor", demo.who.project()),
                "Supervisor",
                EnumSet.of(Permission.EDIT_COMMCARE_USERS, Permission.EDIT_LOCATIONS));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private <R> R in(Supplier<R> work) {
        return demo.in(work);
    }

    private static <T> List<T> items(Map<String, Page<T>> pages, Location of) {
        return Objects.requireNonNull(pages.get(of.locationId())).items();
    }

    private static List<String> ids(List<Location> locations) {
        return locations.stream().map(Location::locationId).toList();
    }

    @Test
    void listsAndLooksShowHerOwnAndWhatIsBelow() {
        PageRequest counted = new PageRequest(50, "", true);
        Page<Location> listed =
                in(() -> demo.locations.list(limited, new LocationQuery(LocationFilter.IN_USE, counted)));
        assertThat(ids(listed.items())).containsExactly(below.locationId(), hers.locationId());
        assertThat(listed.total()).isEqualTo(OptionalLong.of(2));
        var slice = in(() ->
                demo.locations.slice(limited, LocationFilter.IN_USE, LocationOrder.NUMBER, new SliceRequest(10, 0)));
        assertThat(ids(slice.items())).containsExactly(hers.locationId(), below.locationId());
        assertThat(slice.total()).isEqualTo(2);
        List<String> all = List.of(region.locationId(), hers.locationId(), beyond.locationId());
        assertThat(in(() -> demo.locations.find(limited, all)).keySet()).containsExactly(hers.locationId());
        assertThat(in(() -> demo.locations.withCodes(limited, List.of("hers", "beyond", "nyanza-secret")))
                        .keySet())
                .containsExactly("hers");
        Map<String, Page<Location>> children = in(() -> demo.locations.children(limited, all, counted));
        assertThat(ids(items(children, region))).containsExactly(hers.locationId());
        assertThat(ids(items(children, hers))).containsExactly(below.locationId());
        assertThat(in(() -> demo.locations.find(demo.who, all))).hasSize(3);
    }

    @Test
    void thoseAboveHaveANameAndNothingElse() {
        List<Location> above =
                in(() -> demo.locations.ancestors(limited, List.of(below))).get(below.locationId());
        assertThat(above).extracting(Location::name).containsExactly("Nyanza", "Hers");
        assertThat(above).extracting(Location::siteCode).containsExactly("", "hers");
        assertThat(in(() -> demo.locations.ancestors(demo.who, List.of(below))).get(below.locationId()))
                .extracting(Location::siteCode)
                .containsExactly("nyanza-secret", "hers");
    }

    @Test
    void peopleElsewhereAreNotSeenAndNotPutIntoGroupsNorTakenOut() {
        List<String> places = List.of(below.locationId(), beyond.locationId());
        Map<String, Page<String>> people =
                in(() -> demo.assignments.people(limited, places, new PageRequest(50, "", true)));
        assertThat(items(people, below)).containsExactly(colleague);
        assertThat(people.get(beyond.locationId())).isEqualTo(new Page<>(List.of(), false, OptionalLong.of(0)));

        Group group = demo.group("Both", true, stranger);
        String id = group.groupId();
        assertRefused(() -> demo.groups.create(limited, GroupWish.named("New").withUserIds(List.of(stranger))));
        assertRefused(() -> demo.groups.changeMembers(limited, id, List.of(), Set.of(stranger)));
        in(() -> demo.groups.changeMembers(limited, id, List.of(colleague), Set.of()));
        assertThat(in(() -> demo.groups.whole(demo.who, id)).orElseThrow().userIds())
                .containsExactly(stranger, colleague);
        in(() -> demo.groups.changeMembers(limited, id, List.of(), Set.of(colleague)));
    }

    private void assertRefused(Supplier<?> work) {
        assertThatThrownBy(() -> in(work))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().toString()).contains("USER_UNKNOWN"));
    }
}

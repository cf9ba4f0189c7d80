// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocationsTest {
    private final World world = new World();
    private Organisation demo;
    private Location nyanza;
    private Location western;

    @BeforeAll
    void twoRegions() {
        demo = new Organisation(world, world.project("demo", world.webUser("a@example.org")));
        demo.levels();
        nyanza = demo.place("Nyanza", "region", "");
        western = demo.place("Western", "region", "");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Location district(String name) {
        return demo.place(name, "district", nyanza.locationId());
    }

    @Test
    void siteCodesAreMadeFromNamesAndStayUnique() {
        Location first = district("Coded");
        assertThat(first.siteCode()).isEqualTo("coded");
        assertThat(demo.place("Coded", "district", western.locationId()).siteCode())
                .isEqualTo("coded1");
        assertRefused(
                () -> demo.in(() -> demo.editing.create(
                        demo.who,
                        LocationWish.of("Else", "district", nyanza.locationId()).withSiteCode("coded"))),
                "SITE_CODE_TAKEN");
        assertThat(demo.edit(first.locationId(), wish -> wish.withName("Renamed"))
                        .siteCode())
                .isEqualTo("coded");
        assertThat(demo.edit(first.locationId(), wish -> wish.withSiteCode("")).siteCode())
                .isEqualTo("renamed");
    }

    @Test
    void sistersDifferInName() {
        district("Twin");
        assertRefused(() -> district("Twin"), "NAME_TAKEN");
        assertRefused(() -> demo.place("Nyanza", "region", ""), "NAME_TAKEN");
        Location sister = district("Sister");
        assertRefused(() -> demo.edit(sister.locationId(), wish -> wish.withName("Twin")), "NAME_TAKEN");
    }

    @Test
    void aMoveTakesTheSubtreeAlong() {
        Location moved = district("Moved");
        Location village = demo.place("Moved village", "village", moved.locationId());
        demo.edit(moved.locationId(), wish -> wish.withParentId(western.locationId()));
        Location after = demo.find(village.locationId());
        assertThat(after.path()).startsWith(western.path());
        assertThat(demo.in(() -> demo.locations.ancestors(demo.who, List.of(after)))
                        .get(after.locationId()))
                .extracting(Location::name)
                .containsExactly("Western", "Moved");
        assertThat(after.isWithin(demo.find(western.locationId()))).isTrue();
        assertThat(after.isWithin(nyanza)).isFalse();
    }

    @Test
    void nothingMovesWhereItDoesNotFit() {
        Location stuck = district("Stuck");
        Location village = demo.place("Stuck village", "village", stuck.locationId());
        assertRefused(() -> demo.edit(stuck.locationId(), wish -> wish.withParentId("")), "PARENT_MISSING");
        assertRefused(
                () -> demo.edit(nyanza.locationId(), wish -> wish.withParentId(village.locationId())),
                "PARENT_IS_BELOW");
        assertRefused(
                () -> demo.edit(village.locationId(), wish -> wish.withParentId(western.locationId())), "PARENT_UNFIT");
        assertRefused(
                () -> demo.edit(
                        stuck.locationId(), wish -> wish.withTypeCode("region").withParentId("")),
                "CHILDREN_UNFIT");
        assertRefused(() -> demo.edit(stuck.locationId(), wish -> wish.withTypeCode("none")), "LOCATION_TYPE_UNKNOWN");
        assertRefused(() -> demo.edit("none", wish -> wish), "NOT_FOUND");
    }

    @Test
    void archivingTakesAllBelowAndEverybodyAwayAndUnarchivingBringsThePlacesBack() {
        Location old = district("Old");
        Location village = demo.place("Old village", "village", old.locationId());
        Location stays =
                demo.place("Stays", "village", district("Stays district").locationId());
        String user = world.worker(demo.who, "placed").userId();
        demo.assign(user, village.locationId(), stays.locationId(), nyanza.locationId());
        demo.in(() -> demo.lifecycle.archive(demo.who, old.locationId()));
        assertThat(demo.find(village.locationId()).isArchived()).isTrue();
        assertThat(demo.assigned(user))
                .isEqualTo(new Assigned(List.of(stays.locationId(), nyanza.locationId()), stays.locationId()));
        assertRefused(() -> demo.place("New", "village", old.locationId()), "LOCATION_ARCHIVED");
        assertRefused(() -> demo.assign(user, village.locationId()), "LOCATION_UNKNOWN");
        demo.in(() -> demo.lifecycle.unarchive(demo.who, village.locationId()));
        assertThat(demo.find(old.locationId()).isArchived()).isFalse();
        assertThat(demo.find(village.locationId()).isArchived()).isFalse();
    }

    @Test
    void onlyWhatIsEmptyIsDeleted() {
        Location full = district("Full");
        Location village = demo.place("Full village", "village", full.locationId());
        String user = world.worker(demo.who, "keeper").userId();
        demo.assign(user, village.locationId());
        assertRefused(() -> delete(full), "LOCATION_NOT_EMPTY");
        assertRefused(() -> delete(village), "LOCATION_NOT_EMPTY");
        demo.assign(user);
        delete(village);
        delete(full);
        assertThat(demo.in(() -> demo.locations.find(demo.who, full.locationId())))
                .isEmpty();
        assertThat(district("Later").number()).isGreaterThan(village.number());
    }

    private void delete(Location location) {
        demo.in(() -> {
            demo.lifecycle.delete(demo.who, location.locationId());
            return true;
        });
    }

    @Test
    void aMergeMovesChildrenAndPeopleAndArchivesWhatIsLeft() {
        Location from = district("From");
        Location into = demo.place("Into", "district", western.locationId());
        Location village = demo.place("Merged village", "village", from.locationId());
        String once = world.worker(demo.who, "once").userId();
        String twice = world.worker(demo.who, "twice").userId();
        demo.assign(once, from.locationId());
        demo.assign(twice, from.locationId(), into.locationId());
        Location merged = demo.in(() -> demo.lifecycle.merge(demo.who, from.locationId(), into.locationId()));
        assertThat(merged.locationId()).isEqualTo(into.locationId());
        Location after = demo.find(village.locationId());
        assertThat(after.parentId()).isEqualTo(into.locationId());
        assertThat(after.path()).isEqualTo(into.path() + after.number() + "/");
        assertThat(after.isArchived()).isFalse();
        assertThat(demo.find(from.locationId()).isArchived()).isTrue();
        Assigned there = new Assigned(List.of(into.locationId()), into.locationId());
        assertThat(demo.assigned(once)).isEqualTo(there);
        assertThat(demo.assigned(twice)).isEqualTo(there);
    }

    @Test
    void whatCannotBeMergedStaysAsItIs() {
        Location one = district("One");
        Location other = district("Other");
        demo.place("Same name", "village", one.locationId());
        demo.place("Same name", "village", other.locationId());
        assertRefused(() -> merge(one, other), "NAME_TAKEN");
        assertRefused(() -> merge(one, one), "MERGE_INTO_ITSELF");
        assertRefused(() -> merge(one, nyanza), "MERGE_OF_LEVELS");
    }

    private void merge(Location from, Location into) {
        demo.in(() -> demo.lifecycle.merge(demo.who, from.locationId(), into.locationId()));
    }

    @Test
    void listsAreNarrowedDownAndTreesAreWalked() {
        Location root = district("Root of lists");
        Location child = demo.place("Zebra", "village", root.locationId());
        demo.place("antelope", "village", root.locationId());
        demo.edit(child.locationId(), wish -> wish.withExternalId("ke-77").withMetadata(Map.of("chief", "Otieno")));
        assertThat(names(filter(root.locationId(), null, ""))).containsExactly("antelope", "Zebra");
        assertThat(names(filter(null, root.locationId(), ""))).containsExactly("antelope", "Root of lists", "Zebra");
        assertThat(names(filter(null, root.locationId(), "ZEB"))).containsExactly("Zebra");
        assertThat(names(filter(null, "none", ""))).isEmpty();
        boolean villagesOwn = child.type().sharesCases();
        assertThat(names(filter(null, root.locationId(), "").owning(villagesOwn)))
                .contains("antelope", "Zebra");
        assertThat(names(filter(null, root.locationId(), "").owning(!villagesOwn)))
                .doesNotContain("antelope", "Zebra");
        Page<Location> page = children(root, new PageRequest(1, "", true));
        assertThat(page.items()).extracting(Location::name).containsExactly("antelope");
        assertThat(page.total()).hasValue(2);
        PageRequest next = new PageRequest(5, LocationQuery.cursor(page.items().getLast()), false);
        assertThat(children(root, next).items()).extracting(Location::name).containsExactly("Zebra");
    }

    private Page<Location> children(Location parent, PageRequest page) {
        return Optional.ofNullable(demo.in(() -> demo.locations.children(demo.who, List.of(parent.locationId()), page))
                        .get(parent.locationId()))
                .orElseThrow();
    }

    private static LocationFilter filter(@Nullable String parent, @Nullable String within, String search) {
        return new LocationFilter(parent, within, null, null, null, null, false, search, List.of());
    }

    private List<String> names(LocationFilter filter) {
        LocationQuery query = new LocationQuery(filter, new PageRequest(50, "", false));
        return demo.in(() -> demo.locations.list(demo.who, query)).items().stream()
                .map(Location::name)
                .toList();
    }

    @Test
    void levelsAreUniqueMakeNoCircleAndStayWhileTheyAreUsed() {
        Organisation fresh = new Organisation(world, world.project("fresh", world.webUser("b@example.org")));
        fresh.levels();
        assertThat(fresh.level("Named Only", "", "", false, false).code()).isEqualTo("named_only");
        assertRefused(() -> fresh.level("Region", "other", "", false, false), "NAME_TAKEN");
        assertRefused(() -> fresh.level("Other", "region", "", false, false), "CODE_TAKEN");
        assertRefused(() -> fresh.level("Other", "other", "none", false, false), "PARENT_UNKNOWN");
        assertRefused(() -> relevel(fresh, "region", "village"), "PARENT_IS_BELOW");
        fresh.place("Here", "region", "");
        assertRefused(() -> relevel(fresh, "region", "named_only"), "LOCATION_TYPE_USED");
        assertRefused(() -> deleteLevel(fresh, "region"), "LOCATION_TYPE_USED");
        assertRefused(() -> deleteLevel(fresh, "district"), "LOCATION_TYPE_USED");
        deleteLevel(fresh, "village");
        assertThat(fresh.in(() -> fresh.types.list(fresh.who)))
                .extracting(LocationType::code)
                .containsExactly("region", "district", "named_only");
        assertRefused(() -> deleteLevel(fresh, "village"), "NOT_FOUND");
    }

    private static void relevel(Organisation where, String code, String parentCode) {
        where.in(() -> where.types.edit(
                where.who,
                code,
                wish -> new LocationTypeWish(wish.name(), wish.code(), parentCode, false, false, false)));
    }

    private static void deleteLevel(Organisation where, String code) {
        where.in(() -> {
            where.types.delete(where.who, code);
            return true;
        });
    }

    @Test
    void thePrimaryLocationIsKeptChosenOrPromoted() {
        Location a = district("A");
        Location b = district("B");
        Location c = district("C");
        String user = world.worker(demo.who, "wanderer").userId();
        assertThat(demo.assign(user, a.locationId(), b.locationId()).primaryId())
                .isEqualTo(a.locationId());
        assertThat(demo.in(() -> demo.assignments.set(
                                demo.who, user, new Assigned(List.of(a.locationId(), b.locationId()), b.locationId())))
                        .primaryId())
                .isEqualTo(b.locationId());
        assertThat(demo.assign(user, c.locationId(), b.locationId()).primaryId())
                .isEqualTo(b.locationId());
        assertThat(demo.assign(user, c.locationId(), a.locationId()).primaryId())
                .isEqualTo(c.locationId());
        assertRefused(
                () -> demo.in(() ->
                        demo.assignments.set(demo.who, user, new Assigned(List.of(a.locationId()), c.locationId()))),
                "PRIMARY_NOT_ASSIGNED");
        assertRefused(() -> demo.assign("nobody", a.locationId()), "NOT_FOUND");
        assertThat(demo.assign(user)).isEqualTo(Assigned.NOWHERE);
    }

    @Test
    void whoeverMayNotSeeEveryLocationPutsOnlyHerPeopleAndOnlyBelowHerOwn() {
        Location mine = district("Mine");
        Location below = demo.place("Below", "village", mine.locationId());
        Location beyond = district("Beyond");
        String supervisor = world.worker(demo.who, "supervisor").userId();
        String hers = world.worker(demo.who, "hers").userId();
        String stranger = world.worker(demo.who, "stranger").userId();
        demo.assign(supervisor, mine.locationId());
        demo.assign(hers, below.locationId());
        demo.assign(stranger, beyond.locationId());
        ProjectAccess limited = new ProjectAccess(
                demo.who.project(),
                demo.who.projectName(),
                new Actor.MobileWorker(supervisor, "supervisor", demo.who.project()),
                "Supervisor",
                EnumSet.of(Permission.EDIT_COMMCARE_USERS, Permission.EDIT_WEB_USERS));
        assertRefused(() -> put(limited, stranger, below), "NOT_FOUND");
        assertRefused(() -> put(limited, supervisor, beyond), "LOCATION_UNKNOWN");
        assertRefused(() -> put(limited, hers, beyond), "LOCATION_UNKNOWN");
        assertThat(put(limited, hers, mine).locationIds()).containsExactly(mine.locationId());
        // Where she already works beyond the reach of whoever changes it, she may stay.
        demo.assign(hers, mine.locationId(), beyond.locationId());
        assertThat(put(limited, hers, below, beyond).locationIds()).hasSize(2);
        assertRefused(
                () -> demo.in(() -> {
                    demo.belongings.refuseUnknown(limited, List.of(beyond.locationId()));
                    return true;
                }),
                "LOCATION_UNKNOWN");
    }

    @Test
    void whoeverMayNotSeeEveryLocationChangesOnlyHerOwnAndWhatIsBelow() {
        Location mine = district("Hers");
        Location below = demo.place("Hers below", "village", mine.locationId());
        Location beyond = district("Not hers");
        String supervisor = world.worker(demo.who, "planner").userId();
        demo.assign(supervisor, mine.locationId());
        ProjectAccess limited = new ProjectAccess(
                demo.who.project(),
                demo.who.projectName(),
                new Actor.MobileWorker(supervisor, "planner", demo.who.project()),
                "Planner",
                EnumSet.of(Permission.EDIT_LOCATIONS));
        String strange = beyond.locationId();
        assertRefused(() -> demo.in(() -> demo.editing.edit(limited, strange, wish -> wish)), "NOT_FOUND");
        assertRefused(() -> demo.in(() -> demo.lifecycle.archive(limited, strange)), "NOT_FOUND");
        assertRefused(() -> demo.in(() -> demo.lifecycle.merge(limited, mine.locationId(), strange)), "NOT_FOUND");
        assertRefused(
                () -> demo.in(() -> demo.editing.create(limited, LocationWish.of("New", "village", strange))),
                "PARENT_UNKNOWN");
        assertRefused(
                () -> demo.in(() -> demo.editing.create(limited, LocationWish.of("Root", "region", ""))),
                "PARENT_UNKNOWN");
        assertRefused(
                () -> demo.in(() -> demo.editing.edit(limited, below.locationId(), wish -> wish.withParentId(strange))),
                "PARENT_UNKNOWN");
        Location made =
                demo.in(() -> demo.editing.create(limited, LocationWish.of("New", "village", mine.locationId())));
        assertThat(demo.in(() -> demo.editing.edit(limited, mine.locationId(), wish -> wish.withName("Still hers")))
                        .name())
                .isEqualTo("Still hers");
        demo.in(() -> {
            demo.lifecycle.delete(limited, made.locationId());
            return true;
        });
    }

    private Assigned put(ProjectAccess who, String userId, Location... where) {
        List<String> ids = Stream.of(where).map(Location::locationId).toList();
        return demo.in(() -> demo.assignments.set(who, userId, new Assigned(ids, "")));
    }

    private static void assertRefused(Runnable deed, String code) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

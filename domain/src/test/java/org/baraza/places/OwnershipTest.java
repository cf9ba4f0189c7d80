// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipTest {
    private final World world = new World();
    private Organisation demo;
    private Location nyanza;
    private Location kisumu;
    private Location ahero;
    private Location kano;

    @BeforeAll
    void aRegion() {
        demo = organisation("demo");
        demo.levels();
        nyanza = demo.place("Nyanza", "region", "");
        kisumu = demo.place("Kisumu", "district", nyanza.locationId());
        ahero = demo.place("Ahero", "village", kisumu.locationId());
        kano = demo.place("Kano", "village", kisumu.locationId());
    }

    private Organisation organisation(String name) {
        ProjectAccess who = world.project(name, world.webUser(name + "@example.org"));
        return new Organisation(world, who);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private String worker(String name) {
        return world.worker(demo.who, name).userId();
    }

    @Test
    void aWorkerOwnsUnderHerOwnId() {
        String nia = worker("nia");
        assertThat(demo.owners(nia)).containsExactly(nia);
    }

    @Test
    void groupsThatShareCasesOwnForTheirMembers() {
        String amina = worker("amina");
        String baraka = worker("baraka");
        Group sharing = demo.group("North", true, amina);
        demo.group("Reports only", false, amina);
        assertThat(demo.owners(amina)).containsExactlyInAnyOrder(amina, sharing.groupId());
        assertThat(demo.owners(baraka)).containsExactly(baraka);
    }

    @Test
    void aLocationOwnsForThoseAssignedWhereItsLevelSharesCases() {
        String juma = worker("juma");
        demo.assign(juma, ahero.locationId(), kisumu.locationId());
        assertThat(demo.owners(juma)).containsExactlyInAnyOrder(juma, ahero.locationId());
    }

    @Test
    void aLevelThatViewsBringsWhatIsBelowAndSharesEvenIfItDoesNotShareItself() {
        String wanjiru = worker("wanjiru");
        demo.assign(wanjiru, nyanza.locationId());
        assertThat(demo.owners(wanjiru)).contains(wanjiru, ahero.locationId(), kano.locationId());
        assertThat(demo.owners(wanjiru)).doesNotContain(nyanza.locationId(), kisumu.locationId());
    }

    @Test
    void archivedLocationsOwnForNobody() {
        Location closed = demo.place("Closed", "village", kisumu.locationId());
        String otieno = worker("otieno");
        String above = worker("above");
        demo.assign(otieno, closed.locationId());
        demo.assign(above, nyanza.locationId());
        assertThat(demo.owners(above)).contains(closed.locationId());
        demo.in(() -> demo.lifecycle.archive(demo.who, closed.locationId()));
        assertThat(demo.owners(otieno)).containsExactly(otieno);
        assertThat(demo.owners(above)).doesNotContain(closed.locationId());
        assertThat(demo.assigned(otieno)).isEqualTo(Assigned.NOWHERE);
    }

    @Test
    void twoLocationsOneWithinTheOtherGiveEachIdOnce() {
        String both = worker("both");
        demo.assign(both, nyanza.locationId(), ahero.locationId());
        assertThat(demo.owners(both)).contains(ahero.locationId(), kano.locationId());
        assertThat(demo.assigned(both).primaryId()).isEqualTo(nyanza.locationId());
    }

    /** The numbers 1 and 10 begin alike; a range of texts must not take the one for the other. */
    @Test
    void inAnyTreeSheOwnsWhatAWalkOfTheTreeFinds() {
        Random random = new Random(20260201);
        Organisation other = organisation("random");
        other.level("A", "a", "", random.nextBoolean(), true);
        other.level("B", "b", "a", true, false);
        other.level("C", "c", "b", false, true);
        other.level("D", "d", "c", true, true);
        List<Location> made = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            List<Location> above = made.stream()
                    .filter(place -> !place.type().code().equals("d"))
                    .toList();
            if (n < 3 || above.isEmpty()) {
                made.add(other.place("n" + n, "a", ""));
            } else {
                Location parent = above.get(random.nextInt(above.size()));
                String level = Character.toString(parent.type().code().charAt(0) + 1);
                made.add(other.place("n" + n, level, parent.locationId()));
            }
        }
        for (int n = 0; n < 5; n++) {
            String victim = made.get(random.nextInt(made.size())).locationId();
            other.in(() -> other.lifecycle.archive(other.who, victim));
        }
        List<Location> now =
                made.stream().map(place -> other.find(place.locationId())).toList();
        for (int n = 0; n < 25; n++) {
            String user = world.worker(other.who, "w" + n).userId();
            Set<String> at = new HashSet<>();
            for (int times = random.nextInt(4); times > 0; times--) {
                Location place = now.get(random.nextInt(now.size()));
                if (!place.isArchived()) {
                    at.add(place.locationId());
                }
            }
            other.assign(user, at.toArray(String[]::new));
            assertThat(other.owners(user)).isEqualTo(walked(now, user, at));
        }
    }

    private static Set<String> walked(List<Location> all, String user, Set<String> at) {
        Set<String> owners = new HashSet<>(Set.of(user));
        for (Location place : all) {
            boolean viewed = at.contains(place.locationId()) || isBelowOneThatViews(all, place, at);
            if (viewed && place.type().sharesCases() && !place.isArchived()) {
                owners.add(place.locationId());
            }
        }
        return owners;
    }

    private static boolean isBelowOneThatViews(List<Location> all, Location place, Set<String> at) {
        String above = place.parentId();
        while (!above.isEmpty()) {
            String id = above;
            Location parent = all.stream()
                    .filter(other -> other.locationId().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (at.contains(id) && parent.type().viewDescendants()) {
                return true;
            }
            above = parent.parentId();
        }
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Organisation;
import org.baraza.problem.Refused;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseHoldersTest {
    private final World world = new World();
    private SyncField field;
    private Organisation places;
    private CaseHolders holders;
    private ProjectAccess admin;

    @BeforeAll
    void open(@TempDir Path spools) {
        field = new SyncField(world, spools);
        admin = world.project("holders", world.webUser("admin@example.org"));
        places = new Organisation(world, admin);
        holders = new CaseHolders(world.transactions, places.ownership);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private List<CaseHolder> of(String caseId) {
        return world.in(admin, () -> holders.of(admin, List.of(caseId))).getOrDefault(caseId, List.of());
    }

    private static String id(ProjectAccess worker) {
        return worker.actor().userId();
    }

    private ProjectAccess synced(ProjectAccess worker) {
        field.sync(worker, "phone-of-" + id(worker), null, null);
        return worker;
    }

    @Test
    void theOwnerHoldsItOnceHerPhoneWasToldOfIt() {
        ProjectAccess amina = field.worker(admin, "amina");
        field.work.submit(admin, FormXml.visit("f1", "u").creates("hers", "mother", "Achieng", id(amina)));
        assertThat(of("hers")).containsExactly(new CaseHolder(id(amina), true, List.of()));
        synced(amina);
        assertThat(of("hers")).singleElement().satisfies(holder -> {
            assertThat(holder.owns()).isTrue();
            assertThat(holder.phones()).singleElement().satisfies(phone -> {
                assertThat(phone.deviceId()).contains("phone-of-" + id(amina));
                assertThat(phone.holds()).isTrue();
            });
        });
    }

    @Test
    void aCaseComesAlongToThePhoneOfWhoeverOwnsItsChild() {
        ProjectAccess boke = field.worker(admin, "boke");
        field.work.submit(
                admin,
                FormXml.visit("f2", "u")
                        .creates("house", "household", "Were", "u-far")
                        .creates("middle", "mother", "Akinyi", "u-far")
                        .creates("last", "child", "Otieno", id(boke))
                        .links("middle", "home", "household", "house")
                        .links("last", "parent", "mother", "middle"));
        assertThat(of("house")).isEmpty();
        synced(boke);
        assertThat(of("house")).singleElement().satisfies(holder -> {
            assertThat(holder.userId()).isEqualTo(id(boke));
            assertThat(holder.owns()).isFalse();
        });
    }

    @Test
    void whoSentFormsAboutItStillHoldsItUntilHerNextSync() {
        ProjectAccess chebet = field.worker(admin, "chebet");
        field.work.submit(admin, FormXml.visit("f3", id(chebet)).creates("given", "mother", "Njeri", id(chebet)));
        synced(chebet);
        ProjectAccess dalila = field.worker(admin, "dalila");
        field.work.submit(admin, FormXml.visit("f4", id(chebet)).updates("given", "owner_id", id(dalila)));
        assertThat(of("given"))
                .extracting(CaseHolder::userId, CaseHolder::owns, CaseHolder::holds)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(id(dalila), true, false),
                        org.assertj.core.api.Assertions.tuple(id(chebet), false, true));
    }

    @Test
    void groupsAndLocationsOwnForTheirPeople() {
        places.levels();
        var region = places.place("Nyanza", "region", "");
        var village = places.place(
                "Ahero",
                "village",
                places.place("Kisumu", "district", region.locationId()).locationId());
        String member = id(field.worker(admin, "member"));
        String villager = id(field.worker(admin, "villager"));
        String above = id(field.worker(admin, "above"));
        places.assign(villager, village.locationId());
        places.assign(above, region.locationId());
        String group = places.group("North", true, member).groupId();
        String quiet = places.group("Reports only", false, member).groupId();
        Map.of("of-group", group, "of-quiet", quiet, "of-village", village.locationId())
                .forEach((caseId, owner) -> field.work.submit(
                        admin, FormXml.visit("f-" + caseId, "u").creates(caseId, "mother", "Asha", owner)));
        assertThat(of("of-group")).extracting(CaseHolder::userId).containsExactly(member);
        assertThat(of("of-quiet")).isEmpty();
        assertThat(of("of-village")).extracting(CaseHolder::userId).containsExactlyInAnyOrder(villager, above);
    }

    @Test
    void nobodyHoldsWhatIsNotThereAndStrangersMayNotAsk() {
        assertThat(of("no-such")).isEmpty();
        ProjectAccess worker = field.worker(admin, "curious");
        assertThatThrownBy(() -> world.in(worker, () -> holders.of(worker, List.of("hers"))))
                .isInstanceOf(Refused.class);
    }
}

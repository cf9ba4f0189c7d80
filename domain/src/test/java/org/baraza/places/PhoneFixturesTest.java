// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.testing.World;
import org.baraza.xml.XmlWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneFixturesTest {
    private final World world = new World();
    private Organisation demo;
    private Location nyanza;
    private Location kisumu;
    private Location ahero;
    private Location kano;

    @BeforeAll
    void aRegion() {
        demo = new Organisation(world, world.project("demo", world.webUser("a@example.org")));
        demo.levels();
        nyanza = demo.place("Nyanza", "region", "");
        kisumu = demo.place("Kisumu", "district", nyanza.locationId());
        ahero = demo.place("Ahero", "village", kisumu.locationId());
        ahero = demo.edit(
                ahero.locationId(),
                wish -> wish.withMetadata(Map.of("chief", "Otieno & sons", "no name", "x"))
                        .withExternalId("ke-1")
                        .withLatitude(new BigDecimal("-0.18")));
        kano = demo.place("Kano", "village", kisumu.locationId());
        demo.place("Elsewhere", "region", "");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private String worker(String name) {
        return world.worker(demo.who, name).userId();
    }

    private static String written(World world, Organisation where, FixtureProvider provider, String userId) {
        return where.in(() -> world.transactions.read(tx -> {
            byte[] bytes = XmlWriter.bytes(out -> {
                for (Fixture fixture : provider.fixtures(tx, new FixtureRecipient(userId, Set.of(userId)))) {
                    fixture.writeTo(out);
                }
            });
            return new String(bytes, StandardCharsets.UTF_8);
        }));
    }

    private String groups(String userId) {
        return written(world, demo, new UserGroups(), userId);
    }

    private String locations(String userId) {
        return written(world, demo, new FlatLocations(), userId);
    }

    @Test
    void theGroupsAreThereEvenWhenThereAreNone() {
        String nia = worker("nia");
        assertThat(groups(nia)).isEqualTo("<fixture id=\"user-groups\" user_id=\"" + nia + "\"><groups/></fixture>");
    }

    @Test
    void eachSharingGroupAndEachOwningLocationIsAGroupInTheOrderOfTheirIds() {
        String amina = worker("amina");
        Group north = demo.group("North", true, amina);
        demo.in(() -> demo.groups.edit(
                demo.who, north.groupId(), wish -> wish.withMetadata(Map.of("lead", "Juma", "area", "7"))));
        demo.group("Not sharing", false, amina);
        demo.assign(amina, ahero.locationId());
        String group = "<group id=\"" + north.groupId() + "\"><name>North</name><group_data>"
                + "<data key=\"area\">7</data><data key=\"lead\">Juma</data></group_data></group>";
        String place = "<group id=\"" + ahero.locationId() + "\"><name>Nyanza/Kisumu/Ahero-Cases</name><group_data>"
                + "<data key=\"commcare_location_chief\">Otieno &amp; sons</data>"
                + "<data key=\"commcare_location_name\">Ahero</data>"
                + "<data key=\"commcare_location_no name\">x</data>"
                + "<data key=\"commcare_location_type\">Village</data></group_data></group>";
        String both = north.groupId().compareTo(ahero.locationId()) < 0 ? group + place : place + group;
        assertThat(groups(amina))
                .isEqualTo("<fixture id=\"user-groups\" user_id=\"" + amina + "\"><groups>" + both
                        + "</groups></fixture>");
    }

    @Test
    void whoViewsFromAboveHasAGroupForEachLocationSheOwnsFor() {
        String wanjiru = worker("wanjiru");
        demo.assign(wanjiru, nyanza.locationId());
        String written = groups(wanjiru);
        assertThat(written).contains("Nyanza/Kisumu/Ahero-Cases", "Nyanza/Kisumu/Kano-Cases");
        assertThat(Stream.of(written.split("<group id=")).skip(1)).hasSize(2);
    }

    @Test
    void theFlatListBeginsWithWhatIsToBeIndexed() {
        String juma = worker("juma");
        assertThat(locations(juma))
                .isEqualTo("<schema id=\"locations\"><indices><index>@district_id</index><index>@id</index>"
                        + "<index>@region_id</index><index>@type</index><index>@village_id</index><index>name</index>"
                        + "</indices></schema><fixture id=\"locations\" user_id=\"" + juma
                        + "\" indexed=\"true\"><locations/></fixture>");
    }

    @Test
    void aVillageIsShownWithTheLineAboveItAndNothingElse() {
        String otieno = worker("otieno");
        demo.assign(otieno, ahero.locationId());
        String written = locations(otieno);
        assertThat(written)
                .contains("<location type=\"region\" id=\"" + nyanza.locationId() + "\" district_id=\"\" region_id=\""
                        + nyanza.locationId() + "\" village_id=\"\"><name>Nyanza</name><site_code>nyanza</site_code>"
                        + "<external_id/><latitude/><longitude/><location_type>Region</location_type>"
                        + "<supply_point_id/><location_data/></location><location type=\"district\"")
                .endsWith("<location type=\"village\" id=\"" + ahero.locationId() + "\" district_id=\""
                        + kisumu.locationId() + "\" region_id=\"" + nyanza.locationId() + "\" village_id=\""
                        + ahero.locationId() + "\"><name>Ahero</name><site_code>ahero</site_code>"
                        + "<external_id>ke-1</external_id><latitude>-0.1800000000</latitude><longitude/>"
                        + "<location_type>Village</location_type><supply_point_id/>"
                        + "<location_data><chief>Otieno &amp; sons</chief></location_data></location></locations>"
                        + "</fixture>")
                .doesNotContain("Kano", "Elsewhere");
    }

    @Test
    void aRegionThatViewsIsShownWhole() {
        String above = worker("above");
        demo.assign(above, nyanza.locationId(), ahero.locationId());
        assertThat(locations(above))
                .contains("<name>Nyanza</name>", "<name>Kisumu</name>", "<name>Ahero</name>", "<name>Kano</name>")
                .doesNotContain("Elsewhere")
                .containsOnlyOnce("<name>Ahero</name>");
        assertThat(kano.isArchived()).isFalse();
    }

    @Test
    void aProjectWithoutLevelsHasNoListOfLocations() {
        Organisation bare = new Organisation(world, world.project("bare", world.webUser("b@example.org")));
        String user = world.worker(bare.who, "u").userId();
        assertThat(written(world, bare, new FlatLocations(), user)).isEmpty();
    }
}

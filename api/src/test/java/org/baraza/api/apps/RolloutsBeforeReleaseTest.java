// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rollouts of apps of which nothing was ever released: they hold back everybody else all the same. */
@ExtendWith(WholeServer.class)
final class RolloutsBeforeReleaseTest {
    private static final String NOBODY_BY_LOT = "percent: 0, locationIds: [\"%s\"]";

    private static String location(ReleaseDesk desk) {
        desk.did("createLocationType", "name: \"Village\", code: \"village\"", "locationType { code }");
        return desk.did("createLocation", "name: \"Ahero\", typeCode: \"village\"", "location { locationId }")
                .at("/location/locationId")
                .asString();
    }

    @Test
    void othersStayAtTheVersionBefore(Server server) {
        Place place = Place.of(server, "rollout-before-release");
        ReleaseDesk desk = ReleaseDesk.of(place, "01-chw");
        place.worker("amina");
        ReleaseDesk.Made first = desk.version();
        desk.rename("Second");
        ReleaseDesk.Made second = desk.version();
        assertThat(desk.given("?latest=true&username=amina")).as("before it").isEqualTo(second.number());

        String rolloutId = desk.start(second, NOBODY_BY_LOT.formatted(location(desk)));
        desk.rename("Third");
        desk.version();

        assertThat(desk.given("?latest=true&username=amina")).isEqualTo(first.number());
        desk.step(rolloutId, "PAUSE");
        assertThat(desk.given("?latest=true&username=amina")).as("paused").isEqualTo(first.number());
        desk.step(rolloutId, "COMPLETE");
        assertThat(desk.given("?latest=true&username=amina")).as("completed").isEqualTo(second.number());
    }

    @Test
    void whereThereIsNoVersionBeforeAllGetItButNoneGetsALaterOne(Server server) {
        Place place = Place.of(server, "rollout-of-the-first");
        ReleaseDesk desk = ReleaseDesk.of(place, "01-chw");
        place.worker("amina");
        ReleaseDesk.Made first = desk.version();
        desk.start(first, NOBODY_BY_LOT.formatted(location(desk)));
        desk.rename("Second");
        desk.version();

        assertThat(desk.given("?latest=true&username=amina")).isEqualTo(first.number());
    }
}

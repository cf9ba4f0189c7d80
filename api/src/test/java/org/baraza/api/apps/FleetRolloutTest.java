// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baraza.api.apps.Fleet.Holder;
import org.baraza.api.apps.ReleaseDesk.Made;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.phone.install.AppPhone;
import org.baraza.phone.install.InstallRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred phones in four districts: a version goes to one district and a tenth of the others, and comes back from all. */
@ExtendWith(WholeServer.class)
final class FleetRolloutTest {
    private static final int DISTRICTS = 4;
    private static final int PHONES_EACH = 50;

    @Test
    void aVersionGoesToADistrictAndATenthElsewhereAndARollBackBringsAllToTheOldContent(Server server)
            throws SQLException, InstallRefused {
        Place place = Place.of(server, "fleet-rollout");
        ReleaseDesk desk = ReleaseDesk.of(place, "01-chw");
        Fleet fleet = new Fleet(server, place, DISTRICTS, PHONES_EACH);
        Made good = desk.release(desk.version());
        fleet.install(desk.url(good.buildId(), "profile.ccpr"));
        String goodTexts = texts(fleet.holders().getFirst().phone());

        desk.rename("Sign up");
        Made next = desk.version();
        String chosen = fleet.location(1);
        String rolloutId = desk.start(next, "percent: 10, locationIds: [\"" + chosen + "\"], errorLimit: 5");
        fleet.update();
        assertThat(fleet.holders())
                .filteredOn(holder -> holder.locationId().equals(chosen))
                .hasSize(PHONES_EACH)
                .allSatisfy(holder -> assertThat(holder.phone().version()).isEqualTo(next.number()));
        Set<String> early = withVersion(fleet, chosen, next.number());
        assertThat(early).as("a tenth of 150 elsewhere").hasSizeBetween(6, 26);
        assertThat(withVersion(fleet, chosen, good.number()))
                .hasSize(DISTRICTS * PHONES_EACH - PHONES_EACH - early.size());
        onlyWhatChangedWasFetched(fleet, next);

        fleet.update();
        assertThat(withVersion(fleet, chosen, next.number()))
                .as("the same ones")
                .isEqualTo(early);

        desk.did(
                "widenAppRollout",
                "rolloutId: \"" + rolloutId + "\", percent: 30, locationIds: [\"" + chosen + "\"]",
                "rollout { percent }");
        fleet.update();
        Set<String> more = withVersion(fleet, chosen, next.number());
        assertThat(more).containsAll(early).hasSizeBetween(28, 62);

        Made again = desk.rollBack(good);
        assertThat(again.number()).isGreaterThan(next.number());
        fleet.update();
        assertThat(fleet.holders()).allSatisfy(holder -> {
            assertThat(holder.phone().version()).isEqualTo(again.number());
            assertThat(texts(holder.phone())).isEqualTo(goodTexts);
        });
        assertThat(desk.app("rollout { state } rollouts { nodes { state } }")
                        .at("/rollouts/nodes/0/state")
                        .asString())
                .isEqualTo("ROLLED_BACK");
    }

    /** Ids of workers elsewhere whose phones have a version. */
    private static Set<String> withVersion(Fleet fleet, String chosen, int number) throws InstallRefused {
        Set<String> workers = new HashSet<>();
        for (Holder holder : fleet.holders()) {
            if (!holder.locationId().equals(chosen) && holder.phone().version() == number) {
                workers.add(holder.username());
            }
        }
        return workers;
    }

    /** The name of a form stands in the texts: profile, suite, texts and that form changed, and the other forms did not. */
    private static void onlyWhatChangedWasFetched(Fleet fleet, Made next) throws InstallRefused {
        int updated = 0;
        for (Holder holder : fleet.holders()) {
            List<String> requests = holder.phone().takeRequests();
            if (holder.phone().version() == next.number()) {
                updated++;
                List<String> forms = requests.stream()
                        .filter(address -> address.contains("/forms-"))
                        .toList();
                long held = holder.phone().table().values().stream()
                        .filter(resource -> resource.kind().equals("xform"))
                        .count();
                assertThat(forms).hasSizeLessThan((int) held);
                assertThat(requests.getFirst()).contains("latest=true").contains("username=");
            } else {
                assertThat(requests).as("one look").hasSize(1);
            }
        }
        assertThat(updated).isGreaterThan(PHONES_EACH);
    }

    private static String texts(AppPhone phone) {
        return phone.table().values().stream()
                .filter(resource -> resource.id().equals("app_en_strings"))
                .map(resource -> new String(resource.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.phone.install.AppPhone;
import org.baraza.phone.install.Engine;
import org.baraza.phone.install.HttpNetwork;
import org.baraza.phone.install.InstallRefused;
import tools.jackson.databind.JsonNode;

/** Many workers with a phone each, who work at some locations of one level. */
final class Fleet {
    private final List<Holder> holders = new ArrayList<>();
    private final List<String> locations = new ArrayList<>();

    /** A worker, where she works, and her phone. */
    record Holder(String username, String locationId, AppPhone phone) {}

    Fleet(Server server, Place place, int locationCount, int workersEach) throws SQLException {
        place.graphQl().ask("""
                mutation($p: String!) { createLocationType(input: {project: $p, name: "District", code: "district"}) {
                  userErrors { message } } }""", Map.of("p", place.name()));
        for (int number = 0; number < locationCount; number++) {
            locations.add(location(place, "District " + number));
        }
        String first = place.worker("worker-of-all");
        HttpNetwork network = new HttpNetwork();
        for (String location : locations) {
            for (int number = 0; number < workersEach; number++) {
                String username = "w" + holders.size();
                holders.add(
                        new Holder(username, location, new AppPhone(network, Engine.USUAL, "phone-" + holders.size())));
            }
        }
        hire(server, first);
    }

    private static String location(Place place, String name) {
        JsonNode made = place.graphQl()
                .ask(
                        "mutation($p: String!, $n: String!) { createLocation(input: {project: $p, name: $n,"
                                + " typeCode: \"district\"}) { location { locationId } userErrors { message } } }",
                        Map.of("p", place.name(), "n", name));
        String id = made.at("/createLocation/location/locationId").asString();
        assertThat(id).as(made.toString()).isNotEmpty();
        return id;
    }

    /** Copies of one worker: hashing a password for each would take longer than all the rest. */
    private void hire(Server server, String first) throws SQLException {
        try (Connection connection = server.database().asSuperuser();
                PreparedStatement worker = connection.prepareStatement("""
                        insert into identity.mobile_worker
                            (project_id, user_id, username, role_id, password_hash, created_by)
                        select project_id, 'id-' || ?, ?, role_id, password_hash, created_by
                        from identity.mobile_worker where user_id = ?""");
                PreparedStatement assignment = connection.prepareStatement("""
                        insert into places.assignment (project_id, user_id, location_id, is_primary, place)
                        select project_id, 'id-' || ?, ?, true, 1
                        from identity.mobile_worker where user_id = ?""")) {
            for (Holder holder : holders) {
                worker.setString(1, holder.username);
                worker.setString(2, holder.username);
                worker.setString(3, first);
                worker.addBatch();
                assignment.setString(1, holder.username);
                assignment.setString(2, holder.locationId);
                assignment.setString(3, first);
                assignment.addBatch();
            }
            worker.executeBatch();
            assignment.executeBatch();
        }
    }

    List<Holder> holders() {
        return holders;
    }

    String location(int number) {
        return locations.get(number);
    }

    void install(String profile) throws InstallRefused {
        for (Holder holder : holders) {
            holder.phone.install(profile);
            holder.phone.takeRequests();
        }
    }

    /** All look for an update, each as whoever holds it. */
    void update() throws InstallRefused {
        for (Holder holder : holders) {
            holder.phone.update(holder.username);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The users, groups and locations of a vector, made over the data API and the product API, and the ids they got. */
final class SyncVectorCast {
    private static final Pattern NAME = Pattern.compile("\\{\\{(user|group|location)\\.([\\w-]+)}}");

    final Place place;
    private final Map<String, String> users = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> locations = new HashMap<>();

    SyncVectorCast(Place place, JsonNode vector) {
        this.place = place;
        vector.path("locations").forEach(this::location);
        for (JsonNode user : vector.path("users")) {
            String id = user(user.path("id").asString());
            List<String> assigned = user.path("locations")
                    .valueStream()
                    .map(name -> locations.getOrDefault(name.asString(), ""))
                    .toList();
            if (!assigned.isEmpty()) {
                assign(id, assigned);
            }
        }
        vector.path("groups").forEach(this::group);
    }

    String user(String name) {
        return users.computeIfAbsent(name, place::worker);
    }

    /** Text with the ids in place of the names. */
    String withIds(String text) {
        return NAME.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "user" -> user(found.group(2));
            case "group" -> groups.getOrDefault(found.group(2), "");
            default -> locations.getOrDefault(found.group(2), "");
        });
    }

    /** The group is as the vector gives it from now on. */
    void group(JsonNode group) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", group.path("name").asString(group.path("id").asString()),
                "case_sharing", group.path("case_sharing").asBoolean(),
                "users",
                        group.path("users")
                                .valueStream()
                                .map(user -> user(user.asString()))
                                .toList()));
        String name = group.path("id").asString();
        String path = "/a/" + place.name() + "/api/v0.5/group/";
        if (groups.containsKey(name)) {
            HttpResponse<String> changed = send("PUT", path + groups.get(name) + "/", body);
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        } else {
            HttpResponse<String> made = send("POST", path, body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            groups.put(name, Client.json(made).path("id").asString());
        }
    }

    /** Each location has a level of its own. */
    private void location(JsonNode location) {
        String name = location.path("id").asString();
        String parent = location.path("parent").asString("");
        JsonNode made = place.graphQl()
                .ask(
                        "mutation($input: CreateLocationTypeInput!) {"
                                + " createLocationType(input: $input) { locationType { code } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "project", place.name(),
                                        "name", "Level of " + name,
                                        "code", level(name),
                                        "parentCode", parent.isEmpty() ? "" : level(parent),
                                        "sharesCases",
                                                location.path("shares_cases").asBoolean(),
                                        "viewDescendants",
                                                location.path("view_descendants")
                                                        .asBoolean())));
        assertThat(made.at("/createLocationType/locationType/code").asString())
                .as(made.toString())
                .isEqualTo(level(name));
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "location_type_code", level(name)));
        if (!parent.isEmpty()) {
            body.put("parent_location_id", locations.getOrDefault(parent, ""));
        }
        HttpResponse<String> answer = send("POST", "/a/" + place.name() + "/api/location/v2/", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        locations.put(name, Client.json(answer).path("location_id").asString());
    }

    private static String level(String location) {
        return "level-" + location.toLowerCase(java.util.Locale.ROOT);
    }

    private void assign(String userId, List<String> locationIds) {
        HttpResponse<String> changed = send(
                "PUT",
                "/a/" + place.name() + "/api/v0.5/user/" + userId + "/",
                Map.of("locations", locationIds, "primary_location", locationIds.getFirst()));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(Client.json(changed).at("/user_data/commcare_location_id").asString())
                .isEqualTo(locationIds.getFirst());
    }

    private HttpResponse<String> send(String method, String path, Map<String, Object> body) {
        return place.client()
                .send(
                        method,
                        path,
                        JsonMapper.shared().writeValueAsBytes(body),
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        place.authorization());
    }
}

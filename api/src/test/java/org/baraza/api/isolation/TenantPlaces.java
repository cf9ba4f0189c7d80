// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;

/** Levels, locations and groups of a tenant; each has one that is only there. */
final class TenantPlaces {
    private final Place place;
    private final String level;
    private final String name;
    private final String locationId;
    private final String groupId;

    TenantPlaces(Place place, String workerId) {
        this.place = place;
        this.level = "level-only-in-" + place.name();
        this.name = "only-" + place.name();
        made("createLocationType", "name: $name, code: $name", "locationType { code }", level, "/code");
        made(
                "createLocationType",
                "name: \"Below\", code: \"below\", parentCode: $name",
                "locationType { code }",
                level,
                "/code");
        locationId = location(name);
        made(
                "createLocation",
                "name: \"Child\", typeCode: \"below\", parentId: $name",
                "location { locationId }",
                locationId,
                "/locationId");
        groupId = made(
                "createGroup", "name: $name, userIds: [\"" + workerId + "\"]", "group { groupId }", name, "/groupId");
        made(
                "setWorkerLocations",
                "userId: \"" + workerId + "\", locationIds: [$name]",
                "mobileWorker { userId }",
                locationId,
                "/userId");
    }

    private String location(String called) {
        return made(
                "createLocation",
                "name: $name, typeCode: \"" + level + "\"",
                "location { locationId }",
                called,
                "/locationId");
    }

    /** What a mutation gives that makes something of that name. */
    private String made(String mutation, String input, String result, String called, String pointer) {
        var answer = place.graphQl()
                .ask(
                        "mutation($project: String!, $name: String!) { " + mutation + "(input: {project: $project, "
                                + input + "}) { " + result + " userErrors { code message } } }",
                        Map.of("project", place.name(), "name", called));
        String made = answer.at("/" + mutation + "/" + result.substring(0, result.indexOf(' ')) + pointer)
                .asString();
        assertThat(made).as(answer.toString()).isNotEmpty();
        return made;
    }

    String level() {
        return level;
    }

    String locationId() {
        return locationId;
    }

    /** As the server makes it from the name. */
    String siteCode() {
        return name.replace('-', '_');
    }

    String groupName() {
        return name;
    }

    String groupId() {
        return groupId;
    }

    String newGroup() {
        return made("createGroup", "name: $name", "group { groupId }", "new-" + Tenant.noId(), "/groupId");
    }

    String newLocation() {
        return location("new-" + Tenant.noId());
    }

    String newLevel() {
        String code = "new-" + Tenant.noId();
        return made("createLocationType", "name: $name, code: $name", "locationType { code }", code, "/code");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.GraphQlProbes.node;
import static org.baraza.api.isolation.Kind.GROUP;
import static org.baraza.api.isolation.Kind.GROUP_NAME;
import static org.baraza.api.isolation.Kind.LEVEL;
import static org.baraza.api.isolation.Kind.LOCATION;
import static org.baraza.api.isolation.Kind.NEW_GROUP;
import static org.baraza.api.isolation.Kind.NEW_LEVEL;
import static org.baraza.api.isolation.Kind.NEW_LOCATION;
import static org.baraza.api.isolation.Kind.NEW_WORKER;
import static org.baraza.api.isolation.Kind.PROJECT;
import static org.baraza.api.isolation.Kind.SITE_CODE;
import static org.baraza.api.isolation.Kind.WORKER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Probes of groups, levels and locations. */
final class PlaceProbes {
    private static final String LOCATIONS = "{ nodes { locationId name } totalCount }";

    private PlaceProbes() {}

    static List<Probe> graphQl() {
        return List.of(
                node("location", LOCATION, "... on Location { name }"),
                node("group", GROUP, "... on Group { name }"),
                inProject("location", LOCATION, "location(locationId: $id) { name ancestors { name } }"),
                inProject("locations", LOCATION, "locations(filter: {withinId: $id}) " + LOCATIONS),
                inProject("locations", LOCATION, "locations(filter: {parentId: $id}) " + LOCATIONS),
                inProject("locations", SITE_CODE, "locations(filter: {siteCode: $id}) " + LOCATIONS),
                inProject("locations", LEVEL, "locations(filter: {typeCode: $id}) " + LOCATIONS),
                inProject("group", GROUP, "group(groupId: $id) { name members { nodes { username } } }"),
                inProject("groups", GROUP_NAME, "groups(search: $id) { nodes { name } totalCount }"),
                mutation("createLocationType", PROJECT, "name: \"Probe\", code: \"probe\"", "locationType { code }"),
                mutation("updateLocationType", LEVEL, "code: $id, sharesCases: true", "locationType { code }"),
                mutation("deleteLocationType", NEW_LEVEL, "code: $id", "__typename"),
                mutation(
                        "createLocation",
                        LOCATION,
                        "name: \"Probe\", typeCode: \"below\", parentId: $id",
                        "location { name }"),
                mutation("updateLocation", LOCATION, "locationId: $id, externalId: \"x\"", "location { name }"),
                mutation("moveLocation", LOCATION, "locationId: $id", "location { name }"),
                mutation("archiveLocation", NEW_LOCATION, "locationId: $id", "location { archived }"),
                mutation("unarchiveLocation", LOCATION, "locationId: $id", "location { archived }"),
                mutation("deleteLocation", NEW_LOCATION, "locationId: $id", "__typename"),
                merging(),
                mutation("setWorkerLocations", WORKER, "userId: $id, locationIds: []", "mobileWorker { username }"),
                assigning(),
                mutation("setWorkerGroups", NEW_WORKER, "userId: $id, groupIds: []", "mobileWorker { username }"),
                grouping(),
                mutation("changeGroupMembers", GROUP, "groupId: $id, remove: [\"?\"]", "group { name }"),
                mutation("createGroup", WORKER, "name: \"Probe\", userIds: [$id]", "group { name }"),
                mutation("updateGroup", GROUP, "groupId: $id, caseSharing: true", "group { name }"),
                mutation("deleteGroup", NEW_GROUP, "groupId: $id", "__typename"));
    }

    /** Into a location of her own. */
    private static Probe merging() {
        return mutating(
                "mergeLocations",
                NEW_LOCATION,
                "fromLocationId: $id, intoLocationId: $own",
                "location { name }",
                Tenant::locationId);
    }

    /** A worker of her own. */
    private static Probe assigning() {
        return mutating(
                "setWorkerLocations",
                LOCATION,
                "userId: $own, locationIds: [$id]",
                "mobileWorker { username }",
                Tenant::workerId);
    }

    /** A worker of her own. */
    private static Probe grouping() {
        return mutating(
                "setWorkerGroups",
                GROUP,
                "userId: $own, groupIds: [$id]",
                "mobileWorker { username }",
                Tenant::workerId);
    }

    private static Probe mutating(
            String field, Kind kind, String input, String result, java.util.function.Function<Tenant, String> own) {
        String document = "mutation($project: String!, $id: String!, $own: String!) { " + field
                + "(input: {project: $project, " + input + "}) { " + result + " userErrors { code message } } }";
        return new Probe(
                "Mutation." + field,
                kind,
                false,
                true,
                (who, project, id) -> Answer.of(
                        who.graphQl().post(document, Map.of("project", project, "id", id, "own", own.apply(who)))));
    }

    /** @param route method and pattern */
    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1).replaceAll("/$", "");
        boolean reads = method.equals("GET");
        if (pattern.contains("location_type")) {
            String path = pattern.replace("{number}", "1");
            return Optional.of(new Probe(route, PROJECT, reads, true, sending(method, path, Map.of())));
        }
        if (pattern.contains("/group")) {
            return Optional.of(group(route, method, pattern));
        }
        return pattern.contains("/location") ? Optional.of(location(route, method, pattern)) : Optional.empty();
    }

    private static Probe group(String route, String method, String pattern) {
        return switch (method) {
            case "GET" ->
                new Probe(
                        route,
                        pattern.contains("{") && pattern.endsWith("}") ? GROUP : PROJECT,
                        true,
                        true,
                        sending(method, pattern, Map.of()));
            case "PUT" ->
                new Probe(route, GROUP, false, true, sending(method, pattern, Map.of("metadata", Map.of("a", "b"))));
            case "DELETE" -> new Probe(route, NEW_GROUP, false, true, sending(method, pattern, Map.of()));
            default ->
                new Probe(route, WORKER, false, true, (who, project, id) -> {
                    Map<String, Object> made = Map.of("name", Tenant.noId(), "users", List.of(id));
                    return sending(method, pattern, method.equals("POST") ? made : objects(made))
                            .as(who, project, id);
                });
        };
    }

    private static Probe location(String route, String method, String pattern) {
        boolean one = pattern.endsWith("{locationId}");
        boolean second = pattern.contains("v0.6") || pattern.contains("v2");
        Map<String, Object> noted = Map.of("location_data", Map.of("a", "b"));
        return switch (method) {
            case "GET" -> {
                String query = one ? "" : second ? "?parent_location_id={locationId}" : "?site_code={locationId}";
                yield new Probe(
                        route,
                        one || second ? LOCATION : SITE_CODE,
                        true,
                        true,
                        sending(method, pattern + query, Map.of()));
            }
            case "PUT" -> new Probe(route, LOCATION, false, true, sending(method, pattern, noted));
            case "PATCH" ->
                new Probe(
                        route,
                        LOCATION,
                        false,
                        true,
                        (who, project, id) -> sending(
                                        method, pattern, objects(Map.of("location_id", id, "external_id", "y")))
                                .as(who, project, id));
            default ->
                new Probe(
                        route,
                        LOCATION,
                        false,
                        true,
                        (who, project, id) -> sending(
                                        method,
                                        pattern,
                                        Map.of(
                                                "name",
                                                Tenant.noId(),
                                                "location_type_code",
                                                "below",
                                                "parent_location_id",
                                                id))
                                .as(who, project, id));
        };
    }

    private static Map<String, Object> objects(Map<String, Object> only) {
        return Map.of("objects", List.of(only));
    }

    private static Probe.Call sending(String method, String pattern, Map<String, Object> body) {
        return (who, project, id) -> Answer.of(who.client()
                .send(
                        method,
                        pattern.replace("{domain}", project)
                                .replace("{groupId}", id)
                                .replace("{locationId}", id),
                        body.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(body),
                        "Authorization",
                        who.authorization()));
    }
}

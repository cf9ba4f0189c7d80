// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Assigned;
import org.baraza.places.Assignments;
import org.baraza.places.Group;
import org.baraza.places.Groups;
import org.baraza.places.Location;
import org.baraza.places.Locations;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Where mobile workers work, and in which groups they are. */
@Controller
final class WorkerPlaces {
    private final Assignments assignments;
    private final Locations locations;
    private final Groups groups;

    WorkerPlaces(Assignments assignments, Locations locations, Groups groups) {
        this.assignments = assignments;
        this.locations = locations;
        this.groups = groups;
    }

    @BatchMapping(typeName = "MobileWorker", field = "locations")
    Map<WorkerNode, List<LocationNode>> locations(List<WorkerNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, Assigned> assigned = assignments.ofUsers(access, ids(same));
            Set<String> wanted = new LinkedHashSet<>();
            assigned.values().forEach(found -> wanted.addAll(found.locationIds()));
            Map<String, Location> found = locations(access, wanted);
            Map<WorkerNode, List<LocationNode>> loaded = new LinkedHashMap<>();
            for (WorkerNode node : same) {
                loaded.put(
                        node,
                        assigned.getOrDefault(node.userId(), Assigned.NOWHERE).locationIds().stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .map(location -> new LocationNode(access, location))
                                .toList());
            }
            return loaded;
        });
    }

    @BatchMapping(typeName = "MobileWorker", field = "primaryLocation")
    Map<WorkerNode, LocationNode> primary(List<WorkerNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, String> primary = new LinkedHashMap<>();
            assignments.ofUsers(access, ids(same)).forEach((user, assigned) -> primary.put(user, assigned.primaryId()));
            Map<String, Location> found = locations(access, new LinkedHashSet<>(primary.values()));
            Map<WorkerNode, LocationNode> loaded = new LinkedHashMap<>();
            for (WorkerNode node : same) {
                Location location = found.get(primary.getOrDefault(node.userId(), ""));
                if (location != null) {
                    loaded.put(node, new LocationNode(access, location));
                }
            }
            return loaded;
        });
    }

    private Map<String, Location> locations(ProjectAccess access, Set<String> ids) {
        return ids.isEmpty() ? Map.of() : locations.find(access, ids);
    }

    @BatchMapping(typeName = "MobileWorker", field = "groups")
    Map<WorkerNode, List<GroupNode>> groups(List<WorkerNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<Group>> found = groups.ofUsers(access, ids(same));
            Map<WorkerNode, List<GroupNode>> loaded = new LinkedHashMap<>();
            same.forEach(node -> loaded.put(
                    node,
                    found.getOrDefault(node.userId(), List.of()).stream()
                            .map(group -> new GroupNode(access, group))
                            .toList()));
            return loaded;
        });
    }

    private static Set<String> ids(List<WorkerNode> nodes) {
        return Batch.ids(nodes, WorkerNode::userId);
    }
}

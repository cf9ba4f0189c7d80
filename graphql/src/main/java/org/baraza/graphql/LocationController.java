// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.Location;
import org.baraza.places.LocationQuery;
import org.baraza.places.LocationTypes;
import org.baraza.places.Locations;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Levels and locations, and what hangs on them. */
@Controller
final class LocationController {
    private final LocationTypes types;
    private final Locations locations;

    LocationController(LocationTypes types, Locations locations) {
        this.types = types;
        this.locations = locations;
    }

    @SchemaMapping(typeName = "Project", field = "locationTypes")
    List<LocationTypeNode> types(ProjectNode project) {
        return InProject.scoped(project.access(), () -> types.list(project.access())).stream()
                .map(LocationTypeNode::new)
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "locations")
    Connection<LocationNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable LocationFilterInput filter,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        LocationQuery query = new LocationQuery(LocationFilterInput.filter(filter), page);
        return connection(access, InProject.scoped(access, () -> locations.list(access, query)), page);
    }

    private static Connection<LocationNode> connection(ProjectAccess access, Page<Location> found, PageRequest page) {
        return Connection.of(found, page, LocationQuery::cursor, location -> new LocationNode(access, location));
    }

    @SchemaMapping(typeName = "Project", field = "location")
    Optional<LocationNode> one(ProjectNode project, @Argument String locationId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> locations.find(access, locationId))
                .map(location -> new LocationNode(access, location));
    }

    @SchemaMapping(typeName = "Location", field = "parent")
    CompletableFuture<@Nullable LocationNode> parent(LocationNode node, DataLoader<Key, LocationNode> locationById) {
        return Key.of(node.access(), node.location().parentId())
                .map(locationById::load)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @BatchMapping(typeName = "Location", field = "ancestors")
    Map<LocationNode, List<LocationNode>> ancestors(List<LocationNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<Location>> lines = locations.ancestors(
                    access, same.stream().map(LocationNode::location).toList());
            Map<LocationNode, List<LocationNode>> loaded = new LinkedHashMap<>();
            same.forEach(node -> loaded.put(
                    node,
                    lines.getOrDefault(node.locationId(), List.of()).stream()
                            .map(above -> new LocationNode(access, above))
                            .toList()));
            return loaded;
        });
    }

    @SchemaMapping(typeName = "Location", field = "children")
    CompletableFuture<Connection<LocationNode>> children(
            LocationNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<Location>> locationChildren) {
        PageRequest page = Paging.wanted(first, after, selection);
        return locationChildren
                .load(new PageKey(node.access(), node.locationId(), page))
                .thenApply(found -> connection(node.access(), found, page));
    }

    @SchemaMapping(typeName = "Location", field = "workers")
    CompletableFuture<Connection<WorkerNode>> workers(
            LocationNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Connection<WorkerNode>> locationWorkers) {
        return locationWorkers.load(
                new PageKey(node.access(), node.locationId(), Paging.wanted(first, after, selection)));
    }
}

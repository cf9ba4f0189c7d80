// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.identity.UserDirectory;
import org.baraza.paging.Page;
import org.baraza.places.Assignments;
import org.baraza.places.GroupMember;
import org.baraza.places.Groups;
import org.baraza.places.Location;
import org.baraza.places.Locations;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What fields of locations and groups ask for, loaded once for all of them; see {@link Loaders}. */
@Component
final class PlaceLoaders {
    private final BatchLoaderRegistry registry;
    private final Scheduler threads;

    PlaceLoaders(
            BatchLoaderRegistry registry,
            Scheduler graphQlThreads,
            Locations locations,
            Groups groups,
            Assignments assignments,
            UserDirectory users) {
        this.registry = registry;
        this.threads = graphQlThreads;
        this.<Key, LocationNode>register(
                "locationById",
                keys -> Batch.byId(
                        keys, Key::id, locations::find, (key, location) -> new LocationNode(key.access(), location)));
        this.<PageKey, Page<Location>>register("locationChildren", keys -> Loaders.pages(keys, locations::children));
        this.<PageKey, Connection<WorkerNode>>register(
                "locationWorkers",
                keys -> new PlacePeople<String>(assignments::people, id -> id, Assignments::cursor).load(keys, users));
        this.<PageKey, Connection<WorkerNode>>register(
                "groupMembers",
                keys -> new PlacePeople<>(groups::members, GroupMember::userId, GroupMember::cursor).load(keys, users));
    }

    private <K, V> void register(String name, Function<Set<K>, Map<K, V>> load) {
        registry.<K, V>forName(name)
                .registerMappedBatchLoader((keys, environment) ->
                        Mono.fromCallable(() -> load.apply(keys)).subscribeOn(threads));
    }
}

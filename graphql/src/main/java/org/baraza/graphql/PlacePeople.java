// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.paging.Page;

/**
 * Pages of the mobile workers of groups and locations.
 *
 * @param userId whom an item of the page stands for
 * @param cursor where the item stands in its list
 */
record PlacePeople<T>(Loaders.PageLoad<T> pages, Function<T, String> userId, Function<T, String> cursor) {

    /** A page that was asked for. */
    private record Found<T>(PageKey key, Page<T> page) implements InProject {
        @Override
        public ProjectAccess access() {
            return key.access();
        }
    }

    /** An item of a page, and the worker it stands for. */
    private record Seen<T>(T item, WorkerNode worker) {}

    /** Pages of ids for each project and equal request, and then the people behind all of them at once. */
    Map<PageKey, Connection<WorkerNode>> load(Set<PageKey> keys, UserDirectory users) {
        List<Found<T>> found = new ArrayList<>();
        Loaders.pages(keys, pages).forEach((key, page) -> found.add(new Found<>(key, page)));
        Map<PageKey, Connection<WorkerNode>> loaded = new LinkedHashMap<>();
        Batch.byProject(found, (access, same) -> connections(access, same, users))
                .forEach((one, connection) -> loaded.put(one.key(), connection));
        return loaded;
    }

    private Map<Found<T>, Connection<WorkerNode>> connections(
            ProjectAccess access, List<Found<T>> same, UserDirectory users) {
        Set<String> ids = new LinkedHashSet<>();
        same.forEach(one -> one.page().items().forEach(item -> ids.add(userId.apply(item))));
        Map<String, Person> people = users.find(access, ids);
        Map<Found<T>, Connection<WorkerNode>> connections = new LinkedHashMap<>();
        same.forEach(one -> connections.put(one, connection(access, one, people)));
        return connections;
    }

    /** Those who have left the project since are left out. */
    private Connection<WorkerNode> connection(ProjectAccess access, Found<T> found, Map<String, Person> people) {
        List<Seen<T>> seen = new ArrayList<>();
        for (T item : found.page().items()) {
            if (people.get(userId.apply(item)) instanceof MobileWorker worker) {
                seen.add(new Seen<>(item, new WorkerNode(access, worker)));
            }
        }
        return Connection.of(
                new Page<>(seen, found.page().more(), found.page().total()),
                found.key().page(),
                one -> cursor.apply(one.item()),
                Seen::worker);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.baraza.identity.ProjectAccess;

/** Splits what is asked for at once by project, because a transaction sees one project only. */
final class Batch {
    private Batch() {}

    /** One call of the loader for each project, in its scope. */
    static <K extends InProject, V> Map<K, V> byProject(
            Collection<K> keys, BiFunction<ProjectAccess, List<K>, Map<K, V>> load) {
        return by(keys, InProject::access, load);
    }

    /** One call of the loader for each project and equal request, in the scope of the project. */
    static <K extends InProject, G, V> Map<K, V> by(
            Collection<K> keys, Function<K, G> group, BiFunction<ProjectAccess, List<K>, Map<K, V>> load) {
        Map<G, List<K>> groups = new LinkedHashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(group.apply(key), same -> new ArrayList<>())
                .add(key));
        Map<K, V> loaded = new LinkedHashMap<>();
        groups.values().forEach(same -> {
            ProjectAccess access = same.getFirst().access();
            loaded.putAll(InProject.scoped(access, () -> load.apply(access, same)));
        });
        return loaded;
    }

    /** Loads by id and gives each key what its id has; keys without anything are left out. */
    static <K extends InProject, V, R> Map<K, R> byId(
            Collection<K> keys,
            Function<K, String> id,
            BiFunction<ProjectAccess, Set<String>, Map<String, V>> load,
            BiFunction<K, V, R> result) {
        return byProject(keys, (access, same) -> joined(same, id, load.apply(access, ids(same, id)), result));
    }

    static <K> Set<String> ids(Collection<K> keys, Function<K, String> id) {
        return new LinkedHashSet<>(keys.stream().map(id).toList());
    }

    static <K, V, R> Map<K, R> joined(
            Collection<K> keys, Function<K, String> id, Map<String, V> found, BiFunction<K, V, R> result) {
        Map<K, R> joined = new LinkedHashMap<>();
        for (K key : keys) {
            V value = found.get(id.apply(key));
            if (value != null) {
                joined.put(key, result.apply(key, value));
            }
        }
        return joined;
    }
}

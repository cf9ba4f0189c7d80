// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/**
 * Adds to the dictionary of the project in scope what applications and data have and it has not; what is there stays as it is.
 * Works in transactions of those who use the words, and asks for no permission.
 */
public final class Learning {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final LearningStore store = new LearningStore();
    private final DictionaryStore dictionary = new DictionaryStore();

    /** Adds what an application has; one read where nothing is new. */
    public void ofApp(Tx tx, ProjectId project, Vocabulary words) {
        learn(tx, project, words, false);
    }

    /** Adds what cases have, and notes that they have it. */
    public void ofCases(Tx tx, ProjectId project, String caseType, Collection<String> properties) {
        Vocabulary words = new Vocabulary();
        words.add(caseType, properties);
        learn(tx, project, words, true);
    }

    private void learn(Tx tx, ProjectId project, Vocabulary words, boolean inData) {
        if (words.isEmpty()) {
            return;
        }
        Set<String> types = words.types().keySet();
        addTypes(tx, project, types);
        Map<String, Set<String>> known = store.knownProperties(tx, types);
        words.types().forEach((type, names) -> {
            if (!names.isEmpty()) {
                add(tx, project, type, names, known.getOrDefault(type, Set.of()), inData);
            }
        });
    }

    private void addTypes(Tx tx, ProjectId project, Collection<String> types) {
        SortedSet<String> fresh = new TreeSet<>(types);
        fresh.removeAll(store.knownTypes(tx, types));
        if (!fresh.isEmpty()) {
            int room = DictionaryRules.MOST_TYPES - store.typeCount(tx);
            SortedSet<String> some = first(fresh, room);
            if (!some.isEmpty()) {
                store.insertTypes(tx, project, some);
            }
        }
    }

    private void add(
            Tx tx, ProjectId project, String type, SortedSet<String> names, Set<String> known, boolean inData) {
        if (inData && !known.isEmpty()) {
            store.markInData(tx, type, names);
        }
        if (known.containsAll(names) || dictionary.lock(tx, type).isEmpty()) {
            return;
        }
        // Somebody else may have added some while this one waited for the lock.
        Set<String> now = store.knownProperties(tx, Set.of(type)).getOrDefault(type, Set.of());
        SortedSet<String> fresh = new TreeSet<>(names);
        fresh.removeAll(now);
        SortedSet<String> some = first(fresh, DictionaryRules.MOST_PROPERTIES - now.size());
        if (!some.isEmpty()) {
            store.insertProperties(tx, project, type, some, dictionary.next(tx, type), inData);
        }
    }

    private static SortedSet<String> first(SortedSet<String> names, int most) {
        return names.stream().limit(Math.max(0, most)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the cases of a type were not looked at lately; so it is also where there is no such type. */
    boolean isDue(Tx tx, String type, Instant now) {
        Optional<Instant> looked = store.lookedAt(tx, type);
        return looked.isEmpty() || looked.get().isBefore(now.minus(FRESH));
    }

    /** Those of all types whose cases were not looked at lately: some of them, the longest ago first. */
    List<String> due(Tx tx, Instant now, int most) {
        return store.notLookedAtSince(tx, now.minus(FRESH), most);
    }

    /** Learns from some cases of a type; whoever changes the type waits, and does not write over what was learned. */
    void look(Tx tx, ProjectId project, String type, Instant now) {
        dictionary.lock(tx, type);
        Set<String> names = store.propertiesInData(tx, type);
        if (!names.isEmpty() || store.hasCases(tx, type)) {
            ofCases(tx, project, type, names);
        }
        store.looked(tx, type, now);
    }

    boolean hasCases(Tx tx, String type) {
        return store.hasCases(tx, type);
    }

    /** Those of the types that cases are of. */
    Set<String> withCases(Tx tx, Collection<String> types) {
        return store.withCases(tx, types);
    }

    /** Whether the project has as many types as it can have. */
    boolean isFull(Tx tx) {
        return store.typeCount(tx) >= DictionaryRules.MOST_TYPES;
    }

    /** Adds the types that cases have. */
    void lookForTypes(Tx tx, ProjectId project, Collection<String> inUse) {
        List<String> names = named(inUse);
        if (!names.isEmpty()) {
            addTypes(tx, project, names);
        }
    }

    private static List<String> named(Collection<String> types) {
        return types.stream().filter(DictionaryRules::isTypeName).toList();
    }

    /** Whether there are types of cases that the dictionary has not and can have. */
    boolean areNew(Tx tx, Collection<String> inUse) {
        List<String> names = named(inUse);
        return !names.isEmpty() && !store.knownTypes(tx, names).containsAll(names) && !isFull(tx);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What an expression is evaluated beside: the document that it is about, the row of it, and all that else can be known. */
public final class Situation {
    private final Value root;
    private final long iteration;
    private final Surroundings surroundings;
    private final Map<String, Map<Value, Value>> named = new HashMap<>();

    /**
     * What stays the same, whatever the document is.
     *
     * @param limit is asked often, and throws when there is no time any more
     */
    private record Surroundings(Documents documents, Clock clock, Runnable limit) {}

    private Situation(Value root, long iteration, Surroundings surroundings) {
        this.root = root;
        this.iteration = iteration;
        this.surroundings = surroundings;
    }

    /**
     * Of a document.
     *
     * @param limit is asked often, and throws when there is no time any more
     */
    public static Situation of(Value root, Documents documents, Clock clock, Runnable limit) {
        return new Situation(root, 0, new Surroundings(documents, clock, limit));
    }

    /** Of nothing that is known yet. */
    static Situation unknown() {
        return of(Value.NOTHING, Documents.NONE, Clock.systemUTC(), () -> {});
    }

    /** The same document, at a row of it, counted from 0. */
    public Situation at(long row) {
        return new Situation(root, row, surroundings);
    }

    /** Another document beside the same. */
    Situation about(Value document) {
        return new Situation(document, 0, surroundings);
    }

    Value root() {
        return root;
    }

    long iteration() {
        return iteration;
    }

    Documents documents() {
        return surroundings.documents;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(surroundings.clock.instant(), ZoneOffset.UTC);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    void check() {
        surroundings.limit.run();
    }

    /** What a named expression gives for an item is asked once. */
    Value remembered(String name, Value item, Supplier<Value> asked) {
        Map<Value, Value> known = named.computeIfAbsent(name, _ -> new IdentityHashMap<>());
        Value before = known.get(item);
        if (before != null) {
            return before;
        }
        Value now = asked.get();
        known.put(item, now);
        return now;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;
import java.util.Set;
import org.baraza.persistence.changes.ProjectChanges;
import org.baraza.persistence.tenancy.Tx;

/** Decides which cases a payload carries (device protocol: full and incremental payload). */
final class Caseloads {
    private final CaseGraphStore graphs;
    private final CaseBodyStore bodies;
    private final ProjectChanges changes;

    Caseloads(CaseGraphStore graphs, CaseBodyStore bodies, ProjectChanges changes) {
        this.graphs = graphs;
        this.bodies = bodies;
        this.changes = changes;
    }

    /** All that belongs on the phone of whoever owns with these ids. */
    Caseload all(Tx tx, Set<String> ownerIds) {
        LoadedGraph loaded = GraphWalk.all(tx, graphs, ownerIds);
        BitSet live = Relevance.live(loaded.graph());
        graphs.hideCircles(tx, loaded);
        return new Caseload(
                loaded.graph(),
                live.stream().map(loaded.graph()::number).toArray(),
                new BitSet(),
                new BitSet(),
                bodies.anyStock(tx),
                loaded.hidden());
    }

    /**
     * What a phone must be told that continues from an earlier sync: what belongs on it and is not there, and what it
     * holds and somebody else changed, whether it still belongs there or not.
     *
     * @param phone what it holds
     */
    Caseload since(Tx tx, Set<String> ownerIds, KnownSync sync, Shadow phone) {
        BitSet held = phone.numbers();
        BitSet changed = new BitSet();
        BitSet told = new BitSet();
        changes.since(tx, sync.seen(), (numbers, syncLogId) -> {
            for (int number : numbers) {
                changed.set(number);
                if (!sync.id().equals(syncLogId)) {
                    told.set(number);
                }
            }
        });
        BitSet moved = minus(changed, held);
        // What the engine drops although it belongs there is given again.
        moved.or(minus(sync.state().shadow().numbers(), held));
        // They may be back after they were deleted, and the phone was not shown links to them.
        BitSet perhapsBack = buried(phone, changed);
        perhapsBack.or(moved);
        told.or(graphs.linkedTo(tx, perhapsBack));
        told.and(held);
        BitSet deleted = graphs.deletedAmong(tx, told);
        addHolders(phone, deleted, told);
        BitSet stale = (BitSet) changed.clone();
        stale.and(held);
        stale.or(told);

        PhoneNews news = PhoneNews.of(phone, sync.ownerIds(), stale, moved);
        LoadedGraph loaded = GraphWalk.since(tx, graphs, ownerIds, news);
        graphs.hideCircles(tx, loaded);
        CaseGraph graph = loaded.graph();
        BitSet numbers = new BitSet();
        Relevance.live(graph).stream()
                .map(graph::number)
                .filter(number -> !held.get(number))
                .forEach(numbers::set);
        addTargets(graph, told, held, numbers);
        numbers.or(told);
        return new Caseload(graph, numbers.stream().toArray(), held, deleted, bodies.anyStock(tx), loaded.hidden());
    }

    /** Of the cases those that the phone holds as it was told of deleted ones: closed, and nobody's. */
    private static BitSet buried(Shadow phone, BitSet cases) {
        BitSet buried = new BitSet();
        for (int number = cases.nextSetBit(0); number >= 0; number = cases.nextSetBit(number + 1)) {
            int place = phone.place(number);
            if (place >= 0 && phone.isClosed(place) && phone.owner(place).equals(CaseElement.NOBODY)) {
                buried.set(number);
            }
        }
        return buried;
    }

    /** Links to what is deleted are taken off, or they would drag their cases along when the phone purges. */
    private static void addHolders(Shadow phone, BitSet deleted, BitSet told) {
        if (deleted.isEmpty()) {
            return;
        }
        for (int place = 0; place < phone.size(); place++) {
            for (int link = phone.firstLink(place); link < phone.firstLink(place + 1); link++) {
                if (deleted.get(phone.target(link))) {
                    told.set(phone.number(place));
                }
            }
        }
    }

    private static BitSet minus(BitSet all, BitSet without) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(without);
        return rest;
    }

    /** A phone refuses a link to a case that it neither has nor is given. */
    private static void addTargets(CaseGraph graph, BitSet told, BitSet held, BitSet numbers) {
        NumberList open = new NumberList();
        told.stream().forEach(open::add);
        for (int at = 0; at < open.size(); at++) {
            int place = graph.place(open.get(at));
            if (place < 0) {
                continue;
            }
            for (int link = graph.firstLink(place); link < graph.firstLink(place + 1); link++) {
                int target = graph.number(graph.targetOf(link));
                if (!held.get(target) && !numbers.get(target)) {
                    numbers.set(target);
                    open.add(target);
                }
            }
        }
    }
}

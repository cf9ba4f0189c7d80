// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Which cases belong on a phone (device protocol: which cases belong on the device). Three sets, each the smallest that
 * its sentence allows; a payload is the last of them:
 *
 * <ul>
 *   <li>relevant: open cases of the person, the targets of relevant cases, and their extensions;
 *   <li>available: relevant open cases that are no extension, and open extensions of available cases;
 *   <li>live: relevant and available cases of the person, the targets of live cases, and their open extensions.
 * </ul>
 *
 * <p>Every case and every link is looked at a fixed number of times, without recursion, so neither long chains nor cycles
 * are a danger.
 */
final class Relevance {
    /** Nobody asks how a place was reached. */
    private static final int[] UNTOLD = new int[0];

    private final CaseGraph graph;

    private Relevance(CaseGraph graph) {
        this.graph = graph;
    }

    /** Places of the cases that belong on the phone. */
    static BitSet live(CaseGraph graph) {
        return new Relevance(graph).live(UNTOLD);
    }

    /**
     * How the cases that belong on the phone came to.
     *
     * @param live places of them
     * @param via for each of them the place through which it does; its own where it does by itself
     */
    record Trail(BitSet live, int[] via) {}

    /** As {@link #live}, with the way that led to each case. */
    static Trail trail(CaseGraph graph) {
        int[] via = new int[graph.size()];
        return new Trail(new Relevance(graph).live(via), via);
    }

    private BitSet live(int[] via) {
        BitSet relevant =
                spread(places(place -> graph.isOwned(place) && graph.isOpen(place)), true, extension -> true, UNTOLD);
        BitSet available = spread(
                places(place -> relevant.get(place) && graph.isOpen(place) && !graph.isExtension(place)),
                false,
                graph::isOpen,
                UNTOLD);
        return spread(
                places(place -> graph.isOwned(place) && relevant.get(place) && available.get(place)),
                true,
                graph::isOpen,
                via);
    }

    private BitSet places(IntPredicate belongs) {
        BitSet places = new BitSet(graph.size());
        for (int place = 0; place < graph.size(); place++) {
            places.set(place, belongs.test(place));
        }
        return places;
    }

    /** What can be reached: over links to their targets if wanted, and to those extensions that may be entered. */
    private BitSet spread(BitSet seeds, boolean toTargets, IntPredicate mayEnterExtension, int[] via) {
        BitSet reached = (BitSet) seeds.clone();
        int[] queue = new int[graph.size()];
        int end = 0;
        for (int seed = seeds.nextSetBit(0); seed >= 0; seed = seeds.nextSetBit(seed + 1)) {
            queue[end++] = seed;
            tell(via, seed, seed);
        }
        for (int at = 0; at < end; at++) {
            int place = queue[at];
            if (toTargets) {
                for (int link = graph.firstLink(place); link < graph.firstLink(place + 1); link++) {
                    end = reach(graph.targetOf(link), place, reached, queue, end, via);
                }
            }
            for (int next = graph.firstExtension(place); next < graph.firstExtension(place + 1); next++) {
                int extension = graph.extensionAt(next);
                if (mayEnterExtension.test(extension)) {
                    end = reach(extension, place, reached, queue, end, via);
                }
            }
        }
        return reached;
    }

    private static int reach(int place, int from, BitSet reached, int[] queue, int end, int[] via) {
        if (reached.get(place)) {
            return end;
        }
        reached.set(place);
        tell(via, place, from);
        queue[end] = place;
        return end + 1;
    }

    private static void tell(int[] via, int place, int from) {
        if (via.length > 0) {
            via[place] = from;
        }
    }
}

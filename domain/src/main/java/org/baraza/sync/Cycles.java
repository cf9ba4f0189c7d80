// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Arrays;

/**
 * Finds links that lead in a circle. Devices give up on a circle of cases altogether, so such links are not shown to them
 * (device protocol: purge). Two cases are in one circle if each can be reached from the other; found in one walk (Tarjan's
 * algorithm, with stacks of its own instead of recursion).
 */
final class Cycles {
    /** The label of a case that is in no circle. */
    static final int NONE = -1;

    private static final int UNSEEN = -1;
    /** Not known yet: of a case that was seen, that it waits for its circle to be complete. */
    private static final int UNDECIDED = -2;

    private final CaseGraph graph;
    private final int[] order;
    private final int[] low;
    private final int[] circle;
    private final int[] nextLink;
    private final int[] path;
    private final int[] waiting;
    private int pathEnd;
    private int waitingEnd;
    private int seen;

    private Cycles(CaseGraph graph) {
        int size = graph.size();
        this.graph = graph;
        this.order = filled(size, UNSEEN);
        this.circle = filled(size, UNDECIDED);
        this.low = new int[size];
        this.nextLink = new int[size];
        this.path = new int[size];
        this.waiting = new int[size];
    }

    private static int[] filled(int size, int with) {
        int[] array = new int[size];
        Arrays.fill(array, with);
        return array;
    }

    /** Per place a label of the circle that the case is in. */
    static int[] of(CaseGraph graph) {
        Cycles cycles = new Cycles(graph);
        for (int place = 0; place < graph.size(); place++) {
            if (cycles.order[place] == UNSEEN) {
                cycles.walkFrom(place);
            }
        }
        return cycles.circle;
    }

    private void walkFrom(int start) {
        enter(start);
        while (pathEnd > 0) {
            int place = path[pathEnd - 1];
            if (nextLink[place] < graph.firstLink(place + 1)) {
                step(place, graph.targetOf(nextLink[place]++));
            } else {
                leave(place);
            }
        }
    }

    private void enter(int place) {
        order[place] = seen;
        low[place] = seen++;
        nextLink[place] = graph.firstLink(place);
        path[pathEnd++] = place;
        waiting[waitingEnd++] = place;
    }

    private void step(int place, int target) {
        if (order[target] == UNSEEN) {
            enter(target);
        } else if (circle[target] == UNDECIDED) {
            low[place] = Math.min(low[place], order[target]);
        }
    }

    private void leave(int place) {
        pathEnd--;
        if (pathEnd > 0) {
            int before = path[pathEnd - 1];
            low[before] = Math.min(low[before], low[place]);
        }
        if (low[place] == order[place]) {
            // Alone in its group, a case is in no circle; links to itself are never read.
            boolean alone = waiting[waitingEnd - 1] == place;
            int member;
            do {
                member = waiting[--waitingEnd];
                circle[member] = alone ? NONE : place;
            } while (member != place);
        }
    }
}

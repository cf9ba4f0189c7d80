// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.List;
import java.util.Map;
import org.baraza.persistence.tenancy.Tx;

/**
 * Finds the numbers of the cases that shown links lead to. The graph has them, but not which link is which; mostly there
 * is only one that it can be, and else the database is asked.
 */
final class LinkTargets {
    private static final int UNCLEAR = -1;

    private final Tx tx;
    private final CaseBodyStore bodies;
    private final CaseGraph graph;

    LinkTargets(Tx tx, CaseBodyStore bodies, CaseGraph graph) {
        this.tx = tx;
        this.bodies = bodies;
        this.graph = graph;
    }

    /** Adds the links to the case that the shadow was told of last. */
    void tell(int number, List<CaseJsonReader.Link> shown, Shadow.Builder shadow) {
        if (shown.isEmpty()) {
            return;
        }
        int child = only(number, shown, false);
        int extension = only(number, shown, true);
        Map<String, Integer> asked = child == UNCLEAR || extension == UNCLEAR
                ? bodies.numbers(
                        tx, shown.stream().map(CaseJsonReader.Link::target).toList())
                : Map.of();
        for (CaseJsonReader.Link link : shown) {
            int known = link.isExtension() ? extension : child;
            shadow.link(
                    link.name(), link.isExtension(), known == UNCLEAR ? asked.getOrDefault(link.target(), 0) : known);
        }
    }

    /** The target of the one link of that kind; unclear when there are several or the graph says otherwise. */
    private int only(int number, List<CaseJsonReader.Link> shown, boolean extensions) {
        int links = 0;
        for (CaseJsonReader.Link link : shown) {
            links += link.isExtension() == extensions ? 1 : 0;
        }
        if (links == 0) {
            return 0;
        }
        int place = graph.place(number);
        if (links > 1 || place < 0) {
            return UNCLEAR;
        }
        int found = UNCLEAR;
        for (int link = graph.firstLink(place); link < graph.firstLink(place + 1); link++) {
            if (graph.isExtensionLink(link) == extensions) {
                if (found != UNCLEAR) {
                    return UNCLEAR;
                }
                found = graph.number(graph.targetOf(link));
            }
        }
        return found;
    }
}

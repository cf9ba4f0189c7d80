// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.HashSet;
import java.util.Set;
import org.baraza.sync.RandomGraph.Link;

/** The three definitions as they are written down, sentence by sentence, until nothing changes any more. */
final class NaiveRelevance {
    private final RandomGraph graph;
    private final Set<Link> links = new HashSet<>();

    NaiveRelevance(RandomGraph graph) {
        this.graph = graph;
        for (Link link : graph.links()) {
            boolean alsoChild = graph.links().contains(new Link(link.source(), link.target(), false));
            if (link.target() < graph.size() && !(link.extension() && alsoChild)) {
                links.add(link);
            }
        }
    }

    Set<Integer> live() {
        Set<Integer> relevant = relevant();
        Set<Integer> available = available(relevant);
        Set<Integer> live = new HashSet<>();
        for (int size = -1; size < live.size(); ) {
            size = live.size();
            for (int c = 0; c < graph.size(); c++) {
                if (relevant.contains(c) && available.contains(c) && graph.owned()[c]) {
                    live.add(c);
                }
            }
            for (Link link : links) {
                if (live.contains(link.source())) {
                    live.add(link.target());
                }
                if (link.extension() && graph.open()[link.source()] && live.contains(link.target())) {
                    live.add(link.source());
                }
            }
        }
        return live;
    }

    private Set<Integer> relevant() {
        Set<Integer> relevant = new HashSet<>();
        for (int size = -1; size < relevant.size(); ) {
            size = relevant.size();
            for (int c = 0; c < graph.size(); c++) {
                if (graph.open()[c] && graph.owned()[c]) {
                    relevant.add(c);
                }
            }
            for (Link link : links) {
                if (relevant.contains(link.source())) {
                    relevant.add(link.target());
                }
                if (link.extension() && relevant.contains(link.target())) {
                    relevant.add(link.source());
                }
            }
        }
        return relevant;
    }

    private Set<Integer> available(Set<Integer> relevant) {
        Set<Integer> available = new HashSet<>();
        for (int size = -1; size < available.size(); ) {
            size = available.size();
            for (int c = 0; c < graph.size(); c++) {
                if (relevant.contains(c) && graph.open()[c] && !isExtension(c)) {
                    available.add(c);
                }
            }
            for (Link link : links) {
                if (link.extension() && graph.open()[link.source()] && available.contains(link.target())) {
                    available.add(link.source());
                }
            }
        }
        return available;
    }

    private boolean isExtension(int c) {
        return links.stream().anyMatch(link -> link.extension() && link.source() == c);
    }
}

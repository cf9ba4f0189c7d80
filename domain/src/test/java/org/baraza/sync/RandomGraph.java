// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small graph made from a seed: some cases are owned, some open, links point anywhere, also to the case itself, to
 * cases that are not there, and twice to the same one.
 */
record RandomGraph(int size, boolean[] owned, boolean[] open, List<Link> links) {
    record Link(int source, int target, boolean extension) {}

    static RandomGraph of(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(12);
        boolean[] owned = new boolean[size];
        boolean[] open = new boolean[size];
        double ownedShare = random.nextDouble();
        double openShare = 0.3 + 0.7 * random.nextDouble();
        double extensionShare = random.nextDouble();
        for (int at = 0; at < size; at++) {
            owned[at] = random.nextDouble() < ownedShare;
            open[at] = random.nextDouble() < openShare;
        }
        List<Link> links = new ArrayList<>();
        int count = random.nextInt(2 * size);
        for (int at = 0; at < count; at++) {
            int target = random.nextInt(20) == 0 ? size + 5 : random.nextInt(size);
            links.add(new Link(random.nextInt(size), target, random.nextDouble() < extensionShare));
        }
        return new RandomGraph(size, owned, open, links);
    }

    /** Numbers have gaps, as those of cases do. */
    static int number(int place) {
        return 10 + 3 * place;
    }

    CaseGraph compact() {
        CaseGraphBuilder builder = new CaseGraphBuilder();
        for (int at = 0; at < size; at++) {
            builder.add(number(at), owned[at], open[at]);
        }
        links.forEach(link -> builder.link(number(link.source()), number(link.target()), link.extension()));
        return builder.build();
    }
}

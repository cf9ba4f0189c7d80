// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Arrays;
import java.util.BitSet;

/** Collects cases by their numbers and the links between them, in any order. */
final class CaseGraphBuilder {
    private final BitSet known = new BitSet();
    private final BitSet owned = new BitSet();
    private final BitSet open = new BitSet();
    private long[] links = new long[64];
    private int linkCount;

    /** Adds a case; false when it is known already. */
    boolean add(int number, boolean isOwned, boolean isOpen) {
        if (known.get(number)) {
            return false;
        }
        known.set(number);
        owned.set(number, isOwned);
        open.set(number, isOpen);
        return true;
    }

    boolean knows(int number) {
        return known.get(number);
    }

    /** Adds a link; it counts only if both cases are known in the end. */
    void link(int source, int target, boolean extension) {
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, linkCount * 2);
        }
        links[linkCount++] = CaseGraph.link(source, target, extension);
    }

    CaseGraph build() {
        int[] numbers = known.stream().toArray();
        return new CaseGraph(numbers, places(numbers, owned), places(numbers, open), placedLinks(numbers));
    }

    private static BitSet places(int[] numbers, BitSet among) {
        BitSet places = new BitSet(numbers.length);
        for (int place = 0; place < numbers.length; place++) {
            places.set(place, among.get(numbers[place]));
        }
        return places;
    }

    private long[] placedLinks(int[] numbers) {
        long[] placed = new long[linkCount];
        int count = 0;
        for (int at = 0; at < linkCount; at++) {
            int source = Arrays.binarySearch(numbers, CaseGraph.source(links[at]));
            int target = Arrays.binarySearch(numbers, CaseGraph.target(links[at]));
            if (source >= 0 && target >= 0) {
                placed[count++] = CaseGraph.link(source, target, CaseGraph.isExtension(links[at]));
            }
        }
        Arrays.sort(placed, 0, count);
        return Arrays.copyOf(placed, withoutDoubles(placed, count));
    }

    /** Of links between the same two cases the first stays, which is the child's. */
    private static int withoutDoubles(long[] sorted, int count) {
        int kept = 0;
        for (int at = 0; at < count; at++) {
            if (kept == 0 || sorted[at] >> 1 != sorted[kept - 1] >> 1) {
                sorted[kept++] = sorted[at];
            }
        }
        return kept;
    }
}

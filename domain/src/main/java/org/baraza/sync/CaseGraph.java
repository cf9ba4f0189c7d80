// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Cases and the links between them, as small as they can be held: places 0 to size-1 in the order of the case numbers,
 * links as ranges of arrays. Per pair of cases there is one link at most; a link that makes its case a child of the target
 * wins over one that makes it an extension.
 */
final class CaseGraph {
    private final int[] numbers;
    private final BitSet owned;
    private final BitSet open;
    private final int[] firstLink;
    private final int[] targets;
    private final BitSet extensionLinks;
    private final int[] firstExtension;
    private final int[] extensions;

    /**
     * @param numbers case numbers, ascending
     * @param owned places of cases that the person owns
     * @param open places of cases that are not closed
     * @param links see {@link #link}, ascending and without doubles
     */
    CaseGraph(int[] numbers, BitSet owned, BitSet open, long[] links) {
        this.numbers = numbers;
        this.owned = owned;
        this.open = open;
        this.firstLink = new int[numbers.length + 1];
        this.targets = new int[links.length];
        this.extensionLinks = new BitSet(links.length);
        this.firstExtension = new int[numbers.length + 1];
        for (int at = 0; at < links.length; at++) {
            targets[at] = target(links[at]);
            firstLink[source(links[at]) + 1]++;
            if (isExtension(links[at])) {
                extensionLinks.set(at);
                firstExtension[targets[at] + 1]++;
            }
        }
        Arrays.parallelPrefix(firstLink, Integer::sum);
        Arrays.parallelPrefix(firstExtension, Integer::sum);
        this.extensions = new int[firstExtension[numbers.length]];
        int[] next = firstExtension.clone();
        for (long link : links) {
            if (isExtension(link)) {
                extensions[next[target(link)]++] = source(link);
            }
        }
    }

    /** A link as one number that sorts by source, target, and child before extension. */
    static long link(int source, int target, boolean extension) {
        return (long) source << 32 | (long) target << 1 | (extension ? 1 : 0);
    }

    static int source(long link) {
        return (int) (link >>> 32);
    }

    static int target(long link) {
        return (int) (link >>> 1 & Integer.MAX_VALUE);
    }

    static boolean isExtension(long link) {
        return (link & 1) == 1;
    }

    int size() {
        return numbers.length;
    }

    int number(int place) {
        return numbers[place];
    }

    /** Where the case of that number is; negative when it is not here. */
    int place(int number) {
        return Arrays.binarySearch(numbers, number);
    }

    boolean isOwned(int place) {
        return owned.get(place);
    }

    boolean isOpen(int place) {
        return open.get(place);
    }

    /** Position of the first link of the case; it ends before that of the next place. */
    int firstLink(int place) {
        return firstLink[place];
    }

    int targetOf(int link) {
        return targets[link];
    }

    boolean isExtensionLink(int link) {
        return extensionLinks.get(link);
    }

    /** Whether the case is an extension of any other. */
    boolean isExtension(int place) {
        int next = extensionLinks.nextSetBit(firstLink[place]);
        return next >= 0 && next < firstLink[place + 1];
    }

    /** Position of the first case that is an extension of this one; it ends before that of the next place. */
    int firstExtension(int place) {
        return firstExtension[place];
    }

    int extensionAt(int position) {
        return extensions[position];
    }
}

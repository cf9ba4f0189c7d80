// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * What a phone keeps when it purges (device engine: purge). Nearly the rule of {@link Relevance}, and told apart from it on
 * purpose: it runs on what the phone knows rather than on what is true, begins by dropping cases with links into nowhere,
 * and spreads life in two rounds only.
 */
final class Purge {
    private static final int ROUNDS = 2;

    private final Shadow shadow;
    private final BitSet kept;
    /** Place of the target of each link; negative when the phone does not have it. */
    private final int[] targets;

    private final Extensions extensions;

    private Purge(Shadow shadow) {
        this.shadow = shadow;
        this.kept = new BitSet(shadow.size());
        this.kept.set(0, shadow.size());
        this.targets = new int[shadow.linkCount()];
        for (int link = 0; link < targets.length; link++) {
            targets[link] = shadow.place(shadow.target(link));
        }
        this.extensions = new Extensions(shadow, targets);
    }

    /** Places of the cases that stay. */
    static BitSet kept(Shadow shadow, Set<String> ownerIds) {
        return new Purge(shadow).run(shadow.ownedBy(ownerIds));
    }

    private BitSet run(BitSet owned) {
        dropDangling();
        BitSet available = available();
        BitSet alive = (BitSet) owned.clone();
        alive.and(available);
        alive.and(kept);
        for (int round = 0; round < ROUNDS; round++) {
            spreadToTargets(alive);
            spreadToExtensions(alive);
        }
        return alive;
    }

    /** Cases with a link to what is not here go, and with them all that points to them. */
    private void dropDangling() {
        boolean found = true;
        while (found) {
            found = false;
            for (int place = kept.nextSetBit(0); place >= 0; place = kept.nextSetBit(place + 1)) {
                if (isDangling(place)) {
                    kept.clear(place);
                    found = true;
                }
            }
        }
    }

    private boolean isDangling(int place) {
        for (int link = shadow.firstLink(place); link < shadow.firstLink(place + 1); link++) {
            if (targets[link] < 0 || !kept.get(targets[link])) {
                return true;
            }
        }
        return false;
    }

    /** Open cases that are nobody's extension, and open extensions of available cases. */
    private BitSet available() {
        BitSet available = new BitSet(shadow.size());
        for (int place = kept.nextSetBit(0); place >= 0; place = kept.nextSetBit(place + 1)) {
            if (!shadow.isClosed(place) && !extensions.isExtension(place)) {
                available.set(place);
            }
        }
        spreadToExtensions(available);
        return available;
    }

    private void spreadToTargets(BitSet reached) {
        int[] queue = reached.stream().toArray();
        int end = queue.length;
        queue = Arrays.copyOf(queue, shadow.size());
        for (int at = 0; at < end; at++) {
            for (int link = shadow.firstLink(queue[at]); link < shadow.firstLink(queue[at] + 1); link++) {
                int target = targets[link];
                if (target >= 0 && kept.get(target) && !reached.get(target)) {
                    reached.set(target);
                    queue[end++] = target;
                }
            }
        }
    }

    private void spreadToExtensions(BitSet reached) {
        int[] queue = reached.stream().toArray();
        int end = queue.length;
        queue = Arrays.copyOf(queue, shadow.size());
        for (int at = 0; at < end; at++) {
            for (int next = extensions.first(queue[at]); next < extensions.first(queue[at] + 1); next++) {
                int extension = extensions.at(next);
                if (kept.get(extension) && !shadow.isClosed(extension) && !reached.get(extension)) {
                    reached.set(extension);
                    queue[end++] = extension;
                }
            }
        }
    }

    /** Extension links the other way round. Of several links between two cases one that makes a child wins. */
    private static final class Extensions {
        private final int[] first;
        private final int[] places;
        private final BitSet extensions;

        Extensions(Shadow shadow, int[] targets) {
            first = new int[shadow.size() + 1];
            extensions = new BitSet(shadow.size());
            BitSet counting = new BitSet(targets.length);
            for (int place = 0; place < shadow.size(); place++) {
                for (int link = shadow.firstLink(place); link < shadow.firstLink(place + 1); link++) {
                    if (targets[link] >= 0 && makesExtension(shadow, place, link)) {
                        counting.set(link);
                        extensions.set(place);
                        first[targets[link] + 1]++;
                    }
                }
            }
            Arrays.parallelPrefix(first, Integer::sum);
            places = new int[first[shadow.size()]];
            int[] next = first.clone();
            for (int place = 0; place < shadow.size(); place++) {
                for (int link = shadow.firstLink(place); link < shadow.firstLink(place + 1); link++) {
                    if (counting.get(link)) {
                        places[next[targets[link]]++] = place;
                    }
                }
            }
        }

        private static boolean makesExtension(Shadow shadow, int place, int link) {
            if (!shadow.isExtension(link)) {
                return false;
            }
            for (int other = shadow.firstLink(place); other < shadow.firstLink(place + 1); other++) {
                if (!shadow.isExtension(other) && shadow.target(other) == shadow.target(link)) {
                    return false;
                }
            }
            return true;
        }

        boolean isExtension(int place) {
            return extensions.get(place);
        }

        int first(int place) {
            return first[place];
        }

        int at(int position) {
            return places[position];
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a phone holds, as the server knows it: of each case its number, owner, whether it is closed, and its links (device
 * protocol: sync log). Arrays rather than objects, because a phone may hold a hundred thousand cases.
 */
final class Shadow {
    static final Shadow EMPTY = new Builder().build();

    private final List<String> owners;
    private final List<String> linkNames;
    private final int[] numbers;
    private final int[] ownerOf;
    private final BitSet closed;
    private final int[] firstLink;
    private final int[] targets;
    /** Place of the link's name, times two; odd for an extension. */
    private final int[] kinds;

    private Shadow(
            List<String> owners,
            List<String> linkNames,
            int[] numbers,
            int[] ownerOf,
            BitSet closed,
            int[] firstLink,
            int[] targets,
            int[] kinds) {
        this.owners = owners;
        this.linkNames = linkNames;
        this.numbers = numbers;
        this.ownerOf = ownerOf;
        this.closed = closed;
        this.firstLink = firstLink;
        this.targets = targets;
        this.kinds = kinds;
    }

    int size() {
        return numbers.length;
    }

    int number(int place) {
        return numbers[place];
    }

    /** Numbers of all cases. */
    BitSet numbers() {
        BitSet all = new BitSet();
        for (int number : numbers) {
            all.set(number);
        }
        return all;
    }

    /** Where the case of that number is; negative when the phone does not have it. */
    int place(int number) {
        return Arrays.binarySearch(numbers, number);
    }

    boolean has(int number) {
        return place(number) >= 0;
    }

    String owner(int place) {
        return owners.get(ownerOf[place]);
    }

    boolean isClosed(int place) {
        return closed.get(place);
    }

    /** Position of the first link of the case; it ends before that of the next place. */
    int firstLink(int place) {
        return firstLink[place];
    }

    int linkCount() {
        return targets.length;
    }

    /** Number of the case that the link leads to. */
    int target(int link) {
        return targets[link];
    }

    boolean isExtension(int link) {
        return (kinds[link] & 1) == 1;
    }

    String linkName(int link) {
        return linkNames.get(kinds[link] >> 1);
    }

    /** Places of the cases that are owned under one of the ids. */
    BitSet ownedBy(java.util.Set<String> ownerIds) {
        boolean[] mine = new boolean[owners.size()];
        for (int owner = 0; owner < mine.length; owner++) {
            mine[owner] = ownerIds.contains(owners.get(owner));
        }
        BitSet owned = new BitSet(numbers.length);
        for (int place = 0; place < numbers.length; place++) {
            owned.set(place, mine[ownerOf[place]]);
        }
        return owned;
    }

    ShadowCase at(int place) {
        List<ShadowLink> links = new ArrayList<>();
        for (int link = firstLink[place]; link < firstLink[place + 1]; link++) {
            links.add(new ShadowLink(linkName(link), isExtension(link), targets[link]));
        }
        return new ShadowCase(numbers[place], owner(place), closed.get(place), links);
    }

    Optional<ShadowCase> find(int number) {
        int place = place(number);
        return place < 0 ? Optional.empty() : Optional.of(at(place));
    }

    /** Collects cases in the order of their numbers. */
    static final class Builder {
        private final Names owners = new Names();
        private final Names linkNames = new Names();
        private final NumberList numbers = new NumberList();
        private final NumberList ownerOf = new NumberList();
        private final BitSet closed = new BitSet();
        private final NumberList firstLink = new NumberList();
        private final NumberList targets = new NumberList();
        private final NumberList kinds = new NumberList();
        private int lastNumber;

        /** Adds a case; its links follow. */
        Builder add(int number, String owner, boolean isClosed) {
            if (number <= lastNumber) {
                throw new IllegalArgumentException("cases come in the order of their numbers");
            }
            lastNumber = number;
            closed.set(numbers.size(), isClosed);
            numbers.add(number);
            ownerOf.add(owners.place(owner));
            firstLink.add(targets.size());
            return this;
        }

        /** Adds a link to the case that was added last. */
        Builder link(String name, boolean extension, int target) {
            targets.add(target);
            kinds.add(linkNames.place(name) << 1 | (extension ? 1 : 0));
            return this;
        }

        Builder add(ShadowCase held) {
            add(held.number(), held.ownerId(), held.closed());
            held.links().forEach(link -> link(link.name(), link.extension(), link.target()));
            return this;
        }

        Shadow build() {
            firstLink.add(targets.size());
            return new Shadow(
                    owners.all(),
                    linkNames.all(),
                    numbers.toArray(),
                    ownerOf.toArray(),
                    closed,
                    firstLink.toArray(),
                    targets.toArray(),
                    kinds.toArray());
        }
    }
}

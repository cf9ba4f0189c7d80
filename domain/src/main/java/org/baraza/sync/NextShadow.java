// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.SortedMap;

/**
 * What a phone holds once it has read a payload: what it held, and in its place or beside it what the payload says. Both
 * come in the order of the case numbers, so that it is written down in one go.
 */
final class NextShadow {
    private final Shadow before;
    private final Shadow.Builder after = new Shadow.Builder();
    private int place;

    NextShadow(Shadow before) {
        this.before = before;
    }

    /**
     * The payload says this of a case; its links follow. A phone has no way to open a case again that it holds as closed:
     * it must purge it first, and is given it anew.
     */
    Shadow.Builder told(int number, String ownerId, boolean closed) {
        copyBefore(number);
        boolean staysClosed = false;
        if (place < before.size() && before.number(place) == number) {
            staysClosed = before.isClosed(place++);
        }
        return after.add(number, ownerId, closed || staysClosed);
    }

    private void copyBefore(int number) {
        while (place < before.size() && before.number(place) < number) {
            after.add(before.at(place++));
        }
    }

    Shadow build() {
        copyBefore(Integer.MAX_VALUE);
        return after.build();
    }

    /** A shadow with some cases changed or added. */
    static Shadow of(Shadow before, SortedMap<Integer, ShadowCase> changed) {
        NextShadow next = new NextShadow(before);
        changed.values().forEach(held -> {
            Shadow.Builder told = next.told(held.number(), held.ownerId(), held.closed());
            held.links().forEach(link -> told.link(link.name(), link.extension(), link.target()));
        });
        return next.build();
    }
}

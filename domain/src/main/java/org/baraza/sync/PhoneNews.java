// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;
import java.util.Set;

/**
 * What of a phone's view of the cases may be out of date. All sets are of case numbers.
 *
 * @param phone what it holds
 * @param ownersBefore under which ids its person owned cases when it synced last
 * @param stale cases that it holds and that may have changed
 * @param moved cases that it does not hold, and that changed, or that it dropped since it was told of them
 * @param awake cases that it holds and whose extensions it may lack
 */
record PhoneNews(Shadow phone, Set<String> ownersBefore, BitSet stale, BitSet moved, BitSet awake) {
    /**
     * Tells {@code awake} from the rest. An extension is on the phone with its host as long as both live. So what may be
     * lacking are extensions of cases that the phone holds although they were dead, and of those that hang, over any number
     * of extensions, below one that changed.
     */
    static PhoneNews of(Shadow phone, Set<String> ownersBefore, BitSet stale, BitSet moved) {
        BitSet awake = new BitSet();
        BitSet alive = Purge.kept(phone, ownersBefore);
        for (int place = alive.nextClearBit(0); place < phone.size(); place = alive.nextClearBit(place + 1)) {
            awake.set(phone.number(place));
        }
        awake.or(stale);
        boolean grows = !awake.isEmpty();
        while (grows) {
            grows = false;
            for (int place = 0; place < phone.size(); place++) {
                if (!awake.get(phone.number(place)) && extendsOne(phone, place, awake)) {
                    awake.set(phone.number(place));
                    grows = true;
                }
            }
        }
        awake.andNot(stale);
        return new PhoneNews(phone, ownersBefore, stale, moved, awake);
    }

    private static boolean extendsOne(Shadow phone, int place, BitSet hosts) {
        for (int link = phone.firstLink(place); link < phone.firstLink(place + 1); link++) {
            if (phone.isExtension(link) && hosts.get(phone.target(link))) {
                return true;
            }
        }
        return false;
    }
}

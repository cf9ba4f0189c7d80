// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Who gets a version before all do: everybody in the groups, everybody at the locations and below, and of all others so many of
 * a hundred. Whoever is among few percent is among more percent too.
 *
 * @param percent from 0 to 100
 */
public record Audience(int percent, Set<String> groupIds, Set<String> locationIds) {
    /** Finer than percents, so that small shares of small projects are fair. */
    private static final int PARTS = 10_000;

    public Audience {
        groupIds = Set.copyOf(groupIds);
        locationIds = Set.copyOf(locationIds);
    }

    /**
     * Whether somebody is one of them.
     *
     * @param rolloutId draws lots anew for each rollout, so that it is not always the same who try what is new
     */
    public boolean includes(String rolloutId, Recipient who) {
        return !Collections.disjoint(groupIds, who.groupIds())
                || !Collections.disjoint(locationIds, who.locationIds())
                || (!who.key().isEmpty() && lot(rolloutId, who.key()) < percent * (PARTS / 100));
    }

    /** Whether everybody who is in the other one is in this one too. */
    public boolean covers(Audience other) {
        return percent >= other.percent
                && (percent == 100 || groupIds.containsAll(other.groupIds))
                && (percent == 100 || locationIds.containsAll(other.locationIds));
    }

    /** The groups and locations that another one does not name. */
    public Audience without(Audience other) {
        Set<String> groups = new HashSet<>(groupIds);
        groups.removeAll(other.groupIds);
        Set<String> locations = new HashSet<>(locationIds);
        locations.removeAll(other.locationIds);
        return new Audience(percent, groups, locations);
    }

    /** Whether it means nobody. */
    public boolean isEmpty() {
        return percent == 0 && groupIds.isEmpty() && locationIds.isEmpty();
    }

    /** The same on every node and for ever: from 0 to {@link #PARTS}, spread evenly. */
    private static int lot(String rolloutId, String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((rolloutId + '\n' + key).getBytes(UTF_8));
            int word = (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
            return Integer.remainderUnsigned(word, PARTS);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}

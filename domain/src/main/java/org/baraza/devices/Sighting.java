// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a person's device since it was last written down.
 *
 * @param software what it said last that it runs
 * @param heartbeats the last one of each app
 */
record Sighting(
        Instant seenOn,
        @Nullable Instant submittedOn,
        @Nullable Instant syncedOn,
        @Nullable Instant heartbeatOn,
        Software software,
        Map<String, Beat> heartbeats) {

    /** A heartbeat and when it came. */
    record Beat(Heartbeat heartbeat, Instant receivedOn) {}

    /** What a device runs. */
    record Software(
            @Nullable String appId,
            @Nullable String buildId,
            @Nullable Integer appVersion,
            @Nullable String clientVersion) {
        static final Software UNKNOWN = new Software(null, null, null, null);

        /** With what another told that this one did not. */
        Software or(Software older) {
            return new Software(
                    appId == null ? older.appId : appId,
                    buildId == null ? older.buildId : buildId,
                    appVersion == null ? older.appVersion : appVersion,
                    clientVersion == null ? older.clientVersion : clientVersion);
        }
    }

    static Sighting submission(Instant now, Software software) {
        return new Sighting(now, now, null, null, software, Map.of());
    }

    static Sighting sync(Instant now) {
        return new Sighting(now, null, now, null, Software.UNKNOWN, Map.of());
    }

    static Sighting heartbeat(Instant now, Heartbeat beat) {
        Software software = new Software(beat.appId(), beat.buildId(), beat.appVersion(), beat.clientVersion());
        return new Sighting(now, null, null, now, software, Map.of(beat.appId(), new Beat(beat, now)));
    }

    /** What both tell; the later one is believed where they differ. */
    Sighting and(Sighting other) {
        boolean otherIsLater = !other.seenOn.isBefore(seenOn);
        Sighting later = otherIsLater ? other : this;
        Sighting earlier = otherIsLater ? this : other;
        Map<String, Beat> beats = new TreeMap<>(earlier.heartbeats);
        beats.putAll(later.heartbeats);
        return new Sighting(
                later.seenOn,
                latest(submittedOn, other.submittedOn),
                latest(syncedOn, other.syncedOn),
                latest(heartbeatOn, other.heartbeatOn),
                later.software.or(earlier.software),
                beats);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a phone asks for (device protocol: restore request).
 *
 * @param since restore_id of its last sync; null for a first sync
 * @param state fingerprint of what the phone holds, as it says it; null when it says nothing
 * @param userId whom the phone believes to be; null when it does not know yet
 * @param deviceId as the phone names itself
 * @param appId app or build whose data is wanted; null for all
 * @param countsItems whether the payload shall say how many elements it has
 * @param gzip whether the phone takes a compressed payload
 * @param wishes what else is asked for
 */
public record RestoreRequest(
        @Nullable String since,
        @Nullable String state,
        @Nullable String userId,
        @Nullable String deviceId,
        @Nullable String appId,
        boolean countsItems,
        boolean gzip,
        Set<Wish> wishes) {
    private static final String WEB_APPS = "WebAppsLogin";

    /** What a request may ask for beside cases. */
    public enum Wish {
        /** Nothing that was kept for this phone is to be used, and all fixtures are to come again. */
        EVERYTHING_ANEW,
        /** Fixtures stay as they are on the phone; a first sync has them all the same. */
        NO_FIXTURES,
        /** The phone understands that it must come back for a large payload. */
        MAY_BE_TOLD_TO_WAIT
    }

    public RestoreRequest {
        wishes = Set.copyOf(wishes);
    }

    public RestoreRequest(
            @Nullable String since,
            @Nullable String state,
            @Nullable String userId,
            @Nullable String deviceId,
            @Nullable String appId,
            boolean countsItems,
            boolean gzip) {
        this(since, state, userId, deviceId, appId, countsItems, gzip, Set.of());
    }

    boolean wants(Wish wish) {
        return wishes.contains(wish);
    }

    /** Whether the phone takes itself for somebody else's: it was hers before the name was given to another person. */
    boolean isOfAnother(String whose, String caller) {
        return userId != null && !userId.equals(whose) && !userId.equals(caller);
    }

    boolean isFirst() {
        return since == null;
    }

    /** The same for a payload that is kept: whole, counted and compressed. */
    RestoreRequest kept() {
        return new RestoreRequest(null, null, userId, deviceId, appId, true, true, wishes);
    }

    /** Whether a web server asks on behalf of a browser. It is told what changed even when it says a wrong state. */
    boolean isFromWebApps() {
        return deviceId != null && deviceId.startsWith(WEB_APPS);
    }
}

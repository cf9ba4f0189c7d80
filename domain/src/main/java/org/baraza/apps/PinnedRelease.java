// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Instant;
import java.util.Locale;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A version that is kept to some people: those at a location and below, or those whose phones have a language profile. They get it
 * instead of the latest release (releases: which build a device gets).
 *
 * @param placeId of the location or the profile
 * @param active whether anybody gets it by this
 */
public record PinnedRelease(
        String pinId,
        String appId,
        String buildId,
        int number,
        Kind kind,
        String placeId,
        boolean active,
        Instant madeAt,
        @Nullable Instant activatedAt,
        @Nullable Instant deactivatedAt) {
    static final String LIST = "pinned-releases";

    /** What it is kept to. */
    public enum Kind {
        LOCATION,
        PROFILE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Its place in the list, the newest first. */
    public String cursor() {
        return Cursor.of(LIST, madeAt, pinId);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that phones with a broken app or client do once, in the order of the numbers (device protocol: recovery
 * measures).
 *
 * @param number never given twice in a project
 * @param note why it is there, for people
 */
public record RecoveryMeasure(int number, Wish wish, String note, Instant createdOn) {

    /** What a phone does. */
    public enum Kind {
        APP_UPDATE,
        APP_REINSTALL_AND_UPDATE,
        APP_OFFLINE_REINSTALL_AND_UPDATE,
        CC_UPDATE,
        CC_REINSTALL;

        /** As phones read it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Which phones do what. A range has both ends or none, and both belong to it; one of the two ranges there must be.
     *
     * @param appMin builds from this number
     * @param appMax to this one
     * @param clientMin clients from this version
     * @param clientMax to this one
     */
    public record Wish(
            String appId,
            Kind kind,
            @Nullable Integer appMin,
            @Nullable Integer appMax,
            @Nullable String clientMin,
            @Nullable String clientMax) {}
}

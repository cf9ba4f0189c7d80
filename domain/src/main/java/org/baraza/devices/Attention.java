// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Why somebody should look after a device. */
public enum Attention {
    /** Forms lie on it that were not sent when it last reported. */
    UNSENT_FORMS,
    /** It keeps forms back that the server refused. */
    QUARANTINED_FORMS,
    /** Its clock is an hour off or more, and so are the times in its forms. */
    CLOCK_WRONG,
    /** It is in use, but did not sync for two weeks. */
    SYNC_OVERDUE,
    /** Nothing was heard of it for two weeks; after three months it counts as given up. */
    SILENT;

    static final Duration PATIENCE = Duration.ofDays(14);
    static final Duration GIVEN_UP = Duration.ofDays(90);

    /** The reasons that hold for a device now. */
    static Set<Attention> of(Device device, Instant now) {
        Set<Attention> reasons = EnumSet.noneOf(Attention.class);
        add(reasons, UNSENT_FORMS, device.unsentForms() > 0);
        add(reasons, QUARANTINED_FORMS, device.quarantinedForms() > 0);
        add(reasons, CLOCK_WRONG, device.driftHours() != null && device.driftHours() != 0);
        Instant patience = now.minus(PATIENCE);
        boolean heard = !device.seenOn().isBefore(patience);
        add(
                reasons,
                SYNC_OVERDUE,
                heard && device.lastSyncOn() != null && device.lastSyncOn().isBefore(patience));
        add(reasons, SILENT, !heard && !device.seenOn().isBefore(now.minus(GIVEN_UP)));
        return reasons;
    }

    private static void add(Set<Attention> reasons, Attention reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }
}

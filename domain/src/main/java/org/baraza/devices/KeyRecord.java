// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A key under which a person's phones keep what is on them (device protocol: key server). Phones name what they keep by
 * the id, so neither id nor key ever changes; only the end of its time moves on.
 *
 * @param number 1 for the first, higher for those that followed when one was compromised
 * @param key 256 bits
 */
record KeyRecord(int number, UUID id, byte[] key, Instant validFrom, Instant expiresOn, Instant madeOn) {
    static final Duration STEP = Duration.ofDays(30);

    static KeyRecord fresh(int number, byte[] key, Instant now) {
        return new KeyRecord(number, UUID.randomUUID(), key, now.minus(STEP), now.plus(STEP), now);
    }

    /** The same with an end that lies ahead, as many steps on as it takes. */
    KeyRecord current(Instant now) {
        if (expiresOn.isAfter(now)) {
            return this;
        }
        long steps = Duration.between(expiresOn, now).dividedBy(STEP) + 1;
        return new KeyRecord(number, id, key, validFrom, expiresOn.plus(STEP.multipliedBy(steps)), madeOn);
    }

    @Override
    public String toString() {
        return "KeyRecord[" + id + "]";
    }
}

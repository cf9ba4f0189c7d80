// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Comparator;

/** A person on a device; phones are shared, and people have several. */
record DeviceKey(String userId, String deviceId) implements Comparable<DeviceKey> {
    private static final Comparator<DeviceKey> ORDER =
            Comparator.comparing(DeviceKey::userId).thenComparing(DeviceKey::deviceId);

    @Override
    public int compareTo(DeviceKey other) {
        return ORDER.compare(this, other);
    }
}

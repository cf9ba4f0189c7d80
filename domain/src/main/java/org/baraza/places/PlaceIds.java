// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.UUID;

/** Ids of groups and locations look as those of CommCare HQ do: 32 hexadecimal digits. */
final class PlaceIds {
    private PlaceIds() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

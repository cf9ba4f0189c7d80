// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.UUID;

/** Ids of people look as those of CommCare HQ do: 32 hexadecimal digits. */
final class UserIds {
    private UserIds() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;

/**
 * The person whose phone is filled.
 *
 * @param username as typed at sign-in, without the project
 * @param registeredOn the day on which the account was made
 * @param userData what apps may know about her
 */
record Recipient(String userId, String username, LocalDate registeredOn, SortedMap<String, String> userData) {

    /** Ids under which she owns cases. */
    Set<String> ownerIds() {
        return Set.of(userId);
    }
}

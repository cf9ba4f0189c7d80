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
 * @param ownerIds ids under which she owns cases
 */
record Recipient(
        String userId,
        String username,
        LocalDate registeredOn,
        SortedMap<String, String> userData,
        Set<String> ownerIds) {}

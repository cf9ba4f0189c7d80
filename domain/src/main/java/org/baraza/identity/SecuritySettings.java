// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * How people may sign in to a project.
 *
 * @param digestAllowed whether HTTP Digest opens it, beside Basic
 * @param twoFactorRequired whether web users need a second factor
 * @param strongMobilePasswords whether the passwords of mobile workers must be as strong as those of web users
 * @param secureSessions whether sessions of its members end early
 * @param sessionMinutes after how long they end then; empty for half an hour
 * @param allowedAddresses the only addresses that web and API requests may come from; empty for any
 * @param deniedAddresses addresses that they may not come from in any case
 * @param joinRequestsAllowed whether people who are no members may ask to be let in
 */
public record SecuritySettings(
        boolean digestAllowed,
        boolean twoFactorRequired,
        boolean strongMobilePasswords,
        boolean secureSessions,
        Optional<Integer> sessionMinutes,
        AddressList allowedAddresses,
        AddressList deniedAddresses,
        boolean joinRequestsAllowed) {
    /** What holds where nobody said anything. */
    public static final SecuritySettings USUAL = new SecuritySettings(
            false, false, false, false, Optional.empty(), AddressList.EMPTY, AddressList.EMPTY, false);

    /** How long a secure session lives without being used, where nobody said how long. */
    static final Duration SECURE = Duration.ofMinutes(30);

    /** Whether web and API requests from that address are let in. */
    public boolean lets(String address) {
        return !deniedAddresses.contains(address) && (allowedAddresses.isEmpty() || allowedAddresses.contains(address));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import static java.util.Optional.empty;

import java.util.List;
import java.util.Optional;
import org.baraza.identity.SecurityWish;

/** What administrators want to be different about signing in, one thing at a time. */
public final class SecurityWishes {
    private SecurityWishes() {}

    public static SecurityWish twoFactor(boolean required) {
        return new SecurityWish(empty(), Optional.of(required), empty(), empty(), empty(), empty(), empty(), empty());
    }

    public static SecurityWish sessions(boolean secure, Optional<Integer> minutes) {
        return new SecurityWish(empty(), empty(), empty(), Optional.of(secure), minutes, empty(), empty(), empty());
    }

    public static SecurityWish networks(List<String> allowed, List<String> denied) {
        return new SecurityWish(
                empty(), empty(), empty(), empty(), empty(), Optional.of(allowed), Optional.of(denied), empty());
    }

    public static SecurityWish joinRequests(boolean allowed) {
        return new SecurityWish(empty(), empty(), empty(), empty(), empty(), empty(), empty(), Optional.of(allowed));
    }
}

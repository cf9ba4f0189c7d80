// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;

/**
 * A browser that somebody is signed in with, as she sees it.
 *
 * @param sessionId opens nothing
 * @param endsAt when it ends unless it is used
 * @param address from where it was opened; empty where that was not noted
 * @param agent how the browser called itself; empty where that was not noted
 * @param current whether it is the one that asks
 * @param singleSignOn whether an organisation vouched for her, in place of a password
 */
public record OwnSession(
        String sessionId,
        Instant openedAt,
        Instant lastSeenAt,
        Instant endsAt,
        String address,
        String agent,
        boolean current,
        boolean singleSignOn) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import org.baraza.identity.Actor;

/** Who is at a door, as far as it can be told. */
sealed interface Caller {

    record Known(Actor actor) implements Caller {}

    /** Nobody said who she is, or nobody could be found behind what she said. */
    record Stranger() implements Caller {}

    record LockedOut(Duration retryAfter) implements Caller {}

    record Deactivated() implements Caller {}

    record Deleted() implements Caller {}

    /** She knows her password, but must prove it again with a fresh nonce. */
    record Stale() implements Caller {}

    record Unreadable(String reason) implements Caller {}
}

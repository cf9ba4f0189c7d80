// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.baraza.oauth.Scope;
import org.baraza.tenancy.Project;

/** Who is at a door, as far as it can be told. */
sealed interface Caller {

    record Known(Actor actor, Arrival arrival) implements Caller {}

    /** Nobody said who she is, or nobody could be found behind what she said. */
    record Stranger() implements Caller {}

    record LockedOut(Duration retryAfter) implements Caller {}

    record Deactivated() implements Caller {}

    record Deleted() implements Caller {}

    /** She knows her password, but must prove it again with a fresh nonce of the project. */
    record Stale(Project project) implements Caller {}

    /** She knows her password, but must show a code of her phone too. */
    record CodeMissing() implements Caller {}

    /** She knows her password; the code is another, or it was used. */
    record CodeWrong() implements Caller {}

    /** The access token is over, was revoked, or never was. */
    record BadToken() implements Caller {}

    /** The access token is good, but not for this. */
    record OutOfScope(Scope needed) implements Caller {}

    /** Somebody signed with a key that services of HQ share. */
    record SharedKey() implements Caller {}

    record Unreadable(String reason) implements Caller {}
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.identity.credentials.LockOut;

/**
 * What signing in needs to know of a person.
 *
 * @param version raised by whatever must end what is remembered of her
 */
record Account(Actor actor, String passwordHash, int version, State state, LockOut lockOut) {

    /** Whether it opens anything. */
    enum State {
        OPEN,
        CLOSED,
        /** Its worker was deleted; it only tells her so. */
        DELETED
    }

    boolean active() {
        return state == State.OPEN;
    }

    String userId() {
        return actor.userId();
    }

    @Override
    public String toString() {
        return "Account[" + userId() + "]";
    }
}

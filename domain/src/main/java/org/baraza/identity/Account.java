// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.identity.credentials.LockOut;

/**
 * What signing in needs to know of a person.
 *
 * @param version raised by whatever must end what is remembered of her
 */
record Account(Actor actor, String passwordHash, int version, boolean active, LockOut lockOut) {
    String userId() {
        return actor.userId();
    }

    @Override
    public String toString() {
        return "Account[" + userId() + "]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Collection;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;

/**
 * Whom somebody knows of: everybody, or, where she may not see every location, those who work at hers or below. For the
 * capabilities that keep something about people; the project is the one in scope.
 */
public final class KnownPeople {
    private KnownPeople() {}

    public static boolean knows(Tx tx, ProjectAccess who, String userId) {
        return !among(tx, who, List.of(userId)).isEmpty();
    }

    /** Those of the people whom she knows of. */
    public static Collection<String> among(Tx tx, ProjectAccess who, Collection<String> userIds) {
        return ReachedPeopleStore.among(tx, who, userIds);
    }
}

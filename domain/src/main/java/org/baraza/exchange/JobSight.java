// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;

/**
 * Which jobs somebody sees.
 *
 * @param kinds those that she may start
 * @param personal those of which she sees only her own
 * @param userId who she is
 * @param asRole of a key with a role of its own: of her own only those that were asked for with that role
 */
record JobSight(Set<JobKind> kinds, Set<JobKind> personal, String userId, Optional<UUID> asRole) {
    static JobSight of(ProjectAccess who) {
        return new JobSight(
                JobKind.openTo(who), JobKind.personalTo(who), who.actor().userId(), role(who));
    }

    /** The role of the key in use; empty for people and for keys without one. */
    static Optional<UUID> role(ProjectAccess who) {
        return who.actor() instanceof Actor.WebUser user ? user.asRole() : Optional.empty();
    }
}

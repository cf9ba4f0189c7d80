// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import java.util.List;
import java.util.Optional;
import org.baraza.identity.Invitation;
import org.baraza.identity.Invitations;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Belongings;
import org.springframework.stereotype.Component;

/** Gives somebody who joins a project the places that she was invited to, as far as they are still there. */
@Component
public final class NewMember implements Invitations.Welcome {
    private final Belongings belongings;

    NewMember(Belongings belongings) {
        this.belongings = belongings;
    }

    @Override
    public void write(Tx tx, ProjectAccess onBehalf, String userId, Invitation invitation) {
        List<String> places = belongings.known(tx, onBehalf, invitation.assignedLocationIds());
        if (!places.isEmpty()) {
            String primary = places.contains(invitation.primaryLocationId()) ? invitation.primaryLocationId() : "";
            belongings.setOfMember(
                    tx,
                    onBehalf,
                    userId,
                    new Belongings.Wish(Optional.empty(), Optional.of(places), Optional.of(primary)));
        }
    }
}

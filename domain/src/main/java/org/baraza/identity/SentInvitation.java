// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;

/**
 * An invitation that was just made or sent again.
 *
 * @param path of the page that accepts it, shown this once to whoever must hand it over; empty where it is mailed
 */
public record SentInvitation(Invitation invitation, Optional<String> path) {
    @Override
    public String toString() {
        return "SentInvitation[" + invitation.invitationId() + "]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.UUID;

/** What somebody shows who was invited: all of it stands in the link. */
public record InvitationLink(String project, UUID invitationId, String secret) {
    @Override
    public String toString() {
        return "InvitationLink[" + invitationId + "]";
    }
}

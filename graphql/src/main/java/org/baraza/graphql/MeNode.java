// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.WebProfile;

/** Who is asking. */
record MeNode(WebUser actor, WebProfile profile) {
    public String userId() {
        return profile.userId();
    }

    public String username() {
        return profile.username();
    }

    public String firstName() {
        return profile.firstName();
    }

    public String lastName() {
        return profile.lastName();
    }

    public boolean canCreateProjects() {
        return profile.canCreateProjects();
    }
}

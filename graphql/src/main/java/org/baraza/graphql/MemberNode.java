// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.identity.WebMember;

/** A member of the project who signs in to the web. */
record MemberNode(WebMember person) implements UserNode {
    @Override
    public String userId() {
        return person.userId();
    }

    @Override
    public String username() {
        return person.username();
    }

    @Override
    public String displayName() {
        return person.displayName();
    }
}

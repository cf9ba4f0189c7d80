// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.List;
import java.util.Optional;
import org.baraza.identity.Invitation;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Member;
import org.baraza.identity.MemberChange;

/** What a row wants of a web user. */
sealed interface MemberPlan {

    /** Nothing that is not so already. */
    record Keep() implements MemberPlan {}

    /** To invite somebody who is no member. */
    record Invite(InvitationWish wish) implements MemberPlan {}

    /** To make another invitation of one that waits. */
    record Reinvite(Invitation before, InvitationWish wish) implements MemberPlan {}

    /** To take an invitation back. */
    record Uninvite(Invitation before) implements MemberPlan {}

    /**
     * To change a member.
     *
     * @param locationIds where she is to work, the first being primary; empty where that stays
     */
    record Change(Member before, List<MemberChange> changes, Optional<List<String>> locationIds) implements MemberPlan {
        public Change {
            changes = List.copyOf(changes);
        }
    }

    /** To take a member out of the project. */
    record Remove(Member before) implements MemberPlan {}
}

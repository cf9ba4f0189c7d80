// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.Optional;
import org.baraza.exchange.work.Effect;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Belongings;

/** Does what rows want of web users. */
record MemberDeeds(PeopleServices services, ProjectAccess who) {

    Effect take(Tx tx, MemberPlan plan) {
        return switch (plan) {
            case MemberPlan.Keep _ -> Effect.UNCHANGED;
            case MemberPlan.Invite(InvitationWish wish) -> {
                services.belongings().refuseUnknown(tx, who, wish.assignedLocationIds());
                services.invitations().invite(tx, who, wish);
                yield Effect.CREATED;
            }
            case MemberPlan.Reinvite(var before, InvitationWish wish) -> {
                services.belongings().refuseUnknown(tx, who, wish.assignedLocationIds());
                services.invitations().change(tx, who, before.invitationId(), wish);
                yield Effect.UPDATED;
            }
            case MemberPlan.Uninvite(var before) -> {
                services.invitations().cancel(tx, who, before.invitationId());
                yield Effect.DELETED;
            }
            case MemberPlan.Change change -> change(tx, change);
            case MemberPlan.Remove(var before) -> {
                services.members()
                        .remove(
                                tx,
                                who,
                                before.userId(),
                                (same, userId) -> services.belongings().clearMember(same, who, userId));
                yield Effect.DELETED;
            }
        };
    }

    private Effect change(Tx tx, MemberPlan.Change wanted) {
        var belonging = new Belongings.Wish(
                Optional.empty(),
                wanted.locationIds(),
                wanted.locationIds().map(ids -> ids.isEmpty() ? "" : ids.getFirst()));
        services.members()
                .edit(
                        tx,
                        who,
                        wanted.before().userId(),
                        wanted.changes(),
                        (same, userId) -> services.belongings().setOfMember(same, who, userId, belonging));
        return Effect.UPDATED;
    }
}

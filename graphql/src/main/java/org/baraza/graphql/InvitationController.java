// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.identity.Invitation;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Invitations;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.SentInvitation;
import org.baraza.paging.PageRequest;
import org.baraza.places.Belongings;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Invitations of web users. */
@Controller
final class InvitationController {
    private final Entrance entrance;
    private final Invitations invitations;
    private final Belongings belongings;

    InvitationController(Entrance entrance, Invitations invitations, Belongings belongings) {
        this.entrance = entrance;
        this.invitations = invitations;
        this.belongings = belongings;
    }

    /** One in the words of the schema. */
    record InvitationNode(Invitation invitation) {
        public String invitationId() {
            return invitation.invitationId().toString();
        }

        public String email() {
            return invitation.email();
        }

        public String role() {
            return invitation.roleName();
        }

        public String invitedBy() {
            return invitation.invitedByName();
        }

        public Instant invitedAt() {
            return invitation.invitedAt();
        }

        public Instant expiresAt() {
            return invitation.expiresAt();
        }

        public @Nullable Instant mailedAt() {
            return invitation.mailedAt().orElse(null);
        }

        public boolean mailFailed() {
            return invitation.mailFailed();
        }

        public List<String> locationIds() {
            return invitation.assignedLocationIds();
        }

        public @Nullable String primaryLocationId() {
            return invitation.primaryLocationId().isEmpty() ? null : invitation.primaryLocationId();
        }
    }

    /** Somebody to be invited. */
    record InviteInput(
            String project,
            String email,
            String role,
            List<String> locationIds,
            @Nullable String primaryLocationId) {
        InvitationWish wish() {
            return new InvitationWish(
                    email, role, primaryLocationId == null ? "" : primaryLocationId, locationIds, Map.of(), "");
        }
    }

    /** Which one. */
    record InvitationInput(String project, String invitationId) {}

    /** What came of it. */
    record InvitationPayload(
            @Nullable InvitationNode invitation, @Nullable String path, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "InvitationPayload";
        }
    }

    /** What came of it. */
    record CancelInvitationPayload(List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "invitations")
    Connection<InvitationNode> invitations(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> invitations.page(access, page)),
                page,
                Invitation::cursor,
                InvitationNode::new);
    }

    @MutationMapping
    InvitationPayload inviteWebUser(@Argument InviteInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    InvitationWish wish = input.wish();
                    belongings.refuseUnknown(access, wish.assignedLocationIds());
                    return invitations.invite(access, wish);
                },
                InvitationController::payload);
    }

    @MutationMapping
    InvitationPayload resendInvitation(@Argument InvitationInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> invitations.resend(access, id(input.invitationId)),
                InvitationController::payload);
    }

    @MutationMapping
    CancelInvitationPayload cancelInvitation(@Argument InvitationInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    invitations.cancel(access, id(input.invitationId));
                    return true;
                },
                (done, errors) -> new CancelInvitationPayload(errors));
    }

    private static InvitationPayload payload(@Nullable SentInvitation sent, List<UserError> errors) {
        return sent == null
                ? new InvitationPayload(null, null, errors)
                : new InvitationPayload(
                        new InvitationNode(sent.invitation()), sent.path().orElse(null), errors);
    }

    /** What is no id at all is an id of nothing. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}

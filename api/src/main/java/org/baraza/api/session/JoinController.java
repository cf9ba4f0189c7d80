// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.api.doors.SessionCookie;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Invitation;
import org.baraza.identity.InvitationLink;
import org.baraza.identity.Invitations;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Sessions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Accepting an invitation, for whoever holds its link. The secret comes in the body, so that it stands in no log. */
@RestController
final class JoinController {
    private final Invitations invitations;
    private final Belongings belongings;
    private final Sessions sessions;
    private final OpenSession open;

    JoinController(Invitations invitations, Belongings belongings, Sessions sessions, OpenSession open) {
        this.invitations = invitations;
        this.belongings = belongings;
        this.sessions = sessions;
        this.open = open;
    }

    /** What stands in the link, and for somebody without an account what it takes to make one. */
    record JoinForm(
            @Nullable String project,
            @Nullable String invitation,
            @Nullable String secret,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password) {
        InvitationLink link() {
            return new InvitationLink(text(project), id(text(invitation)), text(secret));
        }

        NewWebUser newUser() {
            return new NewWebUser("", text(password), text(firstName), text(lastName), false);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException noId) {
                return new UUID(0, 0);
            }
        }

        @Override
        public String toString() {
            return "JoinForm";
        }
    }

    @PostMapping(path = "/session/invitation", consumes = MediaType.APPLICATION_JSON_VALUE)
    void look(@RequestBody JoinForm form, HttpServletResponse response) throws IOException {
        Invitations.Opened opened = invitations.open(form.link());
        Answer.json(
                        HttpStatus.OK,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("project", opened.projectName())
                                .put("projectTitle", opened.projectTitle())
                                .put("email", opened.invitation().email())
                                .put("role", opened.invitation().roleName())
                                .put("invitedBy", opened.invitation().invitedByName())
                                .put("hasAccount", opened.hasAccount()))
                .send(response);
    }

    /** Whoever is signed in joins as she is; anybody else makes an account. */
    @PostMapping(path = "/session/invitation/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    void accept(@RequestBody JoinForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> token = SessionCookie.in(request);
        Optional<WebUser> holder = token.flatMap(sessions::holder);
        if (holder.isPresent()) {
            invitations.accept(holder.get(), form.link(), this::welcome);
            open.profile(holder.get(), token.orElseThrow()).send(response);
            return;
        }
        if (invitations.open(form.link()).hasAccount()) {
            throw new Refused(new Problem.Conflict("SIGN_IN_FIRST", "Sign in with the invited address first."));
        }
        open.send(invitations.acceptAnew(form.link(), form.newUser(), this::welcome), request, response);
    }

    /** Where she works, as far as the locations are still there. */
    private void welcome(Tx tx, ProjectAccess onBehalf, String userId, Invitation invitation) {
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

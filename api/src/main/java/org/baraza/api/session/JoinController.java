// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.baraza.api.doors.SessionCookie;
import org.baraza.api.problems.Answer;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.Way;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.InvitationLink;
import org.baraza.identity.Invitations;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.Sessions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accepting an invitation, for whoever holds its link. The secret comes in the body, so that it stands in no log. */
@RestController
final class JoinController {
    private final Invitations invitations;
    private final NewMember welcome;
    private final Sessions sessions;
    private final OpenSession open;
    private final SingleSignOn signOn;

    JoinController(
            Invitations invitations, NewMember welcome, Sessions sessions, OpenSession open, SingleSignOn signOn) {
        this.invitations = invitations;
        this.welcome = welcome;
        this.sessions = sessions;
        this.open = open;
        this.signOn = signOn;
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
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("project", opened.projectName())
                .put("projectTitle", opened.projectTitle())
                .put("email", opened.invitation().email())
                .put("role", opened.invitation().roleName())
                .put("invitedBy", opened.invitation().invitedByName())
                .put("hasAccount", opened.hasAccount());
        if (signOn.way(opened.invitation().email()) instanceof Way.Provider provider) {
            json.put("provider", provider.name()).put("signInPath", provider.path());
        }
        Answer.json(HttpStatus.OK, json).send(response);
    }

    /** Whoever is signed in joins as she is; anybody else makes an account. */
    @PostMapping(path = "/session/invitation/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    void accept(@RequestBody JoinForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> token = SessionCookie.in(request);
        Optional<WebUser> holder = token.flatMap(sessions::holder);
        if (holder.isPresent()) {
            invitations.accept(holder.get(), form.link(), welcome);
            open.profile(holder.get(), token.orElseThrow()).send(response);
            return;
        }
        Invitations.Opened opened = invitations.open(form.link());
        if (opened.hasAccount()) {
            throw new Refused(new Problem.Conflict("SIGN_IN_FIRST", "Sign in with the invited address first."));
        }
        if (signOn.way(opened.invitation().email()) instanceof Way.Provider) {
            throw new Refused(new Problem.Conflict(
                    "SSO_REQUIRED", "People with this address sign in with the single sign-on of their organisation."));
        }
        open.send(invitations.acceptAnew(form.link(), form.newUser(), welcome), request, response);
    }
}

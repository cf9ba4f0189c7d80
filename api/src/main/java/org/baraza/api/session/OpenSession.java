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
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Sessions;
import org.baraza.identity.TwoFactor;
import org.baraza.identity.WebUsers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Opens a session for somebody who proved who she is, and tells her browser about her. */
@Component
final class OpenSession {
    private final Sessions sessions;
    private final WebUsers users;
    private final TwoFactor twoFactor;
    private final SingleSignOn signOn;

    OpenSession(Sessions sessions, WebUsers users, TwoFactor twoFactor, SingleSignOn signOn) {
        this.signOn = signOn;
        this.sessions = sessions;
        this.users = users;
        this.twoFactor = twoFactor;
    }

    void send(WebUser user, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = sessions.open(user, request.getRemoteAddr(), agent(request));
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.set(request, token));
        profile(user, token).send(response);
    }

    /** How the browser calls itself; empty when it does not. */
    private static String agent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    }

    /**
     * Who she is, after how long without use her session ends, which projects wait for a second factor, and who vouched for
     * her, with the address that ends her session there too.
     */
    Answer profile(WebUser user, String token) {
        var profile = users.profile(user.userId()).orElseThrow();
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("userId", profile.userId())
                .put("username", profile.username())
                .put("firstName", profile.firstName())
                .put("lastName", profile.lastName())
                .put("twoFactor", twoFactor.isOn(user.userId()))
                .put("idleSeconds", sessions.idle(token).orElse(Sessions.IDLE).toSeconds());
        var waiting = json.putArray("twoFactorWantedBy");
        Optional<UUID> provider = sessions.opened(token).flatMap(Sessions.Opened::provider);
        if (provider.isEmpty()) {
            twoFactor.wantedBy(user).forEach(waiting::add);
        }
        provider.flatMap(known -> signOn.ofSession(known, user))
                .ifPresent(known -> json.put("provider", known.name())
                        .put("signOutPath", "/sso/" + known.slug() + "/oidc/logout/"));
        return Answer.json(HttpStatus.OK, json);
    }
}

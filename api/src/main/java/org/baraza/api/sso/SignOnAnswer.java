// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.api.doors.SessionCookie;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.Vouched;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Invitations;
import org.baraza.identity.Sessions;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What follows when a provider answered: a session, or a page that says in plain words why not. */
final class SignOnAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(SignOnAnswer.class);
    private static final String REFUSED_PAGE = "/app/sso/refused";

    private final SingleSignOn signOn;
    private final Sessions sessions;
    private final Invitations.Welcome welcome;

    SignOnAnswer(SingleSignOn signOn, Sessions sessions, Invitations.Welcome welcome) {
        this.signOn = signOn;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    /** The provider vouched for somebody. */
    void vouched(HttpServletRequest request, HttpServletResponse response, Authentication answer) throws IOException {
        Optional<IdentityProvider> provider =
                SignOnPath.of(request).map(SignOnPath::slug).flatMap(signOn::provider);
        if (provider.isEmpty() || !(answer.getPrincipal() instanceof OidcUser person)) {
            refuse(request, response, SingleSignOn.PROVIDER_OFF);
            return;
        }
        try {
            WebUser user = signOn.settle(provider.get(), vouched(person), welcome, request.getRemoteAddr());
            String token = sessions.open(
                    user,
                    request.getRemoteAddr(),
                    Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                            .orElse(""),
                    Optional.of(provider.get().providerId()));
            response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.set(request, token));
            go(response, "/app/" + next(request));
        } catch (Refused refused) {
            refuse(request, response, refused.problem().code());
        }
    }

    private static Vouched vouched(OidcUser person) {
        return new Vouched(
                text(person.getEmail()),
                Boolean.TRUE.equals(person.getEmailVerified()),
                text(person.getGivenName()),
                text(person.getFamilyName()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The web client looks at it before it goes there, as it does after other sign-ins. */
    private static String next(HttpServletRequest request) {
        return request.getAttribute(OngoingSignOn.NEXT) instanceof String next
                ? "signin?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)
                : "";
    }

    /** The provider said no, or said something that cannot be trusted. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "unknown";
        refuse(request, response, code.equals("access_denied") ? "ACCESS_DENIED" : "ANSWER_REFUSED", code);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        refuse(request, response, why, why);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why, String cause)
            throws IOException {
        LOG.atInfo()
                .addKeyValue(
                        "provider", SignOnPath.of(request).map(SignOnPath::slug).orElse(""))
                .addKeyValue("why", why)
                .addKeyValue("cause", cause)
                .log("sso.refused");
        go(response, REFUSED_PAGE + "?why=" + URLEncoder.encode(why, StandardCharsets.UTF_8));
    }

    static void go(HttpServletResponse response, String place) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, place);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.doors.SessionCookie;
import org.baraza.api.problems.ProblemJson;
import org.baraza.identity.Sessions;
import org.baraza.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** What is left of the addresses below {@code /sso/}: signing out, and providers that cannot be asked now. */
final class SignOnEnd extends OncePerRequestFilter {
    private static final String AFTER = "/app/signin";

    private final Registrations registrations;
    private final Sessions sessions;
    private final SignOnAnswer answer;
    private final String home;

    /** @param home address at which others reach this server; empty for that of each request */
    SignOnEnd(Registrations registrations, Sessions sessions, SignOnAnswer answer, String home) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.answer = answer;
        this.home = home;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<SignOnPath> path =
                SignOnPath.of(request).filter(_ -> request.getMethod().equals("GET"));
        if (path.isEmpty()) {
            ProblemJson.of(new Problem.NotFound("page")).send(response);
            return;
        }
        switch (path.get().step()) {
            case LOGOUT -> signOut(path.get().slug(), request, response);
            case LOGIN -> answer.refuse(request, response, "PROVIDER_UNREACHABLE");
            case AUTH -> answer.refuse(request, response, "ANSWER_REFUSED");
        }
    }

    /** Ends the session here, and leads to where the provider ends its own (OpenID Connect RP-Initiated Logout). */
    private void signOut(String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SessionCookie.in(request)
                .ifPresent(token -> sessions.holder(token)
                        .ifPresent(holder -> sessions.close(token, holder, request.getRemoteAddr())));
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.clear(request));
        SignOnAnswer.go(
                response,
                registrations.find(slug).flatMap(found -> end(found, request)).orElse(AFTER));
    }

    private Optional<String> end(ClientRegistration provider, HttpServletRequest request) {
        return Optional.ofNullable(
                        provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(Object::toString)
                .map(address -> UriComponentsBuilder.fromUriString(address)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(provider.getClientId(), here(request) + AFTER)
                        .toUriString());
    }

    private String here(HttpServletRequest request) {
        return home.isEmpty()
                ? UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                        .replacePath("")
                        .build()
                        .toUriString()
                : home;
    }
}

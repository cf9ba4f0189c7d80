// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.doors.SessionCookie;
import org.baraza.identity.Sessions;
import org.baraza.oauth.Grants;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever is signed in to the web client may be asked. Only a session counts: a password or a key is not a person. */
final class SignedInFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Grants grants;

    SignedInFilter(Sessions sessions, Grants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.AUTHORIZE.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        grantor(request).ifPresent(grantor -> SecurityContextHolder.setContext(new SecurityContextImpl(grantor)));
        chain.doFilter(request, response);
    }

    private Optional<Grantor> grantor(HttpServletRequest request) {
        return SessionCookie.in(request)
                .flatMap(token -> sessions.opened(token)
                        .flatMap(opened -> grants.standing(opened.user().userId())
                                .map(standing ->
                                        new Grantor(standing.user().userId(), standing.version(), opened.at()))));
    }
}

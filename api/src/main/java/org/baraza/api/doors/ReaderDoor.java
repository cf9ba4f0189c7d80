// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.identity.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets web users read pages for developers; whoever is not signed in is sent to where she can sign in. */
@Component
public final class ReaderDoor extends OncePerRequestFilter {
    private static final String SIGN_IN = "/app/";

    private final Callers callers;

    ReaderDoor(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (callers.anywhere(request) instanceof Caller.Known(Actor.WebUser user, var arrival)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(new ActorToken(user, arrival)));
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", SIGN_IN);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the programs of web users in to what tells them about their account, outside any project. */
@Component
public final class AccountDoor extends OncePerRequestFilter {
    private static final String DOMAINS = "/user_domains";

    static final String[] PATHS = {
        "/api/identity/v1", "/api/identity/v1/", "/api/v0.5/identity", "/api/v0.5/identity/",
        "/api/user_domains/v1", "/api/user_domains/v1/", "/api/v0.5/user_domains", "/api/v0.5/user_domains/"
    };

    private final Callers callers;
    private final Challenges challenges;

    AccountDoor(Callers callers, Challenges challenges) {
        this.challenges = challenges;
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CrossOrigin.allow(response);
        if (request.getMethod().equals("OPTIONS")) {
            CrossOrigin.preflight().send(response);
            return;
        }
        switch (callers.withoutSession(request)) {
            case Caller.Known(Actor.WebUser user, var arrival) -> {
                SecurityContextHolder.setContext(new SecurityContextImpl(new ActorToken(user, arrival)));
                chain.doFilter(request, response);
            }
            case Caller.Known(Actor.MobileWorker _, var _) ->
                Turned.webUsersOnly().send(response);
            case Caller.Stranger _, Caller.Deactivated _, Caller.Deleted _ ->
                stranger(request).send(response);
            case Caller.Stale(var project) ->
                challenges.stale(project, Family.RESOURCE).send(response);
            case Caller.CodeMissing _ -> Turned.codeMissing().send(response);
            case Caller.CodeWrong _ -> Turned.codeWrong().send(response);
            case Caller.LockedOut(var retryAfter) ->
                Turned.lockedOut(retryAfter).send(response);
            case Caller.BadToken _ -> Turned.badToken(Family.RESOURCE).send(response);
            case Caller.OutOfScope(var needed) ->
                Turned.outOfScope(Family.RESOURCE, needed).send(response);
            case Caller.SharedKey _ -> Turned.sharedKey(Family.RESOURCE).send(response);
            case Caller.Unreadable(var reason) -> Turned.unreadable(reason).send(response);
        }
    }

    private static Answer stranger(HttpServletRequest request) {
        return request.getServletPath().contains(DOMAINS)
                ? Turned.strangerInWords()
                : Turned.stranger(Family.RESOURCE, Challenges.BASIC);
    }
}

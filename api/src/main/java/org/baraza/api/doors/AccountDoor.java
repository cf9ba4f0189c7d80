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

/**
 * Lets the programs of web users in to what tells them about their account, outside any project; and phones, also of workers, to
 * what they may install.
 */
@Component
public final class AccountDoor extends OncePerRequestFilter {
    private static final String DOMAINS = "/user_domains";
    /** Below it is what phones ask for. */
    static final String PHONE = "/phone/";

    static final String[] PATHS = {
        "/api/identity/v1", "/api/identity/v1/", "/api/v0.5/identity", "/api/v0.5/identity/",
        "/api/user_domains/v1", "/api/user_domains/v1/", "/api/v0.5/user_domains", "/api/v0.5/user_domains/",
        "/phone/list_apps", "/phone/list_apps/"
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
        Family family = request.getServletPath().startsWith(PHONE) ? Family.DEVICE : Family.RESOURCE;
        if (family.isForPrograms()) {
            CrossOrigin.allow(response);
            if (request.getMethod().equals("OPTIONS")) {
                CrossOrigin.preflight().send(response);
                return;
            }
        }
        switch (callers.withoutSession(request, family)) {
            case Caller.Known(Actor.MobileWorker _, var _)
            when !family.takesWorkers() -> Turned.webUsersOnly().send(response);
            case Caller.Known(var actor, var arrival) -> {
                SecurityContextHolder.setContext(new SecurityContextImpl(new ActorToken(actor, arrival)));
                chain.doFilter(request, response);
            }
            case Caller.Deactivated _
            when !family.isForPrograms() -> Turned.deactivated().send(response);
            case Caller.Deleted _
            when !family.isForPrograms() -> Turned.deleted().send(response);
            case Caller.Stranger _, Caller.Deactivated _, Caller.Deleted _ ->
                stranger(request, family).send(response);
            case Caller.Stale(var project) -> challenges.stale(project, family).send(response);
            case Caller.CodeMissing _ -> Turned.codeMissing().send(response);
            case Caller.CodeWrong _ -> Turned.codeWrong().send(response);
            case Caller.LockedOut(var retryAfter) ->
                Turned.lockedOut(retryAfter).send(response);
            case Caller.BadToken _ -> Turned.badToken(family).send(response);
            case Caller.OutOfScope(var needed) ->
                Turned.outOfScope(family, needed).send(response);
            case Caller.SharedKey _ -> Turned.sharedKey(family).send(response);
            case Caller.Unreadable(var reason) ->
                Turned.unreadable(family, reason).send(response);
        }
    }

    private static Answer stranger(HttpServletRequest request, Family family) {
        return request.getServletPath().contains(DOMAINS)
                ? Turned.strangerInWords()
                : Turned.stranger(family, Challenges.BASIC);
    }
}

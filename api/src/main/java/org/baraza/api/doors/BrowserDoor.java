// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.baraza.identity.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets web users in to what belongs to no single project. Mobile workers stay with their phones for now. */
@Component
public final class BrowserDoor extends OncePerRequestFilter {
    private final Callers callers;

    BrowserDoor(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (callers.anywhere(request)) {
            case Caller.Known(Actor.WebUser user, var arrival) -> {
                SecurityContextHolder.setContext(new SecurityContextImpl(new ActorToken(user, arrival)));
                chain.doFilter(request, response);
            }
            case Caller.Known(Actor.MobileWorker _, var _) ->
                OwnAnswers.webUsersOnly().send(response);
            case Caller.Stranger _, Caller.Deactivated _, Caller.Deleted _, Caller.Stale _ ->
                stranger().send(response);
            case Caller.CodeMissing _ -> OwnAnswers.codeMissing().send(response);
            case Caller.CodeWrong _ -> OwnAnswers.codeWrong().send(response);
            case Caller.LockedOut(var retryAfter) ->
                OwnAnswers.lockedOut(retryAfter).send(response);
            case Caller.BadToken _ ->
                stranger()
                        .with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_TOKEN)
                        .send(response);
            case Caller.OutOfScope(var needed) -> OwnAnswers.outOfScope(needed).send(response);
            case Caller.SharedKey _ -> OwnAnswers.sharedKey().send(response);
            case Caller.Unreadable _ -> OwnAnswers.unreadable().send(response);
        }
    }

    /** Without a challenge: a browser would open a window of its own. */
    private static Answer stranger() {
        return ProblemJson.of(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "Sign in first.");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.baraza.identity.Channel;
import org.baraza.identity.EntryRules;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Problem;
import org.baraza.tenancy.Errand;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets web users and their programs in to our own REST API. Who is no member of a project hears of it what is said of one
 * that does not exist.
 */
@Component
public final class ApiDoor extends OncePerRequestFilter {
    private final Callers callers;
    private final Access access;
    private final EntryRules rules;
    private final Trail trail;
    private final Projects projects;

    ApiDoor(Callers callers, Access access, EntryRules rules, Trail trail, Projects projects) {
        this.projects = projects;
        this.trail = trail;
        this.callers = callers;
        this.access = access;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CrossOrigin.allowOurs(response);
        if (request.getMethod().equals("OPTIONS")) {
            CrossOrigin.preflight().send(response);
            return;
        }
        switch (callers.anywhere(request)) {
            case Caller.Known(Actor.WebUser user, var arrival) -> enter(user, arrival, request, response, chain);
            case Caller.Known(Actor.MobileWorker _, var _) ->
                OwnAnswers.webUsersOnly().send(response);
            case Caller.Stranger _, Caller.Deactivated _, Caller.Deleted _, Caller.Stale _ ->
                stranger(request).send(response);
            case Caller.CodeMissing _ -> OwnAnswers.codeMissing().send(response);
            case Caller.CodeWrong _ -> OwnAnswers.codeWrong().send(response);
            case Caller.LockedOut(var retryAfter) ->
                OwnAnswers.lockedOut(retryAfter).send(response);
            case Caller.BadToken _ ->
                ProblemJson.of(HttpStatus.UNAUTHORIZED, "TOKEN_INVALID", "The access token is over, or never was.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_TOKEN)
                        .send(response);
            case Caller.OutOfScope(var needed) -> OwnAnswers.outOfScope(needed).send(response);
            case Caller.SharedKey _ -> OwnAnswers.sharedKey().send(response);
            case Caller.Unreadable _ -> OwnAnswers.unreadable().send(response);
        }
    }

    /** A browser with a session that is over must not open a window of its own. */
    private static Answer stranger(HttpServletRequest request) {
        Answer answer = ProblemJson.of(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "Sign in first.");
        return SessionCookie.in(request).isPresent()
                ? answer
                : answer.with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BASIC);
    }

    private void enter(
            Actor.WebUser user,
            Arrival arrival,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(new SecurityContextImpl(new ActorToken(user, arrival)));
        Optional<ApiPath> path = ApiPath.of(request.getServletPath());
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ProjectAccess> member =
                access.to(user, path.get().project()).map(found -> found.by(Channel.of(arrival)));
        if (member.isEmpty()) {
            ProblemJson.of(new Problem.NotFound("project")).send(response);
            return;
        }
        Optional<Problem.Barred> barred = rules.refusal(member.get(), arrival);
        if (barred.isPresent()) {
            ProblemJson.of(barred.get()).send(response);
            trail.note(request, member.get(), arrival, response.getStatus());
            return;
        }
        Optional<Switch> stopped =
                projects.stopping(member.get().projectName(), arrival.inBrowser() ? Errand.ANY : Errand.PROGRAM);
        if (stopped.isPresent()) {
            OwnAnswers.switchedOff(stopped.get()).send(response);
            trail.note(request, member.get(), arrival, response.getStatus());
            return;
        }
        RequestAccess.put(request, member.get());
        try {
            ProjectScope.<Boolean, Exception>in(member.get().project(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            trail.note(request, member.get(), arrival, response.getStatus());
        }
    }
}

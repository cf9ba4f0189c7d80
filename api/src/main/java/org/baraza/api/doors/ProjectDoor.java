// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.baraza.identity.Channel;
import org.baraza.identity.EntryRules;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Problem;
import org.baraza.tenancy.Errand;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a caller into the project of the path, and binds that project for as long as the request is handled on this
 * thread. For a caller who was here a moment ago this costs microseconds and no SQL.
 */
@Component
public final class ProjectDoor extends OncePerRequestFilter {
    private final Projects projects;
    private final Access access;
    private final Callers callers;
    private final Challenges challenges;
    private final EntryRules rules;
    private final Trail trail;

    ProjectDoor(
            Projects projects, Access access, Callers callers, Challenges challenges, EntryRules rules, Trail trail) {
        this.trail = trail;
        this.challenges = challenges;
        this.rules = rules;
        this.projects = projects;
        this.access = access;
        this.callers = callers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ProjectPath.of(request.getServletPath()).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProjectPath path = ProjectPath.of(request.getServletPath()).orElseThrow();
        Family family = Family.of(path.rest());
        if (family.isForPrograms()) {
            CrossOrigin.allow(response);
            if (request.getMethod().equals("OPTIONS")) {
                CrossOrigin.preflight().send(response);
                return;
            }
        }
        Optional<Project> project = projects.byName(path.project());
        if (project.isEmpty()) {
            Turned.noProject(path.project(), path.rest()).send(response);
            return;
        }
        Optional<Switch> stopped = project.get().stopping(Errand.ANY);
        if (stopped.isPresent()) {
            Turned.switchedOff(stopped.get()).send(response);
            return;
        }
        Optional<Answer> unknownType = AuthType.refusal(request, path, family);
        if (unknownType.isPresent()) {
            unknownType.get().send(response);
            return;
        }
        if (Unsigned.is(request, path, family)) {
            unsigned(project.get(), family, new Passage(request, response, chain));
            return;
        }
        Passage passage = new Passage(family.keyPlace().peeked(request), response, chain);
        switch (callers.at(project.get(), passage.request, family)) {
            case Caller.Known known -> enter(project.get(), family, known, passage);
            case Caller.Stranger _ ->
                (AuthType.isDigest(request, path, family)
                                ? challenges.byDigest(project.get(), family)
                                : challenges.stranger(project.get(), family))
                        .send(response);
            case Caller.Stale _ -> challenges.stale(project.get(), family).send(response);
            case Caller.CodeMissing _ -> Turned.codeMissing().send(response);
            case Caller.CodeWrong _ -> Turned.codeWrong().send(response);
            case Caller.LockedOut(var retryAfter) ->
                Turned.lockedOut(retryAfter).send(response);
            case Caller.Deactivated _ ->
                (family.isForPrograms() ? challenges.stranger(project.get(), family) : Turned.deactivated())
                        .send(response);
            case Caller.Deleted _ ->
                (family.isForPrograms() ? challenges.stranger(project.get(), family) : Turned.deleted()).send(response);
            case Caller.BadToken _ -> Turned.badToken(family).send(response);
            case Caller.OutOfScope(var needed) ->
                Turned.outOfScope(family, needed).send(response);
            case Caller.SharedKey _ -> Turned.sharedKey(family).send(response);
            case Caller.Unreadable(var reason) ->
                Turned.unreadable(family, reason).send(response);
        }
    }

    private void enter(Project project, Family family, Caller.Known known, Passage passage)
            throws ServletException, IOException {
        Optional<ProjectAccess> member =
                access.to(known.actor(), project).map(found -> found.by(Channel.of(known.arrival())));
        if (member.isEmpty()) {
            Turned.notAMember(family).send(passage.response);
            return;
        }
        // Phones are wherever they are, and know nothing of codes.
        Optional<Problem.Barred> barred = family.isForPrograms()
                ? rules.refusal(member.get(), known.arrival())
                : rules.distrust(member.get(), known.arrival());
        Optional<Switch> stopped =
                project.stopping(family.errand(known.arrival().inBrowser()));
        if (barred.isPresent()) {
            Turned.barred(barred.get()).send(passage.response);
        } else if (known.actor() instanceof Actor.MobileWorker && !family.takesWorkers()) {
            Turned.webUsersOnly().send(passage.response);
        } else if (stopped.isPresent()) {
            Turned.switchedOff(stopped.get()).send(passage.response);
        } else {
            try {
                passage.through(member.get(), known.arrival());
            } finally {
                note(family, member.get(), known, passage);
            }
            return;
        }
        note(family, member.get(), known, passage);
    }

    private static void unsigned(Project project, Family family, Passage passage) throws ServletException, IOException {
        Optional<Switch> stopped = project.stopping(family.errand(false));
        if (stopped.isPresent()) {
            Turned.switchedOff(stopped.get()).send(passage.response);
        } else {
            passage.unsigned(project.id());
        }
    }

    /** Forms and syncs of phones are their own books. */
    private void note(Family family, ProjectAccess member, Caller.Known known, Passage passage) {
        if (family.isForPrograms()) {
            trail.note(passage.request, member, known.arrival(), passage.response.getStatus());
        }
    }

    private record Passage(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        void through(ProjectAccess access, Arrival arrival) throws ServletException, IOException {
            RequestAccess.put(request, access);
            proceed(access.project(), new ActorToken(access.actor(), arrival));
        }

        void unsigned(ProjectId project) throws ServletException, IOException {
            proceed(project, new Unsigned());
        }

        private void proceed(ProjectId project, Authentication who) throws ServletException, IOException {
            SecurityContextHolder.setContext(new SecurityContextImpl(who));
            try {
                ProjectScope.<Boolean, Exception>in(project, () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (ServletException | IOException | RuntimeException failure) {
                throw failure;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Optional;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.Channel;
import org.baraza.identity.EntryRules;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Errand;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The only way into a project: who is asking is known and is a member. */
@Component
final class Entrance {
    private final Access access;
    private final EntryRules rules;
    private final Visits visits;
    private final Projects projects;

    Entrance(Access access, EntryRules rules, Visits visits, Projects projects) {
        this.projects = projects;
        this.visits = visits;
        this.access = access;
        this.rules = rules;
    }

    /** How the caller came in. */
    Arrival arrival() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof Arrival arrival) {
            return arrival;
        }
        throw new NotSignedIn();
    }

    /** Who is asking, and it is herself: programs do nothing about an account. */
    WebUser person() {
        if (!arrival().inPerson()) {
            throw new Refused(new Problem.Forbidden("session"));
        }
        return actor();
    }

    /** Who is asking; mobile workers have no business here. */
    WebUser actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (!(principal instanceof Actor actor)) {
            throw new NotSignedIn();
        }
        return switch (actor) {
            case WebUser user -> user;
            case Actor.MobileWorker worker -> throw new Refused(new Problem.Forbidden("web_user"));
        };
    }

    /** Empty when there is no such project or the caller is not a member. */
    Optional<ProjectAccess> find(String projectName) {
        return access.to(actor(), projectName).map(this::admitted);
    }

    /** A member who is where her project lets her in from, and showed what it asks for. */
    private ProjectAccess admitted(ProjectAccess member) {
        rules.refusal(member, arrival()).ifPresent(why -> {
            throw new Refused(why);
        });
        projects.stopping(member.projectName(), arrival().inBrowser() ? Errand.ANY : Errand.PROGRAM)
                .map(Entrance::stopped)
                .ifPresent(why -> {
                    throw new Refused(why);
                });
        visits.entered(member);
        return member.by(Channel.of(arrival()));
    }

    /** What is said where whoever runs the server switched something off. */
    private static Problem stopped(Switch which) {
        return switch (which) {
            case API_OFF -> new Problem.Barred("API_OFF", Projects.API_OFF);
            case SUBMISSIONS_OFF, FROZEN -> new Problem.Unavailable(Projects.THAW);
        };
    }

    /** As {@link #find(Project)}, and empty too where she is not let in now. */
    Optional<ProjectAccess> listed(Project project) {
        return access.to(actor(), project)
                .filter(member -> rules.refusal(member, arrival()).isEmpty())
                .map(member -> member.by(Channel.of(arrival())));
    }

    /** As {@link #find(String)}, for a project that was read already. */
    Optional<ProjectAccess> find(Project project) {
        return access.to(actor(), project).map(this::admitted);
    }

    ProjectAccess enter(String projectName) {
        return find(projectName).orElseThrow(() -> new Refused(new Problem.NotFound("project")));
    }

    /** Whether somebody who was let in still may be there. */
    Optional<ProjectAccess> again(ProjectAccess before) {
        return access.to(before.actor(), before.projectName());
    }

    /** The one project that the caller's key opens, if it is limited. */
    Optional<ProjectId> onlyProject() {
        return actor().onlyProject();
    }
}

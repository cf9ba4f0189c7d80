// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.stream.Stream;
import org.baraza.tenancy.Errand;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/** The projects that somebody can enter now, for what is asked outside any of them. */
public final class OpenProjects {
    private final Memberships memberships;
    private final Projects projects;
    private final Access access;
    private final EntryRules rules;

    public OpenProjects(Memberships memberships, Projects projects, Access access, EntryRules rules) {
        this.memberships = memberships;
        this.projects = projects;
        this.access = access;
        this.rules = rules;
    }

    /** Those that let her in with a phone, which is wherever it is and knows nothing of codes; by name. */
    public List<ProjectAccess> onPhone(Actor who, Arrival arrival) {
        return named(who)
                .filter(project -> project.stopping(Errand.ANY).isEmpty())
                .flatMap(project -> access.to(who, project).stream())
                .filter(open -> rules.distrust(open, arrival).isEmpty())
                .toList();
    }

    private Stream<Project> named(Actor who) {
        return switch (who) {
            case Actor.WebUser user ->
                memberships.of(user).stream().flatMap(member -> projects.byName(member.projectName()).stream());
            case Actor.MobileWorker worker -> projects.byId(worker.project()).stream();
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.oauth.Application.Bond;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Projects;

/** To what services may be bound: a project of their maker, and a role of it. Both its rights and hers bound what they may do. */
public final class ServiceBonds {
    private final Access access;
    private final ApiKeys apiKeys;
    private final Projects projects;
    private final Audit audit;

    public ServiceBonds(Access access, ApiKeys apiKeys, Projects projects, Audit audit) {
        this.access = access;
        this.apiKeys = apiKeys;
        this.projects = projects;
        this.audit = audit;
    }

    /** Where a service works and as what; empty for other programs, and where it cannot work any more. */
    public Optional<ProjectAccess> place(WebUser owner, Application application) {
        return application
                .bond()
                .flatMap(bond -> projects.byId(bond.project())
                        .flatMap(project -> access.to(
                                new WebUser(
                                        owner.userId(),
                                        owner.username(),
                                        false,
                                        Optional.of(bond.project()),
                                        Optional.of(bond.roleId())),
                                project)));
    }

    /** A bond that may be, and who may make it. */
    record Checked(ProjectAccess maker, Bond bond) {}

    Checked of(WebUser owner, ApplicationWish wish) {
        ProjectAccess maker = wish.project()
                .flatMap(name -> access.to(owner, name))
                .orElseThrow(() -> refused("project", "PROJECT_UNKNOWN", "There is no such project space."));
        maker.require(Permission.ACCESS_API);
        UUID role = wish.roleId()
                .filter(id -> apiKeys.roles(maker).stream()
                        .anyMatch(given -> given.roleId().equals(id)))
                .orElseThrow(() ->
                        refused("roleId", "ROLE_UNKNOWN", "There is no such role that you may give to a program."));
        return new Checked(maker, new Bond(maker.project(), role));
    }

    void book(Tx tx, Checked checked, Application application, String action) {
        audit.record(
                tx,
                checked.maker(),
                AuditEntry.of(action, "oauth_application", application.clientId())
                        .with("name", application.name())
                        .with("role", checked.bond().roleId().toString()));
    }

    private static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

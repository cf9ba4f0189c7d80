// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.baraza.identity.Actor.WebUser;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.NewProject;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/**
 * Makes a project space with its first roles and its first administrator, all or nothing; and changes what people call it.
 */
public final class ProjectCreation {
    private final Transactions transactions;
    private final Projects projects;
    private final Access access;
    private final Audit audit;
    private final RoleStore roles = new RoleStore();
    private final MemberStore members = new MemberStore();

    public ProjectCreation(Transactions transactions, Projects projects, Access access, Audit audit) {
        this.transactions = transactions;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
    }

    /** The creator becomes the project's administrator. Needs an account that may make projects. */
    public Project create(WebUser creator, NewProject wanted) {
        if (!creator.canCreateProjects() || creator.onlyProject().isPresent()) {
            throw new Refused(new Problem.Forbidden("create_projects"));
        }
        projects.check(wanted);
        ProjectId id = new ProjectId(UUID.randomUUID());
        try {
            return transactions.writeAs(
                    Visibility.project(id).and(Visibility.user(creator.userId())), tx -> make(tx, id, creator, wanted));
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(
                        Problem.Invalid.field("name", "NAME_TAKEN", "There is a project space of that name."));
            }
            throw failure;
        }
    }

    /** Changes what people call a project and where its days begin. For its administrators. */
    public Project change(ProjectAccess who, UnaryOperator<NewProject> change) {
        if (!who.roleName().equals(Role.ADMIN)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        return transactions.writeAs(Visibility.project(who.project()), tx -> {
            Project project = projects.update(tx, who.project(), change);
            String id = who.project().toString();
            audit.record(tx, who, AuditEntry.of("project.changed", "project", id));
            return project;
        });
    }

    private Project make(Tx tx, ProjectId id, WebUser creator, NewProject wanted) {
        Project project = projects.insert(tx, id, wanted, creator.userId());
        roles.insertDefaults(tx, id);
        members.addAdmin(tx, id, creator.userId());
        audit.record(tx, id, creator, AuditEntry.of("project.created", "project", id.toString()));
        access.changed(tx, creator.userId(), id);
        return project;
    }
}

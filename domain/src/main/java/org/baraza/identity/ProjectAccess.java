// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * An actor in a project she is a member of. Holding one proves the membership.
 *
 * @param roleName name of her role here, {@code Admin} for administrators
 * @param permissions what the role allows; all for administrators
 * @param channel by which door she came; empty where nobody noted it
 */
public record ProjectAccess(
        ProjectId project,
        String projectName,
        Actor actor,
        String roleName,
        Set<Permission> permissions,
        Optional<Channel> channel) {

    /** An actor of whom nobody noted how she came. */
    public ProjectAccess(
            ProjectId project, String projectName, Actor actor, String roleName, Set<Permission> permissions) {
        this(project, projectName, actor, roleName, permissions, Optional.empty());
    }

    /** The same, come by this door. */
    public ProjectAccess by(Channel door) {
        return new ProjectAccess(project, projectName, actor, roleName, permissions, Optional.of(door));
    }

    /** Whether she may do everything here. */
    public boolean isAdmin() {
        return actor instanceof Actor.WebUser && roleName.equals(Role.ADMIN);
    }

    /** A login as the books of this project have it: in lower case, a worker without the project. */
    public String bareName(String login) {
        return WorkerRules.bareName(LoginName.normal(login), projectName);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Refuses with the name of the permission that is missing. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Refused(new Problem.Forbidden(permission.wireName()));
        }
    }

    /** Refuses unless she has one of the two; the answer names the first. */
    public void requireEither(Permission permission, Permission other) {
        if (!may(other)) {
            require(permission);
        }
    }

    /** Whether she may see all reports, or this one. */
    public boolean maySee(Permission report) {
        return may(Permission.VIEW_REPORTS) || may(report);
    }

    /** Whether she may see any of the reports that show data. */
    public boolean maySeeSome() {
        return permissions.stream()
                .anyMatch(permission -> permission == Permission.VIEW_REPORTS || permission.isOfAReport());
    }

    /** Refuses whoever may see none of the reports that show data. */
    public void requireSome() {
        if (!maySeeSome()) {
            require(Permission.VIEW_REPORTS);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.tenancy.Project;

/** A project space as one of its members sees it. */
record ProjectNode(ProjectAccess access, Project project) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.PROJECT, project.name(), "").text();
    }

    public String name() {
        return project.name();
    }

    public String displayName() {
        return project.displayName();
    }

    public String timeZone() {
        return project.timeZone().getId();
    }

    public Instant createdAt() {
        return project.createdAt();
    }

    public List<String> myPermissions() {
        return access.permissions().stream().map(Permission::wireName).sorted().toList();
    }

    public String myRole() {
        return access.roleName();
    }
}

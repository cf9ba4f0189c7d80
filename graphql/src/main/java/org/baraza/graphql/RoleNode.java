// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.UUID;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Role;

/** A role as one of the project's members sees it. */
record RoleNode(ProjectAccess access, Role role) implements InProject {
    public String roleId() {
        return role.roleId().toString();
    }

    public String name() {
        return role.name();
    }

    public List<String> permissions() {
        return role.permissions().stream().map(Permission::wireName).sorted().toList();
    }

    public boolean nonAdminEditable() {
        return role.nonAdminEditable();
    }

    public List<String> assignableBy() {
        return role.assignableBy().stream().map(UUID::toString).toList();
    }

    public boolean archived() {
        return role.archived();
    }
}

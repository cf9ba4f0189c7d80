// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.EnumSet;
import java.util.Optional;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.Projects;

/** The server itself in the project in scope: it may read what is forwarded, in nobody's name. */
public final class ServerAccess {
    private static final String SERVER = "forwarding";

    private final Projects projects;

    public ServerAccess(Projects projects) {
        this.projects = projects;
    }

    /** In the project in scope. */
    public ProjectAccess here() {
        var project = ProjectScope.current();
        Optional<String> name = projects.byId(project).map(found -> found.name());
        return new ProjectAccess(
                project,
                name.orElse(""),
                new Actor.MobileWorker(SERVER, SERVER, project),
                SERVER,
                EnumSet.of(
                        Permission.EDIT_DATA,
                        Permission.VIEW_REPORTS,
                        Permission.ACCESS_ALL_LOCATIONS,
                        Permission.EDIT_COMMCARE_USERS,
                        Permission.VIEW_LOCATIONS,
                        Permission.VIEW_GROUPS,
                        Permission.VIEW_APPS));
    }
}

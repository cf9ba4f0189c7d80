// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;

/** Who is asking. */
public sealed interface Actor {

    /** Unchanging id, as it stands in forms and histories. */
    String userId();

    /** Login name as people know it. */
    String username();

    /**
     * A web user, who may be a member of many projects.
     *
     * @param onlyProject the one project that the API key in use opens; empty for all of the user's
     * @param asRole the role of that project that the API key in use acts with; empty for the user's own
     * @param inPerson whether she may change her own account, which a program that she lent a part of it to may not
     */
    record WebUser(
            String userId,
            String username,
            boolean canCreateProjects,
            Optional<ProjectId> onlyProject,
            Optional<UUID> asRole,
            boolean inPerson)
            implements Actor {
        /** A web user with her own role, wherever she is a member. */
        public WebUser(String userId, String username, boolean canCreateProjects, Optional<ProjectId> onlyProject) {
            this(userId, username, canCreateProjects, onlyProject, Optional.empty());
        }

        /** A web user, or a key of hers; one that is good for a part of what she may do is not she herself. */
        public WebUser(
                String userId,
                String username,
                boolean canCreateProjects,
                Optional<ProjectId> onlyProject,
                Optional<UUID> asRole) {
            this(userId, username, canCreateProjects, onlyProject, asRole, onlyProject.isEmpty() && asRole.isEmpty());
        }
    }

    /**
     * A mobile worker, who belongs to exactly one project.
     *
     * @param username the bare name, without the project
     */
    record MobileWorker(String userId, String username, ProjectId project) implements Actor {}
}

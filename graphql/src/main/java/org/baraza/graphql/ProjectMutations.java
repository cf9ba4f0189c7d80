// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.tenancy.NewProject;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What administrators change of their project space. */
@Controller
final class ProjectMutations {
    private final Entrance entrance;
    private final ProjectCreation projects;

    ProjectMutations(Entrance entrance, ProjectCreation projects) {
        this.entrance = entrance;
        this.projects = projects;
    }

    /** What a project is to be; null where it stays as it is. */
    record UpdateInput(
            String project,
            @Nullable String displayName,
            @Nullable String timeZone) {

        private NewProject applied(NewProject before) {
            return new NewProject(
                    before.name(),
                    displayName == null ? before.displayName() : displayName,
                    timeZone == null ? before.timeZone() : timeZone);
        }
    }

    /** What came of it. */
    record UpdateProjectPayload(@Nullable ProjectNode project, List<UserError> userErrors) {}

    @MutationMapping
    UpdateProjectPayload updateProject(@Argument UpdateInput input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return new ProjectNode(access, projects.change(access, input::applied));
                },
                UpdateProjectPayload::new);
    }
}

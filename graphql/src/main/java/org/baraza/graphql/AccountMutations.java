// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.tenancy.NewProject;
import org.baraza.tenancy.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What web users do for themselves: make projects. */
@Controller
final class AccountMutations {
    private final Entrance entrance;
    private final ProjectCreation creation;

    AccountMutations(Entrance entrance, ProjectCreation creation) {
        this.entrance = entrance;
        this.creation = creation;
    }

    /** A project to be made. */
    record ProjectInput(
            String name,
            @Nullable String displayName,
            @Nullable String timeZone) {}

    /** What came of it. */
    record CreateProjectPayload(@Nullable ProjectNode project, List<UserError> userErrors) {}

    @MutationMapping
    CreateProjectPayload createProject(@Argument ProjectInput input) {
        WebUser actor = entrance.actor();
        return Attempt.at(() -> made(actor, input), CreateProjectPayload::new);
    }

    private ProjectNode made(WebUser actor, ProjectInput input) {
        Project project = creation.create(
                actor,
                new NewProject(
                        input.name,
                        input.displayName == null ? "" : input.displayName,
                        input.timeZone == null ? "" : input.timeZone));
        ProjectAccess access = entrance.find(project).orElseThrow();
        return new ProjectNode(access, project);
    }
}

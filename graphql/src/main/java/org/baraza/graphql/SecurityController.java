// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How people may sign in to a project. */
@Controller
final class SecurityController {
    private final Entrance entrance;
    private final ProjectSecurity security;

    SecurityController(Entrance entrance, ProjectSecurity security) {
        this.entrance = entrance;
        this.security = security;
    }

    /** The settings in the words of the schema. */
    record SecurityNode(boolean digestAllowed) {}

    /** What is to be. */
    record Update(String project, boolean digestAllowed) {}

    /** What came of it. */
    record SecurityPayload(@Nullable SecurityNode security, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "security")
    SecurityNode security(ProjectNode project) {
        ProjectAccess access = project.access();
        return new SecurityNode(InProject.scoped(access, () -> security.digestAllowed(access)));
    }

    @MutationMapping
    SecurityPayload updateProjectSecurity(@Argument Update input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    security.allowDigest(access, input.digestAllowed);
                    return new SecurityNode(input.digestAllowed);
                },
                SecurityPayload::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.usercases.UserCases;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Whether workers have cases about themselves. */
@Controller
final class UserCaseController {
    private final Entrance entrance;
    private final UserCases userCases;

    UserCaseController(Entrance entrance, UserCases userCases) {
        this.entrance = entrance;
        this.userCases = userCases;
    }

    @SchemaMapping(typeName = "Project", field = "userCasesEnabled")
    boolean enabled(ProjectNode project) {
        return InProject.scoped(project.access(), userCases::areEnabled);
    }

    /** What is wanted. */
    record Wish(String project, boolean enabled) {}

    /** What came of it. */
    record SetUserCasesPayload(@Nullable Boolean enabled, List<UserError> userErrors) {}

    @MutationMapping
    SetUserCasesPayload setUserCases(@Argument Wish input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> userCases.setEnabled(access, input.enabled),
                SetUserCasesPayload::new);
    }
}

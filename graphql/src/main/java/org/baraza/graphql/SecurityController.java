// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectSecurity;
import org.baraza.identity.SecuritySettings;
import org.baraza.identity.SecurityWish;
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
    record SecurityNode(
            boolean digestAllowed,
            boolean twoFactorRequired,
            boolean strongMobilePasswords,
            boolean secureSessions,
            @Nullable Integer sessionMinutes,
            List<String> allowedAddresses,
            List<String> deniedAddresses,
            boolean joinRequestsAllowed,
            String yourAddress) {
        static SecurityNode of(SecuritySettings settings, String yourAddress) {
            return new SecurityNode(
                    settings.digestAllowed(),
                    settings.twoFactorRequired(),
                    settings.strongMobilePasswords(),
                    settings.secureSessions(),
                    settings.sessionMinutes().orElse(null),
                    settings.allowedAddresses().texts(),
                    settings.deniedAddresses().texts(),
                    settings.joinRequestsAllowed(),
                    yourAddress);
        }
    }

    /** What is to be. */
    record Update(
            String project,
            @Nullable Boolean digestAllowed,
            @Nullable Boolean twoFactorRequired,
            @Nullable Boolean strongMobilePasswords,
            @Nullable Boolean secureSessions,
            @Nullable Integer sessionMinutes,
            @Nullable List<String> allowedAddresses,
            @Nullable List<String> deniedAddresses,
            @Nullable Boolean joinRequestsAllowed) {
        SecurityWish wish() {
            return new SecurityWish(
                    Optional.ofNullable(digestAllowed),
                    Optional.ofNullable(twoFactorRequired),
                    Optional.ofNullable(strongMobilePasswords),
                    Optional.ofNullable(secureSessions),
                    Optional.ofNullable(sessionMinutes),
                    Optional.ofNullable(allowedAddresses),
                    Optional.ofNullable(deniedAddresses),
                    Optional.ofNullable(joinRequestsAllowed));
        }
    }

    /** What came of it. */
    record SecurityPayload(@Nullable SecurityNode security, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "security")
    SecurityNode security(ProjectNode project) {
        ProjectAccess access = project.access();
        return SecurityNode.of(
                InProject.scoped(access, () -> security.settings(access)),
                entrance.arrival().address());
    }

    @MutationMapping
    SecurityPayload updateProjectSecurity(@Argument Update input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> SecurityNode.of(
                        security.update(access, entrance.arrival(), input.wish()),
                        entrance.arrival().address()),
                SecurityPayload::new);
    }
}

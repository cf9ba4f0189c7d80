// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.NewApiKey;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.NewProject;
import org.baraza.tenancy.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What web users do for themselves: make projects and API keys. */
@Controller
final class AccountMutations {
    private final Entrance entrance;
    private final ProjectCreation creation;
    private final ApiKeys apiKeys;

    AccountMutations(Entrance entrance, ProjectCreation creation, ApiKeys apiKeys) {
        this.entrance = entrance;
        this.creation = creation;
        this.apiKeys = apiKeys;
    }

    /** A project to be made. */
    record ProjectInput(
            String name,
            @Nullable String displayName,
            @Nullable String timeZone) {}

    /** What came of it. */
    record CreateProjectPayload(@Nullable ProjectNode project, List<UserError> userErrors) {}

    /** A key to be made. */
    record KeyInput(
            String name, @Nullable String project, @Nullable Instant expiresAt) {}

    /** What came of it. */
    record CreateApiKeyPayload(
            @Nullable ApiKeyNode apiKey, @Nullable String secret, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "CreateApiKeyPayload";
        }
    }

    /** Which key. */
    record RevokeInput(String apiKeyId) {}

    /** What came of it. */
    record RevokeApiKeyPayload(List<UserError> userErrors) {}

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

    @MutationMapping
    CreateApiKeyPayload createApiKey(@Argument KeyInput input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> apiKeys.create(
                        actor,
                        new ApiKeyWish(
                                input.name, Optional.ofNullable(input.project), Optional.ofNullable(input.expiresAt))),
                AccountMutations::payload);
    }

    private static CreateApiKeyPayload payload(@Nullable NewApiKey made, List<UserError> errors) {
        return made == null
                ? new CreateApiKeyPayload(null, null, errors)
                : new CreateApiKeyPayload(new ApiKeyNode(made.key()), made.secret(), errors);
    }

    @MutationMapping
    RevokeApiKeyPayload revokeApiKey(@Argument RevokeInput input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> {
                    apiKeys.revoke(actor, id(input.apiKeyId));
                    return true;
                },
                (done, errors) -> new RevokeApiKeyPayload(errors));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(new Problem.NotFound("API key"));
        }
    }
}

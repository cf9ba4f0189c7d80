// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKey;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.NewApiKey;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The API keys that web users make for their programs. */
@Controller
final class ApiKeyController {
    private final Entrance entrance;
    private final ApiKeys apiKeys;

    ApiKeyController(Entrance entrance, ApiKeys apiKeys) {
        this.entrance = entrance;
        this.apiKeys = apiKeys;
    }

    /** A role in the words of the schema. */
    record ApiKeyRole(String roleId, String name) {}

    /** A key to be made. */
    record KeyInput(
            String name,
            @Nullable String project,
            @Nullable Instant expiresAt,
            @Nullable String roleId,
            @Nullable List<String> allowedAddresses) {
        ApiKeyWish wish() {
            return new ApiKeyWish(
                    name,
                    Optional.ofNullable(project),
                    Optional.ofNullable(expiresAt),
                    Optional.ofNullable(roleId).map(ApiKeyController::role),
                    allowedAddresses == null ? List.of() : allowedAddresses);
        }
    }

    /** What came of it. */
    record CreateApiKeyPayload(
            @Nullable ApiKeyNode apiKey, @Nullable String secret, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "CreateApiKeyPayload";
        }
    }

    /** A key that rests, or works again. */
    record ActiveInput(String apiKeyId, boolean active) {}

    /** What came of it. */
    record ApiKeyPayload(@Nullable ApiKeyNode apiKey, List<UserError> userErrors) {}

    /** Which key. */
    record RevokeInput(String apiKeyId) {}

    /** What came of it. */
    record RevokeApiKeyPayload(List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Me", field = "apiKeys")
    Connection<ApiKeyNode> apiKeys(
            MeNode me,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(apiKeys.of(me.actor(), page), page, ApiKey::cursor, ApiKeyNode::new);
    }

    @SchemaMapping(typeName = "Project", field = "apiKeyRoles")
    List<ApiKeyRole> apiKeyRoles(ProjectNode project) {
        return apiKeys.roles(project.access()).stream()
                .map(role -> new ApiKeyRole(role.roleId().toString(), role.name()))
                .toList();
    }

    @MutationMapping
    CreateApiKeyPayload createApiKey(@Argument KeyInput input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> {
                    refuseWhatNobodyTrusts(input);
                    return apiKeys.create(actor, input.wish());
                },
                ApiKeyController::payload);
    }

    /** A key opens doors without a word of whoever vouched for its owner, so it opens only those that trust that word. */
    private void refuseWhatNobodyTrusts(KeyInput input) {
        if (entrance.arrival().provider().isEmpty()) {
            return;
        }
        if (input.project == null) {
            throw new Refused(Problem.Invalid.field(
                    "project", "PROJECT_MISSING", "Whoever came by single sign-on makes a key for one project."));
        }
        entrance.enter(input.project);
    }

    private static CreateApiKeyPayload payload(@Nullable NewApiKey made, List<UserError> errors) {
        return made == null
                ? new CreateApiKeyPayload(null, null, errors)
                : new CreateApiKeyPayload(new ApiKeyNode(made.key()), made.secret(), errors);
    }

    @MutationMapping
    ApiKeyPayload setApiKeyActive(@Argument ActiveInput input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> new ApiKeyNode(apiKeys.setActive(actor, key(input.apiKeyId), input.active)), ApiKeyPayload::new);
    }

    @MutationMapping
    RevokeApiKeyPayload revokeApiKey(@Argument RevokeInput input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> {
                    apiKeys.revoke(actor, key(input.apiKeyId));
                    return true;
                },
                (done, errors) -> new RevokeApiKeyPayload(errors));
    }

    private static UUID key(String text) {
        return id(text).orElseThrow(() -> new Refused(new Problem.NotFound("API key")));
    }

    /** What is no id at all is an id of no role. */
    private static UUID role(String text) {
        return id(text).orElse(new UUID(0, 0));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.oauth.Application;
import org.baraza.oauth.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A program that the caller registered.
 *
 * @param place of a service: its project as the service is let in there; empty when it is no more
 */
record OAuthApplicationNode(Application application, Optional<ProjectAccess> place) {
    public String clientId() {
        return application.clientId();
    }

    public Application.Kind kind() {
        return application.kind();
    }

    public String name() {
        return application.name();
    }

    public List<String> redirectUris() {
        return application.redirectUris();
    }

    public List<String> scopes() {
        return List.copyOf(Scope.wireNames(application.scopes()));
    }

    public @Nullable String project() {
        return place.map(ProjectAccess::projectName).orElse(null);
    }

    public @Nullable String roleName() {
        return place.map(ProjectAccess::roleName).orElse(null);
    }

    public Instant createdAt() {
        return application.createdAt();
    }

    public @Nullable Instant secretMadeAt() {
        return application.secretMadeAt().orElse(null);
    }
}

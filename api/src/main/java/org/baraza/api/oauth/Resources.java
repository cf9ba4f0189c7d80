// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * What a program asks a token for (RFC 8707): without a {@code resource}, all projects of the user; with the address of a
 * project, {@code …/a/<project>/}, that one only.
 */
@Component
final class Resources {
    static final String PARAMETER = "resource";
    private static final Pattern PROJECT = Pattern.compile("/a/([^/]+)/?");

    private final Projects projects;

    Resources(Projects projects) {
        this.projects = projects;
    }

    Optional<ProjectId> project(OAuth2AuthorizationRequest request) {
        return request.getAdditionalParameters().get(PARAMETER) instanceof String resource
                ? project(resource).map(Project::id)
                : Optional.empty();
    }

    /** Empty when it is no project of this server. */
    Optional<Project> project(String resource) {
        try {
            Matcher path = PROJECT.matcher(
                    URI.create(resource).getPath() == null
                            ? ""
                            : URI.create(resource).getPath());
            return path.matches() ? projects.byName(path.group(1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

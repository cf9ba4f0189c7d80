// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.util.Optional;

/**
 * A path of our own REST API that leads into a project.
 *
 * @param rest without a leading slash
 */
record ApiPath(String project, String rest) {
    static final String START = "/api/v1/";
    private static final String PROJECTS = START + "projects/";

    /** Empty for what belongs to no project. */
    static Optional<ApiPath> of(String path) {
        if (!path.startsWith(PROJECTS) || path.length() == PROJECTS.length()) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', PROJECTS.length());
        return Optional.of(
                slash < 0
                        ? new ApiPath(path.substring(PROJECTS.length()), "")
                        : new ApiPath(path.substring(PROJECTS.length(), slash), path.substring(slash + 1)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.util.Optional;

/**
 * A path under a project: {@code /a/<project>/<rest>}.
 *
 * @param rest without a leading slash
 */
record ProjectPath(String project, String rest) {
    private static final String START = "/a/";

    static Optional<ProjectPath> of(String path) {
        if (!path.startsWith(START)) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', START.length());
        return Optional.of(
                slash < 0
                        ? new ProjectPath(path.substring(START.length()), "")
                        : new ProjectPath(path.substring(START.length(), slash), path.substring(slash + 1)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** What a batch loads: something of a project, by its id there. */
record Key(ProjectAccess access, String id) implements InProject {
    static Optional<Key> of(ProjectAccess access, @Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : Optional.of(new Key(access, id));
    }
}

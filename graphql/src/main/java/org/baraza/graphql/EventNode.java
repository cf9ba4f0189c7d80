// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.forms.FormEvent;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** What was done to a form after it was received. */
record EventNode(ProjectAccess access, FormEvent event) implements InProject {
    public String operation() {
        return event.operation();
    }

    public Instant at() {
        return event.at();
    }

    public @Nullable String userId() {
        return event.userId();
    }
}

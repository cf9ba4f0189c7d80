// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Map;
import org.baraza.identity.AuditEvent;
import org.baraza.identity.Channel;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** Something that was done in a project. */
record AuditNode(ProjectAccess access, AuditEvent event) implements InProject {
    public String eventId() {
        return Long.toString(event.eventId());
    }

    public Instant at() {
        return event.at();
    }

    public @Nullable String actorId() {
        return event.actorId().orElse(null);
    }

    public String actorName() {
        return event.actorName();
    }

    public String action() {
        return event.action();
    }

    public @Nullable String subjectKind() {
        return event.subjectKind().orElse(null);
    }

    public @Nullable String subjectId() {
        return event.subjectId().orElse(null);
    }

    public Map<String, String> detail() {
        return event.detail();
    }

    public @Nullable Channel channel() {
        return event.channel().orElse(null);
    }

    public @Nullable String address() {
        return event.address().orElse(null);
    }
}

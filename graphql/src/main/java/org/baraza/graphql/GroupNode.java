// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Group;

/** A group of mobile workers. */
record GroupNode(ProjectAccess access, Group group) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.GROUP, access.projectName(), group.groupId()).text();
    }

    public String groupId() {
        return group.groupId();
    }

    public String name() {
        return group.name();
    }

    public boolean caseSharing() {
        return group.caseSharing();
    }

    public boolean reporting() {
        return group.reporting();
    }

    public Map<String, String> metadata() {
        return group.metadata();
    }

    public Instant createdAt() {
        return group.createdAt();
    }

    public Instant lastModified() {
        return group.lastModified();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseState;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A case. */
record CaseNode(ProjectAccess access, CaseState state) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.CASE, access.projectName(), state.caseId()).text();
    }

    public String caseId() {
        return state.caseId();
    }

    public String type() {
        return state.type();
    }

    public String name() {
        return state.name();
    }

    public String ownerId() {
        return state.ownerId();
    }

    public @Nullable String externalId() {
        return state.externalId();
    }

    public boolean closed() {
        return state.closed();
    }

    public boolean deleted() {
        return state.deleted();
    }

    public @Nullable Instant openedOn() {
        return state.openedOn();
    }

    public @Nullable String openedBy() {
        return state.openedBy();
    }

    public @Nullable Instant modifiedOn() {
        return state.modifiedOn();
    }

    public @Nullable String modifiedBy() {
        return state.modifiedBy();
    }

    public @Nullable Instant closedOn() {
        return state.closedOn();
    }

    public @Nullable String closedBy() {
        return state.closedBy();
    }

    public Instant serverModifiedOn() {
        return state.serverModifiedOn();
    }

    public Map<String, String> properties() {
        return state.properties();
    }

    public List<IndexNode> indices() {
        return state.liveIndices().stream()
                .map(index -> new IndexNode(access, index))
                .toList();
    }
}

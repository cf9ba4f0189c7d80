// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.identity.AuditEvent;
import org.baraza.identity.AuditLog;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The project's book of who did what. */
@Controller
final class AuditController {
    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @SchemaMapping(typeName = "Project", field = "auditLog")
    Connection<AuditNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable AuditFilterInput filter,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> log.list(access, AuditFilterInput.query(filter, page))),
                page,
                AuditEvent::cursor,
                event -> new AuditNode(access, event));
    }

    @SchemaMapping(typeName = "Project", field = "auditActions")
    List<String> actions(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> log.actions(access));
    }

    @SchemaMapping(typeName = "AuditEvent", field = "actor")
    CompletableFuture<@Nullable UserNode> actor(AuditNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.actorId());
    }
}

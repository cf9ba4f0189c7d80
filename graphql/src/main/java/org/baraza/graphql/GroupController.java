// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.places.GroupQuery;
import org.baraza.places.Groups;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Groups and who is in them. */
@Controller
final class GroupController {
    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    @SchemaMapping(typeName = "Project", field = "groups")
    Connection<GroupNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        GroupQuery query = new GroupQuery(search == null ? "" : search, page);
        return Connection.of(
                InProject.scoped(access, () -> groups.list(access, query)),
                page,
                GroupQuery::cursor,
                group -> new GroupNode(access, group));
    }

    @SchemaMapping(typeName = "Project", field = "group")
    Optional<GroupNode> one(ProjectNode project, @Argument String groupId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> groups.find(access, groupId)).map(group -> new GroupNode(access, group));
    }

    @SchemaMapping(typeName = "Group", field = "members")
    CompletableFuture<Connection<WorkerNode>> members(
            GroupNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Connection<WorkerNode>> groupMembers) {
        return groupMembers.load(new PageKey(node.access(), node.groupId(), Paging.wanted(first, after, selection)));
    }
}

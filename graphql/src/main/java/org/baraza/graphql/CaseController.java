// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.baraza.cases.CaseHistory;
import org.baraza.cases.CaseOrder;
import org.baraza.cases.CaseQuery;
import org.baraza.cases.CaseReference;
import org.baraza.cases.CaseState;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Cases and what hangs on them. */
@Controller
final class CaseController {
    private final Cases cases;

    CaseController(Cases cases) {
        this.cases = cases;
    }

    /** A type that cases have. */
    record CaseType(String name) {}

    @SchemaMapping(typeName = "Project", field = "cases")
    Connection<CaseNode> cases(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable CaseFilterInput filter,
            @Argument @Nullable CaseOrder orderBy,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        CaseQuery query = new CaseQuery(
                CaseFilterInput.filter(filter),
                orderBy == null ? CaseOrder.SERVER_MODIFIED_DESC : orderBy,
                Paging.wanted(first, after, selection));
        return InProject.scoped(access, () -> connection(access, cases.list(access, query), query));
    }

    static Connection<CaseNode> connection(ProjectAccess access, Page<CaseState> page, CaseQuery query) {
        return Connection.of(page, query.page(), query.order()::cursor, state -> new CaseNode(access, state));
    }

    @SchemaMapping(typeName = "Project", field = "case")
    Optional<CaseNode> one(ProjectNode project, @Argument String caseId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> cases.get(access, caseId)).map(state -> new CaseNode(access, state));
    }

    @SchemaMapping(typeName = "Project", field = "caseTypes")
    List<CaseType> types(ProjectNode project) {
        return InProject.scoped(project.access(), () -> cases.types(project.access())).stream()
                .map(CaseType::new)
                .toList();
    }

    @SchemaMapping(typeName = "Case", field = "owner")
    CompletableFuture<@Nullable UserNode> owner(CaseNode node, DataLoader<Key, UserNode> userById) {
        return load(userById, node.access(), node.ownerId());
    }

    @SchemaMapping(typeName = "Case", field = "openedByUser")
    CompletableFuture<@Nullable UserNode> openedByUser(CaseNode node, DataLoader<Key, UserNode> userById) {
        return load(userById, node.access(), node.openedBy());
    }

    @SchemaMapping(typeName = "Case", field = "closedByUser")
    CompletableFuture<@Nullable UserNode> closedByUser(CaseNode node, DataLoader<Key, UserNode> userById) {
        return load(userById, node.access(), node.closedBy());
    }

    @SchemaMapping(typeName = "Case", field = "modifiedByUser")
    CompletableFuture<@Nullable UserNode> modifiedByUser(CaseNode node, DataLoader<Key, UserNode> userById) {
        return load(userById, node.access(), node.modifiedBy());
    }

    @SchemaMapping(typeName = "CaseIndex", field = "case")
    CompletableFuture<@Nullable CaseNode> target(IndexNode index, DataLoader<Key, CaseNode> caseById) {
        return load(caseById, index.access(), index.caseId());
    }

    @SchemaMapping(typeName = "Case", field = "referencedBy")
    CompletableFuture<Connection<ReferenceNode>> referencedBy(
            CaseNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<CaseReference>> references) {
        PageRequest page = Paging.wanted(first, after, selection);
        return references
                .load(new PageKey(node.access(), node.caseId(), page))
                .thenApply(found -> Connection.of(
                        found, page, CaseReference::cursor, reference -> new ReferenceNode(node.access(), reference)));
    }

    @SchemaMapping(typeName = "Case", field = "history")
    CompletableFuture<Connection<StepNode>> history(
            CaseNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<CaseTransaction>> steps) {
        PageRequest page = Paging.wanted(first, after, selection);
        return steps.load(new PageKey(node.access(), node.caseId(), page))
                .thenApply(found ->
                        Connection.of(found, page, CaseTransaction::cursor, step -> new StepNode(node.access(), step)));
    }

    @SchemaMapping(typeName = "Case", field = "provenance")
    CompletableFuture<List<ProvenanceNode>> provenance(CaseNode node, DataLoader<Key, CaseHistory> replayById) {
        return replayById
                .load(new Key(node.access(), node.caseId()))
                .thenApply(history -> history.provenance().stream()
                        .map(found -> new ProvenanceNode(node.access(), found))
                        .toList());
    }

    @BatchMapping(typeName = "Case", field = "ledgers")
    Map<CaseNode, List<LedgerNode>> ledgers(List<CaseNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            var found = cases.ledgers(access, Batch.ids(same, CaseNode::caseId));
            return same.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            node -> node,
                            node -> found.getOrDefault(node.caseId(), List.of()).stream()
                                    .map(ledger -> new LedgerNode(access, ledger))
                                    .toList()));
        });
    }

    /** Asks a loader for what an id stands for; nothing for no id. */
    static <V> CompletableFuture<@Nullable V> load(
            DataLoader<Key, V> loader, ProjectAccess access, @Nullable String id) {
        return Key.of(access, id)
                .<CompletableFuture<@Nullable V>>map(loader::load)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}

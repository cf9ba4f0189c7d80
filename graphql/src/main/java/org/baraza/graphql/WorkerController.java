// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.cases.CaseOrder;
import org.baraza.cases.CaseQuery;
import org.baraza.forms.Forms;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.identity.WorkerRoles;
import org.baraza.paging.PageRequest;
import org.baraza.places.PlacedQuery;
import org.baraza.places.PlacedWorkers;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Mobile workers and what hangs on them. */
@Controller
final class WorkerController {
    private static final int MOST_NAMES = 1_000;

    private final MobileWorkers workers;
    private final PlacedWorkers placed;
    private final WorkerRoles roles;
    private final Forms forms;

    WorkerController(MobileWorkers workers, PlacedWorkers placed, WorkerRoles roles, Forms forms) {
        this.workers = workers;
        this.placed = placed;
        this.roles = roles;
        this.forms = forms;
    }

    @SchemaMapping(typeName = "Project", field = "mobileWorkers")
    Connection<WorkerNode> workers(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable Boolean active,
            @Argument @Nullable String groupId,
            @Argument @Nullable String locationId,
            @Argument @Nullable WorkerOrder orderBy,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        WorkerOrder order = orderBy == null ? WorkerOrder.USERNAME_ASC : orderBy;
        WorkerQuery query = new WorkerQuery(
                search == null ? "" : search,
                active == null ? Status.ANY : active ? Status.ACTIVE : Status.INACTIVE,
                order,
                page);
        PlacedQuery whole =
                new PlacedQuery(query, groupId == null ? "" : groupId, locationId == null ? "" : locationId);
        return Connection.of(
                InProject.scoped(access, () -> placed.list(access, whole)),
                page,
                worker -> worker.cursor(order),
                worker -> new WorkerNode(access, worker));
    }

    @SchemaMapping(typeName = "Project", field = "mobileWorker")
    Optional<WorkerNode> one(ProjectNode project, @Argument String userId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> workers.find(access, userId))
                .map(worker -> new WorkerNode(access, worker));
    }

    @SchemaMapping(typeName = "Project", field = "mobileWorkersNamed")
    List<WorkerNode> named(ProjectNode project, @Argument List<String> usernames) {
        if (usernames.size() > MOST_NAMES) {
            throw new Refused(
                    Problem.Invalid.field("usernames", "TOO_MANY", "At most " + MOST_NAMES + " names at a time."));
        }
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> workers.named(access, usernames)).stream()
                .map(worker -> new WorkerNode(access, worker))
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "workerRoles")
    List<String> given(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> roles.given(access));
    }

    @BatchMapping(typeName = "MobileWorker", field = "role")
    Map<WorkerNode, String> role(List<WorkerNode> nodes) {
        return Batch.byId(nodes, WorkerNode::userId, roles::of, (node, role) -> role);
    }

    @BatchMapping(typeName = "MobileWorker", field = "lastSubmissionOn")
    Map<WorkerNode, Instant> lastSubmissionOn(List<WorkerNode> nodes) {
        return Batch.byId(nodes, WorkerNode::userId, forms::lastArrivals, (node, instant) -> instant);
    }

    @SchemaMapping(typeName = "MobileWorker", field = "forms")
    CompletableFuture<Connection<FormNode>> forms(
            WorkerNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<WorkerForms, Connection<FormNode>> workerForms) {
        return workerForms.load(new WorkerForms(node.access(), node.userId(), Paging.wanted(first, after, selection)));
    }

    @SchemaMapping(typeName = "MobileWorker", field = "cases")
    CompletableFuture<Connection<CaseNode>> cases(
            WorkerNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable CaseFilterInput filter,
            DataFetchingFieldSelectionSet selection,
            DataLoader<WorkerCases, Connection<CaseNode>> workerCases) {
        CaseQuery query = new CaseQuery(
                CaseFilterInput.filter(filter).ownedBy(node.userId()),
                CaseOrder.SERVER_MODIFIED_DESC,
                Paging.wanted(first, after, selection));
        return workerCases.load(new WorkerCases(node.access(), query));
    }
}

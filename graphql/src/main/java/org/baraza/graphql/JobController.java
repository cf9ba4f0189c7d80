// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobQuery;
import org.baraza.exchange.JobState;
import org.baraza.exchange.Jobs;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.NumberedChange;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Jobs, what is wrong with their rows, and how they move on. */
@Controller
final class JobController {
    private final Entrance entrance;
    private final LiveChanges live;
    private final Jobs jobs;

    JobController(Entrance entrance, LiveChanges live, Jobs jobs) {
        this.entrance = entrance;
        this.live = live;
        this.jobs = jobs;
    }

    @SchemaMapping(typeName = "Project", field = "jobs")
    Connection<JobNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable JobState state,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        JobQuery query = new JobQuery(Optional.ofNullable(state), page);
        return Connection.of(
                InProject.scoped(access, () -> jobs.list(access, query)),
                page,
                Job::cursor,
                job -> new JobNode(access, job));
    }

    @SchemaMapping(typeName = "Project", field = "job")
    Optional<JobNode> one(ProjectNode project, @Argument String jobId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> jobs.find(access, jobId)).map(job -> new JobNode(access, job));
    }

    @SchemaMapping(typeName = "Job", field = "requestedBy")
    CompletableFuture<@Nullable UserNode> requestedBy(JobNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(
                userById, node.access(), node.job().requestedBy().userId());
    }

    @SchemaMapping(typeName = "Job", field = "errors")
    CompletableFuture<Connection<JobErrorNode>> errors(
            JobNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<JobError>> jobErrors) {
        PageRequest page = Paging.wanted(first, after, selection);
        return jobErrors
                .load(new PageKey(node.access(), node.jobId(), page))
                .thenApply(found -> Connection.of(found, page, JobError::cursor, JobErrorNode::new));
    }

    @SubscriptionMapping
    Flux<JobNode> jobChanged(@Argument String project, @Argument @Nullable String jobId) {
        return live.follow(
                entrance.enter(project), Jobs::requireAny, (access, changes) -> changed(access, changes, jobId));
    }

    /** Of several changes of a job in one batch only its present state is of use. */
    private List<JobNode> changed(ProjectAccess access, List<NumberedChange> changes, @Nullable String jobId) {
        Set<String> ids = new LinkedHashSet<>();
        for (NumberedChange change : changes) {
            if (change.kind() == Change.Kind.JOB && (jobId == null || jobId.equals(change.documentId()))) {
                ids.add(change.documentId());
            }
        }
        Map<String, Job> found = ids.isEmpty() ? Map.of() : jobs.find(access, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(job -> new JobNode(access, job))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.baraza.claims.Claim;
import org.baraza.claims.Claims;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who holds which cases of others, and their release. */
@Controller
final class ClaimController {
    private final Entrance entrance;
    private final Claims claims;

    ClaimController(Entrance entrance, Claims claims) {
        this.entrance = entrance;
        this.claims = claims;
    }

    /** Which claims. */
    record Release(String project, List<String> claimIds) {}

    /** What came of it. */
    record ReleasePayload(@Nullable List<ClaimNode> claims, List<UserError> userErrors) {}

    @BatchMapping(typeName = "Case", field = "claims")
    Map<CaseNode, List<ClaimNode>> ofCases(List<CaseNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<Claim>> found = claims.of(access, Batch.ids(same, CaseNode::caseId));
            Map<CaseNode, List<ClaimNode>> lists = new LinkedHashMap<>();
            for (CaseNode node : same) {
                lists.put(
                        node,
                        found.getOrDefault(node.caseId(), List.of()).stream()
                                .map(claim -> new ClaimNode(access, claim))
                                .toList());
            }
            return lists;
        });
    }

    @SchemaMapping(typeName = "MobileWorker", field = "claims")
    CompletableFuture<Connection<ClaimNode>> ofWorker(
            WorkerNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<WorkerClaims, Connection<ClaimNode>> workerClaims) {
        return workerClaims.load(
                new WorkerClaims(node.access(), node.userId(), Paging.wanted(first, after, selection)));
    }

    @SchemaMapping(typeName = "CaseClaim", field = "case")
    CompletableFuture<@Nullable CaseNode> host(ClaimNode node, DataLoader<Key, CaseNode> caseById) {
        return CaseController.load(caseById, node.access(), node.caseId());
    }

    @SchemaMapping(typeName = "CaseClaim", field = "holder")
    CompletableFuture<@Nullable UserNode> holder(ClaimNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.holderId());
    }

    @MutationMapping
    ReleasePayload releaseClaims(@Argument Release input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> claims.release(access, input.claimIds).stream()
                        .map(claim -> new ClaimNode(access, claim))
                        .toList(),
                ReleasePayload::new);
    }
}

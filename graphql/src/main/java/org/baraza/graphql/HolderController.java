// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.baraza.sync.CaseHolder;
import org.baraza.sync.CaseHolders;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Whose phones hold which cases. */
@Controller
final class HolderController {
    private final CaseHolders holders;

    HolderController(CaseHolders holders) {
        this.holders = holders;
    }

    @BatchMapping(typeName = "Case", field = "heldBy")
    Map<CaseNode, List<HolderNode>> heldBy(List<CaseNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<CaseHolder>> found = holders.of(access, Batch.ids(same, CaseNode::caseId));
            Map<CaseNode, List<HolderNode>> lists = new LinkedHashMap<>();
            for (CaseNode node : same) {
                lists.put(
                        node,
                        found.getOrDefault(node.caseId(), List.of()).stream()
                                .map(holder -> new HolderNode(access, holder))
                                .toList());
            }
            return lists;
        });
    }

    @SchemaMapping(typeName = "CaseHolder", field = "user")
    CompletableFuture<@Nullable UserNode> user(HolderNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.cases.CaseHistory;
import org.baraza.cases.PropertyChange;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Steps of the histories of cases, seen from the case and from the form. */
@Controller
final class StepController {

    @SchemaMapping(typeName = "CaseTransaction", field = "changes")
    CompletableFuture<List<PropertyChange>> changesOfStep(StepNode node, DataLoader<Key, CaseHistory> replayById) {
        return replayById
                .load(new Key(node.access(), node.caseId()))
                .thenApply(history -> history.changes(node.ordinal()));
    }

    @SchemaMapping(typeName = "CaseChange", field = "changes")
    CompletableFuture<List<PropertyChange>> changesByForm(StepNode node, DataLoader<Key, CaseHistory> replayById) {
        return changesOfStep(node, replayById);
    }

    @SchemaMapping(typeName = "CaseChange", field = "case")
    CompletableFuture<@Nullable CaseNode> changedCase(StepNode node, DataLoader<Key, CaseNode> caseById) {
        return CaseController.load(caseById, node.access(), node.caseId());
    }

    @SchemaMapping(typeName = "CaseTransaction", field = "form")
    CompletableFuture<@Nullable FormNode> form(StepNode node, DataLoader<Key, FormNode> formById) {
        return CaseController.load(formById, node.access(), node.formId());
    }

    @SchemaMapping(typeName = "CaseTransaction", field = "user")
    CompletableFuture<@Nullable UserNode> user(StepNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }

    @SchemaMapping(typeName = "PropertyProvenance", field = "user")
    CompletableFuture<@Nullable UserNode> source(ProvenanceNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }
}

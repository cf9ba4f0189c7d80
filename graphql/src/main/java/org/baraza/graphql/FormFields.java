// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.baraza.cases.Cases;
import org.baraza.forms.FormContent;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.FormQuestion;
import org.baraza.openrosa.FormTexts.FormText;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.node.ObjectNode;

/** What hangs on forms, and the forms that hang on cases. */
@Controller
final class FormFields {
    private final Forms forms;
    private final Cases cases;

    FormFields(Forms forms, Cases cases) {
        this.forms = forms;
        this.cases = cases;
    }

    @SchemaMapping(typeName = "Form", field = "user")
    CompletableFuture<@Nullable UserNode> user(FormNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }

    @SchemaMapping(typeName = "Form", field = "submittedByUser")
    CompletableFuture<@Nullable UserNode> sender(FormNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.submittedBy());
    }

    @SchemaMapping(typeName = "FormEvent", field = "user")
    CompletableFuture<@Nullable UserNode> userOfEvent(EventNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }

    @SchemaMapping(typeName = "Form", field = "json")
    CompletableFuture<Optional<ObjectNode>> json(FormNode node, DataLoader<Key, FormContent> contentById) {
        return content(node, contentById).thenApply(content -> content.flatMap(FormContent::json));
    }

    @SchemaMapping(typeName = "Form", field = "xml")
    CompletableFuture<Optional<String>> xml(FormNode node, DataLoader<Key, FormContent> contentById) {
        return content(node, contentById).thenApply(content -> content.map(FormContent::text));
    }

    @SchemaMapping(typeName = "Form", field = "questions")
    CompletableFuture<List<FormQuestion>> questions(FormNode node, DataLoader<Key, FormContent> contentById) {
        return content(node, contentById)
                .thenApply(content -> content.map(FormContent::questions).orElse(List.of()));
    }

    @SchemaMapping(typeName = "Form", field = "texts")
    CompletableFuture<List<FormText>> texts(FormNode node, DataLoader<Key, FormContent> contentById) {
        return content(node, contentById)
                .thenApply(content -> content.map(FormContent::texts).orElse(List.of()));
    }

    @SchemaMapping(typeName = "FormText", field = "caseId")
    Optional<String> savedTo(FormText text) {
        return text.savedTo();
    }

    private static CompletableFuture<Optional<FormContent>> content(
            FormNode node, DataLoader<Key, FormContent> contentById) {
        return contentById.load(new Key(node.access(), node.formId())).thenApply(Optional::ofNullable);
    }

    @BatchMapping(typeName = "Form", field = "caseChanges")
    Map<FormNode, List<StepNode>> caseChanges(List<FormNode> nodes) {
        return lists(nodes, cases::stepsOfForms, StepNode::new);
    }

    @BatchMapping(typeName = "Form", field = "attachments")
    Map<FormNode, List<AttachmentNode>> attachments(List<FormNode> nodes) {
        return lists(nodes, forms::attachments, AttachmentNode::new);
    }

    @BatchMapping(typeName = "Form", field = "history")
    Map<FormNode, List<EventNode>> history(List<FormNode> nodes) {
        return lists(nodes, forms::events, EventNode::new);
    }

    private static <T, N> Map<FormNode, List<N>> lists(
            List<FormNode> nodes,
            BiFunction<ProjectAccess, Set<String>, Map<String, List<T>>> load,
            BiFunction<ProjectAccess, T, N> result) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<T>> found = load.apply(access, Batch.ids(same, FormNode::formId));
            Map<FormNode, List<N>> lists = new LinkedHashMap<>();
            for (FormNode node : same) {
                lists.put(
                        node,
                        found.getOrDefault(node.formId(), List.of()).stream()
                                .map(item -> result.apply(access, item))
                                .toList());
            }
            return lists;
        });
    }

    @SchemaMapping(typeName = "Case", field = "forms")
    CompletableFuture<Connection<FormNode>> formsOfCase(
            CaseNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<CaseForms, Connection<FormNode>> caseForms) {
        return caseForms.load(new CaseForms(node.access(), node.caseId(), Paging.wanted(first, after, selection)));
    }
}

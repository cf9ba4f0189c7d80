// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.apps.AppEdit;
import org.baraza.apps.AppSummary;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.VersionQuery;
import org.baraza.apps.Versions;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.checks.Severity;
import org.baraza.apps.compare.AppComparison;
import org.baraza.apps.compare.Change;
import org.baraza.apps.editing.AppEditor;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.QuestionJson;
import org.baraza.apps.questions.Questions;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.xpath.Finding;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;

/** Applications and their versions. */
@Controller
final class AppController {
    private final Apps apps;
    private final Versions versions;

    AppController(Apps apps, Versions versions) {
        this.apps = apps;
        this.versions = versions;
    }

    /** The source of a form, and what names it. */
    record FormSource(String formId, String source, String digest) {}

    @SchemaMapping(typeName = "Project", field = "apps")
    Connection<AppNode> apps(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> apps.list(access, search == null ? "" : search, page)),
                page,
                AppSummary::cursor,
                app -> new AppNode(access, app));
    }

    @SchemaMapping(typeName = "Project", field = "app")
    Optional<AppNode> app(ProjectNode project, @Argument String appId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> apps.find(access, appId)).map(app -> new AppNode(access, app));
    }

    @SchemaMapping(typeName = "Project", field = "appVersion")
    Optional<AppVersion> version(ProjectNode project, @Argument String buildId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> versions.find(access, buildId));
    }

    /** Something that is different in a later version. */
    record AppDifference(Change.Kind kind, String place, String message) {
        private static AppDifference of(Change change) {
            return new AppDifference(change.kind(), change.place(), change.sentence() + ".");
        }
    }

    @SchemaMapping(typeName = "Project", field = "appChanges")
    @Nullable
    List<AppDifference> changes(ProjectNode project, @Argument String before, @Argument String after) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> {
            Optional<WorkingCopy> was = apps.readAny(access, before);
            Optional<WorkingCopy> is = apps.readAny(access, after);
            return was.isEmpty() || is.isEmpty() ? null : changes(was.get(), is.get());
        });
    }

    private static List<AppDifference> changes(WorkingCopy was, WorkingCopy is) {
        return AppComparison.of(was.app(), was.formSources(), is.app(), is.formSources()).stream()
                .map(AppDifference::of)
                .toList();
    }

    /** Something that is wrong with an expression, or looks so, and where in its text. */
    record ExpressionFinding(int start, int length, String message, Severity severity) {
        private static ExpressionFinding of(Finding finding) {
            return new ExpressionFinding(
                    finding.span().offset(),
                    finding.span().length(),
                    finding.message(),
                    finding.isError() ? Severity.ERROR : Severity.WARNING);
        }
    }

    @SchemaMapping(typeName = "Project", field = "expressionFindings")
    List<ExpressionFinding> expressionFindings(ProjectNode project, @Argument String expression) {
        return apps.findings(project.access(), expression).stream()
                .map(ExpressionFinding::of)
                .toList();
    }

    @SchemaMapping(typeName = "App", field = "document")
    CompletableFuture<JsonNode> document(AppNode app, DataLoader<Key, WorkingCopy> appContent) {
        return appContent.load(app.key()).thenApply(WorkingCopy::document);
    }

    @SchemaMapping(typeName = "App", field = "languages")
    CompletableFuture<List<String>> languages(AppNode app, DataLoader<Key, WorkingCopy> appContent) {
        return appContent.load(app.key()).thenApply(copy -> copy.app().langs());
    }

    @SchemaMapping(typeName = "App", field = "formSource")
    CompletableFuture<@Nullable FormSource> formSource(
            AppNode app, @Argument String formId, DataLoader<Key, WorkingCopy> appContent) {
        return appContent.load(app.key()).thenApply(copy -> {
            String source = copy.sources().get(formId);
            return source == null ? null : new FormSource(formId, source, AppEditor.digest(source));
        });
    }

    @SchemaMapping(typeName = "App", field = "questions")
    CompletableFuture<List<? extends JsonNode>> questions(
            AppNode app,
            @Argument String formId,
            @Argument @Nullable String language,
            DataLoader<Key, WorkingCopy> appContent) {
        return appContent.load(app.key()).thenApply(copy -> questions(copy, formId, language));
    }

    /** None of a form that is not there or cannot be read: its problems say so. */
    private static List<? extends JsonNode> questions(WorkingCopy copy, String formId, @Nullable String language) {
        String source = copy.sources().get(formId);
        if (source == null) {
            return List.of();
        }
        String shown = language == null ? copy.app().langs().getFirst() : language;
        try {
            return Questions.of(source).stream()
                    .map(question -> QuestionJson.of(question, shown))
                    .toList();
        } catch (BadForm unreadable) {
            return List.of();
        }
    }

    @SchemaMapping(typeName = "App", field = "versions")
    CompletableFuture<Connection<AppVersion>> versions(
            AppNode app,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Boolean releasedOnly,
            DataFetchingFieldSelectionSet selection,
            DataLoader<AppVersionsKey, Page<AppVersion>> appVersions) {
        PageRequest page = Paging.wanted(first, after, selection);
        VersionQuery query = new VersionQuery(releasedOnly != null && releasedOnly, page);
        return appVersions
                .load(new AppVersionsKey(app.access(), app.appId(), query))
                .thenApply(found -> Connection.of(found, page, AppVersion::cursor, version -> version));
    }

    @SchemaMapping(typeName = "App", field = "edits")
    CompletableFuture<Connection<AppEdit>> edits(
            AppNode app,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<AppEdit>> appEdits) {
        PageRequest page = Paging.wanted(first, after, selection);
        return appEdits.load(new PageKey(app.access(), app.appId(), page))
                .thenApply(found -> Connection.of(found, page, AppEdit::cursor, edit -> edit));
    }

    @SchemaMapping(typeName = "App", field = "problems")
    CompletableFuture<List<AppProblemNode>> problems(AppNode app, DataLoader<Key, WorkingCopy> appContent) {
        return appContent
                .load(app.key())
                .thenApply(copy -> InProject.scoped(
                        app.access(), () -> AppProblemNode.of(copy.app(), versions.problems(app.access(), copy))));
    }
}

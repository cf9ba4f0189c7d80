// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.exchange.JobMails;
import org.baraza.exchange.exports.ExportQuery;
import org.baraza.exchange.exports.ExportTable;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Shapes;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Exports, and what can be exported. */
@Controller
final class ExportController {
    private final SavedExports exports;
    private final Shapes shapes;
    private final JobMails mails;

    ExportController(SavedExports exports, Shapes shapes, JobMails mails) {
        this.exports = exports;
        this.shapes = shapes;
        this.mails = mails;
    }

    @SchemaMapping(typeName = "Project", field = "exports")
    Connection<ExportNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable ExportType type,
            @Argument @Nullable Boolean daily,
            @Argument @Nullable Boolean odata,
            @Argument @Nullable String search,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        ExportQuery query = new ExportQuery(
                Optional.ofNullable(type),
                Optional.ofNullable(daily),
                Optional.ofNullable(odata),
                search == null ? "" : search,
                page);
        return Connection.of(
                InProject.scoped(access, () -> exports.list(access, query)),
                page,
                SavedExport::cursor,
                export -> new ExportNode(access, export));
    }

    @SchemaMapping(typeName = "Project", field = "export")
    Optional<ExportNode> one(ProjectNode project, @Argument String exportId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> exports.find(access, exportId))
                .map(export -> new ExportNode(access, export));
    }

    @SchemaMapping(typeName = "Project", field = "mailsWhenDone")
    boolean mailsWhenDone(ProjectNode project) {
        return mails.sends();
    }

    @SchemaMapping(typeName = "Project", field = "exportTables")
    List<ExportTable> tables(
            ProjectNode project,
            @Argument ExportType type,
            @Argument String identifier,
            @Argument @Nullable String exportId,
            @Argument @Nullable Boolean labelled) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> {
            Optional<SavedExport> export = exportId == null ? Optional.empty() : exports.find(access, exportId);
            return export.map(found -> shapes.tables(access, found.plan()))
                    .orElseGet(() -> shapes.tables(access, type, identifier, labelled != null && labelled));
        });
    }

    @SchemaMapping(typeName = "Export", field = "owner")
    CompletableFuture<@Nullable UserNode> owner(ExportNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.export().ownerId());
    }
}

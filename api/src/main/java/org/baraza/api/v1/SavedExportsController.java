// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.util.Optional;
import org.baraza.exchange.Exports;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportQuery;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Shapes;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.ExportsApi;
import org.baraza.openapi.model.NewSavedExport;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.openapi.model.SavedExport;
import org.baraza.openapi.model.SavedExportChange;
import org.baraza.openapi.model.SavedExportPage;
import org.baraza.openapi.model.SavedExportRun;
import org.baraza.openapi.model.SavedExportTables;
import org.baraza.openapi.model.SavedExportType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Exports that people keep, and files of them. */
@RestController
final class SavedExportsController implements ExportsApi {
    private final Asking asking;
    private final SavedExports saved;
    private final Exports exports;
    private final Shapes shapes;

    SavedExportsController(Asking asking, SavedExports saved, Exports exports, Shapes shapes) {
        this.asking = asking;
        this.saved = saved;
        this.exports = exports;
        this.shapes = shapes;
    }

    @Override
    public ResponseEntity<SavedExportTables> listExportTables(SavedExportType type, String identifier, String project) {
        var tables = shapes.tables(asking.access(), ExportType.valueOf(type.name()), identifier);
        return ResponseEntity.ok(new SavedExportTables(
                tables.stream().map(SavedExportModel::table).toList()));
    }

    @Override
    public ResponseEntity<SavedExportPage> listSavedExports(
            String project,
            @Nullable String after,
            Integer limit,
            @Nullable SavedExportType type,
            @Nullable Boolean daily,
            @Nullable Boolean odata,
            @Nullable String search) {
        ProjectAccess as = asking.access();
        var page = saved.list(
                as,
                new ExportQuery(
                        Optional.ofNullable(type).map(one -> ExportType.valueOf(one.name())),
                        Optional.ofNullable(daily),
                        Optional.ofNullable(odata),
                        Wanted.or(search, ""),
                        Wanted.page(after, limit)));
        @Nullable String next = Wanted.next(page, org.baraza.exchange.exports.SavedExport::cursor);
        return Paged.answer(
                new SavedExportPage(page.items().stream()
                                .map(export -> SavedExportModel.of(as, export))
                                .toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<SavedExport> createSavedExport(
            String project, NewSavedExport wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        ExportType type =
                ExportType.valueOf(Wanted.required("type", wanted.getType()).name());
        String identifier = Wanted.required("identifier", wanted.getIdentifier());
        SavedExport made = SavedExportModel.of(
                as,
                saved.create(
                        as,
                        SavedExportModel.wish(wanted, type, identifier, () -> shapes.tables(as, type, identifier))));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + as.projectName() + "/exports/" + made.getId()))
                .eTag(Etag.of(made))
                .body(made);
    }

    @Override
    public ResponseEntity<SavedExport> readSavedExport(String project, String exportId, @Nullable String ifNoneMatch) {
        ProjectAccess as = asking.access();
        return Etag.answer(SavedExportModel.of(as, saved.get(as, exportId)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<SavedExport> changeSavedExport(
            String project,
            String exportId,
            SavedExportChange change,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        return Etag.answer(SavedExportModel.of(
                as,
                saved.update(
                        as,
                        exportId,
                        before -> SavedExportModel.wish(change, before),
                        before -> Etag.require(ifMatch, SavedExportModel.of(as, before)))));
    }

    @Override
    public ResponseEntity<Void> deleteSavedExport(String project, String exportId) {
        saved.delete(asking.access(), exportId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<ProjectJob> runSavedExport(
            String project, String exportId, SavedExportRun wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        return JobModel.accepted(
                as,
                exports.start(
                        as,
                        exportId,
                        new Exports.Wish(
                                Optional.ofNullable(wanted.getFormat())
                                        .map(format -> ExportFormat.valueOf(format.name())),
                                Optional.ofNullable(wanted.getFilter()).map(SavedExportModel::filter),
                                Wanted.or(wanted.getMailWhenDone(), false))));
    }
}

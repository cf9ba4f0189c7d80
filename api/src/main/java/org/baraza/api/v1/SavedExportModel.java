// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.api.pages.EmptyText;
import org.baraza.exchange.exports.DateChoice;
import org.baraza.exchange.exports.ExportColumn;
import org.baraza.exchange.exports.ExportFilter;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportManner;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.ExportSharing;
import org.baraza.exchange.exports.ExportTable;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.ExportWish;
import org.baraza.exchange.exports.Sensitivity;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.model.NewSavedExport;
import org.baraza.openapi.model.SavedExport;
import org.baraza.openapi.model.SavedExportChange;
import org.baraza.openapi.model.SavedExportColumn;
import org.baraza.openapi.model.SavedExportDateKind;
import org.baraza.openapi.model.SavedExportDates;
import org.baraza.openapi.model.SavedExportFilter;
import org.baraza.openapi.model.SavedExportFormat;
import org.baraza.openapi.model.SavedExportManner;
import org.baraza.openapi.model.SavedExportSensitivity;
import org.baraza.openapi.model.SavedExportSharing;
import org.baraza.openapi.model.SavedExportTable;
import org.baraza.openapi.model.SavedExportType;
import org.jspecify.annotations.Nullable;

/** Exports in the words of the document. */
final class SavedExportModel {
    private SavedExportModel() {}

    static SavedExport of(ProjectAccess as, org.baraza.exchange.exports.SavedExport export) {
        ExportPlan plan = export.plan();
        var file = export.file();
        return new SavedExport()
                .id(export.exportId())
                .type(SavedExportType.valueOf(plan.type().name()))
                .identifier(plan.identifier())
                .name(plan.name())
                .description(export.description())
                .format(SavedExportFormat.valueOf(plan.format().name()))
                .manner(manner(plan.manner()))
                .tables(plan.tables().stream().map(SavedExportModel::table).toList())
                .filter(filter(plan.filter()))
                .sharing(SavedExportSharing.valueOf(export.sharing().name()))
                .daily(export.daily())
                .odata(export.odata())
                .ownerId(export.ownerId())
                .mayEdit(export.isEditableBy(as))
                .createdAt(export.createdAt().atOffset(ZoneOffset.UTC))
                .updatedAt(export.updatedAt().atOffset(ZoneOffset.UTC))
                .rebuilding(export.rebuilding())
                .builtAt(Wanted.orNull(file.map(org.baraza.exchange.exports.SavedExport.KeptFile::builtAt)))
                .fileSize(file.map(org.baraza.exchange.exports.SavedExport.KeptFile::size)
                        .orElse(null))
                .dailyPath(export.dailyPath(as.projectName()).orElse(null))
                .feedPaths(export.feedPaths(as.projectName()).stream()
                        .map(org.baraza.exchange.exports.SavedExport.FeedPath::path)
                        .toList())
                .streamPath(export.streamPath(as.projectName()));
    }

    private static SavedExportManner manner(ExportManner manner) {
        return new SavedExportManner()
                .splitMultiselects(manner.splitMultiselects())
                .transformDates(manner.transformDates())
                .formatCells(manner.formatCells())
                .deidentified(manner.deidentified())
                .includeErrors(manner.includeErrors());
    }

    static SavedExportTable table(ExportTable table) {
        return new SavedExportTable(
                table.path(),
                table.label(),
                table.selected(),
                table.columns().stream().map(SavedExportModel::column).toList());
    }

    private static SavedExportColumn column(ExportColumn column) {
        return new SavedExportColumn(column.path(), column.label(), column.selected())
                .advanced(column.advanced())
                .sensitivity(SavedExportSensitivity.valueOf(column.sensitivity().name()))
                .options(column.options());
    }

    private static SavedExportFilter filter(ExportFilter filter) {
        DateChoice dates = filter.dates();
        return new SavedExportFilter()
                .dates(new SavedExportDates(
                                SavedExportDateKind.valueOf(dates.kind().name()))
                        .days(dates.kind() == DateChoice.Kind.DAYS_AGO ? (Integer) dates.days() : null)
                        .from(EmptyText.orNull(dates.from()))
                        .to(EmptyText.orNull(dates.to())))
                .userIds(filter.userIds())
                .groupIds(filter.groupIds())
                .locationIds(filter.locationIds());
    }

    /** @param usual the tables where none are named */
    static ExportWish wish(
            NewSavedExport wanted, ExportType type, String identifier, Supplier<List<ExportTable>> usual) {
        return new ExportWish(
                new ExportPlan(
                        type,
                        identifier,
                        Wanted.required("name", wanted.getName()),
                        format(wanted.getFormat(), ExportFormat.XLSX),
                        manner(wanted.getManner(), ExportManner.USUAL),
                        wanted.getTables() == null ? usual.get() : tables(wanted.getTables()),
                        filter(wanted.getFilter(), ExportFilter.ALL)),
                Wanted.or(wanted.getDescription(), ""),
                sharing(wanted.getSharing(), ExportSharing.PRIVATE),
                Boolean.TRUE.equals(wanted.getDaily()),
                Boolean.TRUE.equals(wanted.getOdata()));
    }

    static ExportWish wish(SavedExportChange change, ExportWish before) {
        ExportPlan plan = before.plan();
        return new ExportWish(
                new ExportPlan(
                        plan.type(),
                        plan.identifier(),
                        Wanted.or(change.getName(), plan.name()),
                        format(change.getFormat(), plan.format()),
                        manner(change.getManner(), plan.manner()),
                        change.getTables() == null ? plan.tables() : tables(change.getTables()),
                        filter(change.getFilter(), plan.filter())),
                Wanted.or(change.getDescription(), before.description()),
                sharing(change.getSharing(), before.sharing()),
                Wanted.or(change.getDaily(), before.daily()),
                Wanted.or(change.getOdata(), before.odata()));
    }

    private static ExportFormat format(@Nullable SavedExportFormat wanted, ExportFormat otherwise) {
        return wanted == null ? otherwise : ExportFormat.valueOf(wanted.name());
    }

    private static ExportSharing sharing(@Nullable SavedExportSharing wanted, ExportSharing otherwise) {
        return wanted == null ? otherwise : ExportSharing.valueOf(wanted.name());
    }

    private static ExportManner manner(@Nullable SavedExportManner wanted, ExportManner otherwise) {
        return wanted == null
                ? otherwise
                : new ExportManner(
                        Wanted.or(wanted.getSplitMultiselects(), otherwise.splitMultiselects()),
                        Wanted.or(wanted.getTransformDates(), otherwise.transformDates()),
                        Wanted.or(wanted.getFormatCells(), otherwise.formatCells()),
                        Wanted.or(wanted.getDeidentified(), otherwise.deidentified()),
                        Wanted.or(wanted.getIncludeErrors(), otherwise.includeErrors()));
    }

    private static List<ExportTable> tables(List<SavedExportTable> wanted) {
        return Wanted.all("tables", wanted).stream()
                .map(table -> new ExportTable(
                        Wanted.required("tables.path", table.getPath()),
                        Wanted.required("tables.label", table.getLabel()),
                        Wanted.required("tables.selected", table.getSelected()),
                        Wanted.all("tables.columns", Wanted.required("tables.columns", table.getColumns())).stream()
                                .map(SavedExportModel::column)
                                .toList()))
                .toList();
    }

    private static ExportColumn column(SavedExportColumn wanted) {
        SavedExportSensitivity sensitivity = wanted.getSensitivity();
        return new ExportColumn(
                Wanted.required("tables.columns.path", wanted.getPath()),
                Wanted.required("tables.columns.label", wanted.getLabel()),
                Wanted.required("tables.columns.selected", wanted.getSelected()),
                Boolean.TRUE.equals(wanted.getAdvanced()),
                sensitivity == null ? Sensitivity.NONE : Sensitivity.valueOf(sensitivity.name()),
                texts("tables.columns.options", wanted.getOptions(), List.of()));
    }

    static ExportFilter filter(SavedExportFilter wanted) {
        return filter(wanted, ExportFilter.ALL);
    }

    private static ExportFilter filter(@Nullable SavedExportFilter wanted, ExportFilter otherwise) {
        return wanted == null
                ? otherwise
                : new ExportFilter(
                        Optional.ofNullable(wanted.getDates())
                                .map(SavedExportModel::dates)
                                .orElse(otherwise.dates()),
                        texts("filter.userIds", wanted.getUserIds(), otherwise.userIds()),
                        texts("filter.groupIds", wanted.getGroupIds(), otherwise.groupIds()),
                        texts("filter.locationIds", wanted.getLocationIds(), otherwise.locationIds()));
    }

    private static DateChoice dates(SavedExportDates wanted) {
        return new DateChoice(
                DateChoice.Kind.valueOf(
                        Wanted.required("filter.dates.kind", wanted.getKind()).name()),
                Wanted.or(wanted.getDays(), 0),
                Wanted.or(wanted.getFrom(), ""),
                Wanted.or(wanted.getTo(), ""));
    }

    private static List<String> texts(String field, @Nullable List<String> wanted, List<String> otherwise) {
        return wanted == null ? otherwise : Wanted.all(field, wanted);
    }
}

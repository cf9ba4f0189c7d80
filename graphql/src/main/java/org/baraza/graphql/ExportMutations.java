// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.exchange.Exports;
import org.baraza.exchange.Job;
import org.baraza.exchange.exports.ExportFilter;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportManner;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.ExportSharing;
import org.baraza.exchange.exports.ExportTable;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.ExportWish;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Shapes;
import org.baraza.graphql.JobMutations.JobPayload;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes exports, changes them, and starts to write their files. */
@Controller
final class ExportMutations {
    private final Entrance entrance;
    private final SavedExports saved;
    private final Exports exports;
    private final Shapes shapes;

    ExportMutations(Entrance entrance, SavedExports saved, Exports exports, Shapes shapes) {
        this.entrance = entrance;
        this.saved = saved;
        this.exports = exports;
        this.shapes = shapes;
    }

    /** An export to be made. */
    record NewExport(
            String project,
            ExportType type,
            String identifier,
            String name,
            String description,
            ExportFormat format,
            ExportInputs.@Nullable Manner manner,
            @Nullable List<ExportInputs.Table> tables,
            ExportInputs.@Nullable Filter filter,
            ExportSharing sharing,
            boolean daily,
            boolean odata) {

        private ExportWish wish(List<ExportTable> usual) {
            return new ExportWish(
                    new ExportPlan(
                            type,
                            identifier,
                            name,
                            format,
                            manner == null ? ExportManner.USUAL : manner.read(),
                            tables == null ? usual : ExportInputs.read(tables),
                            filter == null ? ExportFilter.ALL : filter.read()),
                    description,
                    sharing,
                    daily,
                    odata);
        }
    }

    /** What of an export changes; what is null stays. */
    record ChangedExport(
            String project,
            String exportId,
            @Nullable String name,
            @Nullable String description,
            @Nullable ExportFormat format,
            ExportInputs.@Nullable Manner manner,
            @Nullable List<ExportInputs.Table> tables,
            ExportInputs.@Nullable Filter filter,
            @Nullable ExportSharing sharing,
            @Nullable Boolean daily,
            @Nullable Boolean odata) {

        private ExportWish wish(ExportWish before) {
            ExportPlan plan = before.plan();
            return new ExportWish(
                    new ExportPlan(
                            plan.type(),
                            plan.identifier(),
                            name == null ? plan.name() : name,
                            format == null ? plan.format() : format,
                            manner == null ? plan.manner() : manner.read(),
                            tables == null ? plan.tables() : ExportInputs.read(tables),
                            filter == null ? plan.filter() : filter.read()),
                    description == null ? before.description() : description,
                    sharing == null ? before.sharing() : sharing,
                    daily == null ? before.daily() : daily,
                    odata == null ? before.odata() : odata);
        }
    }

    /** An export that goes, or whose file is made anew. */
    record OneExport(String project, String exportId) {}

    /** An export of which a file is wanted. */
    record WantedExport(
            String project,
            String exportId,
            @Nullable ExportFormat format,
            ExportInputs.@Nullable Filter filter,
            boolean mailWhenDone) {}

    /** An export of whose forms the files are wanted. */
    record WantedMedia(String project, String exportId, ExportInputs.@Nullable Filter filter, boolean mailWhenDone) {}

    /** Exports of which one workbook is wanted. */
    record WantedExports(
            String project, List<String> exportIds, ExportInputs.@Nullable Filter filter, boolean mailWhenDone) {}

    /** An export whose daily round goes on or stops. */
    record Round(String project, String exportId, boolean rebuilding) {}

    /** What came of it. */
    record ExportPayload(@Nullable ExportNode export, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteExportPayload(@Nullable String exportId, List<UserError> userErrors) {}

    @MutationMapping
    ExportPayload createExport(@Argument NewExport input) {
        return attempt(
                input.project,
                access -> saved.create(
                        access,
                        input.wish(
                                input.tables == null
                                        ? shapes.tables(access, input.type, input.identifier)
                                        : List.of())));
    }

    @MutationMapping
    ExportPayload updateExport(@Argument ChangedExport input) {
        return attempt(input.project, access -> saved.update(access, input.exportId, input::wish));
    }

    @MutationMapping
    DeleteExportPayload deleteExport(@Argument OneExport input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    saved.delete(access, input.exportId);
                    return input.exportId;
                },
                DeleteExportPayload::new);
    }

    @MutationMapping
    JobPayload startExport(@Argument WantedExport input) {
        return started(
                input.project,
                access -> exports.start(
                        access,
                        input.exportId,
                        new Exports.Wish(
                                Optional.ofNullable(input.format),
                                Optional.ofNullable(input.filter).map(ExportInputs.Filter::read),
                                input.mailWhenDone)));
    }

    @MutationMapping
    JobPayload startExportMedia(@Argument WantedMedia input) {
        return started(
                input.project,
                access -> exports.startMedia(
                        access,
                        input.exportId,
                        Optional.ofNullable(input.filter).map(ExportInputs.Filter::read),
                        input.mailWhenDone));
    }

    @MutationMapping
    JobPayload startExports(@Argument WantedExports input) {
        return started(
                input.project,
                access -> exports.start(
                        access,
                        input.exportIds,
                        Optional.ofNullable(input.filter).map(ExportInputs.Filter::read),
                        input.mailWhenDone));
    }

    @MutationMapping
    JobPayload rebuildExport(@Argument OneExport input) {
        return started(input.project, access -> exports.rebuild(access, input.exportId));
    }

    @MutationMapping
    ExportPayload setExportRebuilding(@Argument Round input) {
        return attempt(input.project, access -> saved.setRebuilding(access, input.exportId, input.rebuilding));
    }

    private ExportPayload attempt(String project, Function<ProjectAccess, SavedExport> deed) {
        return Attempt.in(entrance, project, access -> new ExportNode(access, deed.apply(access)), ExportPayload::new);
    }

    private JobPayload started(String project, Function<ProjectAccess, Job> deed) {
        return Attempt.in(entrance, project, access -> new JobNode(access, deed.apply(access)), JobPayload::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.exports.DailyRound;
import org.baraza.exchange.exports.ExportFilter;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.ExportRights;
import org.baraza.exchange.exports.Exporting;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Projects;

/**
 * Makes files of exports: as jobs, each day, or straight into a stream. A daily export is made as its
 * owner, whoever asks for it.
 */
public final class Exports {
    private static final int MOST_TOGETHER = 30;

    private final SavedExports saved;
    private final Exporting exporting;
    private final Jobs jobs;
    private final JobFiles files;
    private final JobMails mails;
    private final BlobStore blobs;
    private final Projects projects;
    private final Access access;
    private final Clock clock;

    public Exports(
            SavedExports saved,
            Exporting exporting,
            Jobs jobs,
            JobFiles files,
            JobMails mails,
            BlobStore blobs,
            Projects projects,
            Access access,
            Clock clock) {
        this.saved = saved;
        this.exporting = exporting;
        this.jobs = jobs;
        this.files = files;
        this.mails = mails;
        this.blobs = blobs;
        this.projects = projects;
        this.access = access;
        this.clock = clock;
    }

    /** Starts to write a file of an export, for whoever asks. */
    public Job start(ProjectAccess who, String exportId, Wish wish) {
        ExportPlan plan = saved.get(who, exportId).plan();
        ExportPlan wanted = plan.as(wish.format().orElse(plan.format()), wish.filterOf(plan));
        exporting.check(who, wanted);
        mails.require(wish.mailed());
        return jobs.export(who, new JobRequest.Export(wanted, "", wish.mailed()));
    }

    /**
     * How a file is wanted; what is empty is as the export has it.
     *
     * @param mailed whether whoever asks is mailed when it is done
     */
    public record Wish(Optional<ExportFormat> format, Optional<ExportFilter> filter, boolean mailed) {
        private ExportFilter filterOf(ExportPlan plan) {
            return filter.orElse(plan.filter());
        }
    }

    /** Starts to put the files of the forms of an export into an archive. */
    public Job startMedia(ProjectAccess who, String exportId, Optional<ExportFilter> filter, boolean mailed) {
        ExportPlan plan = saved.get(who, exportId).plan();
        ExportPlan wanted = plan.as(ExportFormat.CSV, filter.orElse(plan.filter()));
        exporting.checkMedia(who, wanted);
        mails.require(mailed);
        return jobs.export(who, new JobRequest.ExportMedia(wanted, mailed));
    }

    /** Starts to write a workbook with the tables of several exports, in the order in which they are named. */
    public Job start(ProjectAccess who, List<String> exportIds, Optional<ExportFilter> filter, boolean mailed) {
        List<String> ids = exportIds.stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST_TOGETHER) {
            throw new Refused(Problem.Invalid.field(
                    "exportIds", "EXPORTS_EXPECTED", "A workbook has between 1 and " + MOST_TOGETHER + " exports."));
        }
        List<ExportPlan> plans = ids.stream()
                .map(id -> saved.get(who, id).plan())
                .map(plan -> plan.as(ExportFormat.XLSX, filter.orElse(plan.filter())))
                .toList();
        plans.forEach(plan -> exporting.check(who, plan));
        mails.require(mailed);
        return jobs.export(who, new JobRequest.ExportBook(plans, mailed));
    }

    /** Writes an export straight into a stream. */
    public void stream(ProjectAccess who, SavedExport export, ExportPlan plan, String from, OutputStream out)
            throws IOException {
        exporting.check(who, plan);
        saved.streamed(who, export);
        exporting.stream(who, plan, from, out, files::fresh);
    }

    /** Starts to make the kept file of a daily export anew. */
    public Job rebuild(ProjectAccess who, String exportId) {
        SavedExport export = saved.get(who, exportId);
        if (!export.daily()) {
            throw new Refused(new Problem.Conflict("NOT_DAILY", "No file of this export is kept."));
        }
        if (saved.isBuilding(exportId)) {
            throw new Refused(new Problem.Conflict("BUILDING", "Its file is being made already."));
        }
        return owner(export)
                .map(owner -> jobs.export(owner, new JobRequest.Export(export.plan(), exportId, false)))
                .orElseThrow(() -> new Refused(
                        new Problem.Conflict("OWNER_GONE", "Its owner has no part in the project any more.")));
    }

    /** For the daily round; false when its owner may not any more. */
    public boolean rebuildForRound(SavedExport export) {
        Optional<ProjectAccess> owner = owner(export);
        if (owner.isPresent() && !saved.isBuilding(export.exportId())) {
            jobs.export(owner.get(), new JobRequest.Export(export.plan(), export.exportId(), false));
        }
        return owner.isPresent();
    }

    private Optional<ProjectAccess> owner(SavedExport export) {
        Actor owner =
                new Actor.WebUser(export.ownerId(), export.ownerName(), false, Optional.of(ProjectScope.current()));
        return projects.byId(ProjectScope.current())
                .flatMap(project -> access.to(owner, project))
                .filter(member -> ExportRights.mayUse(member, export.plan()));
    }

    /** The export of which somebody fetches the kept file; begins to make the file anew when it is not of today. */
    public SavedExport fetch(ProjectAccess who, String exportId) {
        SavedExport export = saved.fetch(who, exportId);
        if (DailyRound.isStale(export, clock)) {
            freshen(export);
        }
        return export;
    }

    /** Whoever fetches the file gets the older one when it cannot be made anew now. */
    private void freshen(SavedExport export) {
        try {
            rebuildForRound(export);
        } catch (Refused refused) {
            if (!(refused.problem() instanceof Problem.Conflict)) {
                throw refused;
            }
        }
    }

    /** The kept file of a daily export; empty until there is one. */
    public Optional<InputStream> file(ProjectAccess who, SavedExport export) throws IOException {
        return export.file().isEmpty()
                ? Optional.empty()
                : blobs.open(who.project(), export.file().get().key());
    }
}

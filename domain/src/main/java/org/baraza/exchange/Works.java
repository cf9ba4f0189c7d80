// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.baraza.cases.CaseFilter;
import org.baraza.exchange.caseactions.CaseActions;
import org.baraza.exchange.caseactions.CaseDeed;
import org.baraza.exchange.deliveries.Deliveries;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.Exporting;
import org.baraza.exchange.formactions.FormActions;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.imports.ImportWork;
import org.baraza.exchange.lookups.LookupBooks;
import org.baraza.exchange.lookups.LookupServices;
import org.baraza.exchange.lookups.RowActions;
import org.baraza.exchange.people.MemberBooks;
import org.baraza.exchange.people.PeopleBooks;
import org.baraza.exchange.people.PeopleServices;
import org.baraza.exchange.people.WorkerActions;
import org.baraza.exchange.sites.LocationActions;
import org.baraza.exchange.sites.SiteBooks;
import org.baraza.exchange.sites.SiteServices;
import org.baraza.exchange.work.IdsWork;
import org.baraza.exchange.work.JobFailed;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.Work;
import org.baraza.forwarding.Records;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/** Which work each kind of job is. */
public final class Works {
    /** Ids that phones make up may hold anything that is text to the database, a new line too. */
    private static final String BETWEEN_IDS = "\0";

    private final PeopleServices people;
    private final SiteServices sites;
    private final LookupServices lookups;
    private final ImportServices imports;
    private final Exporting exporting;
    private final FormActions forms;
    private final CaseActions cases;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final JobFiles files;
    private final Clock clock;
    private final JobStore store = new JobStore();

    public Works(
            PeopleServices people,
            SiteServices sites,
            LookupServices lookups,
            ImportServices imports,
            Exporting exporting,
            FormActions forms,
            CaseActions cases,
            Deliveries deliveries,
            Transactions transactions,
            JobFiles files,
            Clock clock) {
        this.people = people;
        this.sites = sites;
        this.lookups = lookups;
        this.imports = imports;
        this.exporting = exporting;
        this.forms = forms;
        this.cases = cases;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.files = files;
        this.clock = clock;
    }

    Work open(Job job, ProjectAccess who) {
        return switch (job.request()) {
            case JobRequest.Upload upload -> reading(job, upload, who);
            case JobRequest.Download download -> writing(download, who);
            case JobRequest.Action action -> acting(job, action, who);
            case JobRequest.CaseAction(CaseDeed deed, Selection selection) ->
                new IdsWork(ids(job, selection, who), cases.doing(who, deed));
            case JobRequest.CaseImport wanted -> importing(job, wanted, who);
            case JobRequest.Replay(String forwarderId, var since, var until) ->
                deliveries.replaying(who, forwarderId, since, until);
            case JobRequest.Export wanted -> exporting.work(who, wanted.plan(), files::fresh);
            case JobRequest.ExportMedia wanted -> exporting.media(who, wanted.plan(), files::fresh, files::open);
            case JobRequest.ExportBook wanted -> exporting.book(who, wanted.plans(), files::fresh);
        };
    }

    private Work reading(Job job, JobRequest.Upload upload, ProjectAccess who) {
        Path file = source(job);
        try {
            boolean fresh = job.progress().done() == 0;
            return switch (upload.workbook()) {
                case MOBILE_WORKERS -> new PeopleBooks(people).readWorkers(file, who, upload.checkOnly());
                case WEB_USERS -> new MemberBooks(people).read(file, who, upload.checkOnly());
                case GROUPS -> new PeopleBooks(people).readGroups(file, who, upload.checkOnly());
                case LOCATIONS -> new SiteBooks(sites).read(file, who, upload.checkOnly());
                case LOOKUP_TABLES ->
                    new LookupBooks(lookups)
                            .read(file, who, new LookupBooks.Manner(upload.checkOnly(), upload.replace()), fresh);
            };
        } catch (RuntimeException refused) {
            JobFiles.remove(file);
            throw refused;
        }
    }

    private Work importing(Job job, JobRequest.CaseImport wanted, ProjectAccess who) {
        Path file = source(job);
        try {
            return new ImportWork(imports, who, wanted.plan(), file);
        } catch (RuntimeException refused) {
            JobFiles.remove(file);
            throw refused;
        }
    }

    /** A copy on this node of what was sent. */
    private Path source(Job job) {
        return files.copy(job.files()
                .sourceKey()
                .orElseThrow(() -> new JobFailed("FILE_GONE", "The file that was sent is not there any more.")));
    }

    private Work writing(JobRequest.Download download, ProjectAccess who) {
        Path file = files.fresh();
        return switch (download.workbook()) {
            case MOBILE_WORKERS -> new PeopleBooks(people).writeWorkers(file, who, download.selection());
            case WEB_USERS -> new MemberBooks(people).write(file, who);
            case GROUPS -> new PeopleBooks(people).writeGroups(file, who);
            case LOCATIONS -> new SiteBooks(sites).write(file, who, download.selection());
            case LOOKUP_TABLES -> new LookupBooks(lookups).write(file, who, download.selection());
        };
    }

    private Work acting(Job job, JobRequest.Action action, ProjectAccess who) {
        List<String> ids = ids(job, action.selection(), who);
        WorkerActions workers = new WorkerActions(people, who);
        return switch (action.action()) {
            case ARCHIVE_LOCATIONS -> new IdsWork(ids, new LocationActions(sites, who)::archiving);
            case DELETE_LOOKUP_ROWS -> new IdsWork(ids, new RowActions(lookups, who)::deleting);
            case ARCHIVE_FORMS -> new IdsWork(ids, forms.archiving(who));
            case UNARCHIVE_FORMS -> new IdsWork(ids, forms.unarchiving(who));
            case RESEND_FORWARDING_RECORDS -> new IdsWork(ids, deliveries.acting(who, Records.Deed.RESEND));
            case CANCEL_FORWARDING_RECORDS -> new IdsWork(ids, deliveries.acting(who, Records.Deed.CANCEL));
            case REQUEUE_FORWARDING_RECORDS -> new IdsWork(ids, deliveries.acting(who, Records.Deed.REQUEUE));
            case ACTIVATE_MOBILE_WORKERS -> deeds(ids, workers, workers.setActive(true));
            case DEACTIVATE_MOBILE_WORKERS -> deeds(ids, workers, workers.setActive(false));
            case DELETE_MOBILE_WORKERS -> deeds(ids, workers, workers.delete());
            case ASSIGN_MOBILE_WORKERS_TO_LOCATION ->
                deeds(ids, workers, workers.assign(action.locationId(), action.onlyLocation()));
            case ADD_MOBILE_WORKERS_TO_GROUP -> deeds(ids, workers, workers.group(action.groupId(), true));
            case REMOVE_MOBILE_WORKERS_FROM_GROUP -> deeds(ids, workers, workers.group(action.groupId(), false));
            case REASSIGN_CASES, CLOSE_CASES, EDIT_CASES ->
                throw new IllegalStateException("cases are asked for in words of their own");
        };
    }

    private static Work deeds(List<String> ids, WorkerActions workers, WorkerActions.Deed deed) {
        return new IdsWork(ids, some -> workers.steps(some, deed));
    }

    /** A filter would let through others after the first rows are done, so it is asked once and its answer kept. */
    private List<String> ids(Job job, Selection selection, ProjectAccess who) {
        if (selection instanceof Selection.Ids(List<String> given)) {
            return given;
        }
        Optional<String> kept = job.files().sourceKey();
        if (kept.isPresent()) {
            return read(files.text(kept.get()));
        }
        List<String> ids = selected(selection, who);
        String key = files.keep(out -> out.write(String.join(BETWEEN_IDS, ids).getBytes(StandardCharsets.UTF_8)));
        transactions.writing(tx -> store.setSource(tx, job, key));
        return ids;
    }

    private static List<String> read(String kept) {
        return kept.isEmpty() ? List.of() : List.of(kept.split(BETWEEN_IDS, -1));
    }

    private List<String> selected(Selection selection, ProjectAccess who) {
        return switch (selection) {
            case Selection.Workers wanted -> new WorkerActions(people, who).ids(wanted);
            case Selection.Places wanted -> new SiteBooks(sites).ids(who, wanted);
            case Selection.RowsOf wanted -> new LookupBooks(lookups).ids(who, wanted);
            case Selection.SentForms wanted -> forms.ids(who, wanted);
            case Selection.FoundCases(CaseFilter filter) -> cases.ids(who, filter);
            case Selection.Deliveries wanted -> deliveries.ids(who, wanted);
            case Selection.Ids(List<String> given) -> given;
            case Selection.All _ -> List.of();
        };
    }

    /** What the workbook of a download is called. */
    String resultName(Job job) {
        String day = "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".";
        return switch (job.request()) {
            case JobRequest.Download download -> download.workbook().slug() + day + "xlsx";
            case JobRequest.Export export ->
                export.plan().fileName() + day + export.plan().format().extension();
            case JobRequest.ExportMedia media -> media.plan().fileName() + "-files" + day + "zip";
            case JobRequest.ExportBook _ -> "exports" + day + ExportFormat.XLSX.extension();
            default -> "result" + day + "xlsx";
        };
    }
}

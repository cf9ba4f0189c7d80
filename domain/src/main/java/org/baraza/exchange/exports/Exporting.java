// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.workbook.OldWorkbookWriter;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;

/** Makes exports: as the work of a job, or straight into a stream. What somebody may export, {@link ExportRights} know. */
public final class Exporting {
    private final ExportServices services;
    private final Shapes shapes;
    private final String site;

    /** @param site where the server is reached from outside, without a slash at the end; empty where it is not known */
    public Exporting(ExportServices services, Shapes shapes, String site) {
        this.services = services;
        this.shapes = shapes;
        this.site = site;
    }

    /** Refuses what cannot be exported, before anything is promised. */
    public void check(ProjectAccess who, ExportPlan plan) {
        ExportRights.requireUse(who, plan);
        if (!ExportRules.isChoice(plan.filter().dates(), services.clock().instant())) {
            throw new Refused(Problem.Invalid.field("filter", "DATE_INVALID", "Dates are written as 2024-03-01."));
        }
        List<FieldError> unfit = ExportRules.unfit(plan);
        if (!unfit.isEmpty()) {
            throw new Refused(new Problem.Invalid(unfit));
        }
        if (plan.format() == ExportFormat.XLS) {
            checkColumns(who, plan);
        }
    }

    private void checkColumns(ProjectAccess who, ExportPlan plan) {
        CellRules rules = new CellRules(plan.manner(), surroundings(who, ""));
        try {
            plan.written()
                    .forEach(table -> OldWorkbookWriter.check(
                            table.label(),
                            new TableLayout(table, rules).headers().size()));
        } catch (WorkbookRefused tooLarge) {
            throw refused(tooLarge);
        }
    }

    private static Refused refused(WorkbookRefused tooLarge) {
        return new Refused(Problem.Invalid.field("format", tooLarge.code(), tooLarge.text()));
    }

    /** @param spare gives an empty file of this node; who writes it removes it */
    public Work work(ProjectAccess who, ExportPlan plan, Supplier<Path> spare) {
        return new ExportWork(List.of(part(who, plan, site, false)), plan.format(), spare);
    }

    /** Writes several as one workbook. */
    public Work book(ProjectAccess who, List<ExportPlan> plans, Supplier<Path> spare) {
        return new ExportWork(
                plans.stream().map(plan -> part(who, plan, site, true)).toList(), ExportFormat.XLSX, spare);
    }

    /** Refuses what has no files, and what hides whom they show. */
    public void checkMedia(ProjectAccess who, ExportPlan plan) {
        check(who, plan);
        if (plan.type() != ExportType.FORM) {
            throw new Refused(new Problem.Conflict("NO_MEDIA", "Only exports of forms have files."));
        }
        if (plan.manner().deidentified()) {
            throw new Refused(new Problem.Conflict(
                    "MEDIA_DEIDENTIFIED", "Files tell whom they are of; a de-identified export has none."));
        }
    }

    /**
     * Puts the files that forms answer the selected questions with into an archive.
     *
     * @param blobs gives the bytes that are kept under a key
     */
    public Work media(
            ProjectAccess who, ExportPlan plan, Supplier<Path> spare, Function<String, Optional<InputStream>> blobs) {
        checkMedia(who, plan);
        return new MediaWork(services, who, plan, limits(who, plan, surroundings(who, site)), blobs, spare.get());
    }

    private ExportPart part(ProjectAccess who, ExportPlan plan, String reached, boolean amongOthers) {
        ExportRights.requireUse(who, plan);
        Surroundings surroundings = surroundings(who, reached);
        return new ExportPart(
                plan,
                source(who, plan, surroundings, Stretch.WHOLE),
                surroundings,
                amongOthers,
                shape -> shapes.learn(who, plan, shape));
    }

    /**
     * Writes it whole.
     *
     * @param from where the caller reached the server
     */
    public void stream(ProjectAccess who, ExportPlan plan, String from, OutputStream out, Supplier<Path> spare)
            throws IOException {
        ExportPart part = part(who, plan, site.isEmpty() ? from : site, false);
        try (ExportFile file = new ExportFile(plan.format(), out, plan.written().size(), spare)) {
            file.begin(part);
            each(part.source(), file::add);
            file.finish();
        } catch (WorkbookRefused tooLarge) {
            throw refused(tooLarge);
        }
    }

    /** What is done with a row. */
    private interface RowReader {
        void row(ExportRow row) throws IOException;
    }

    private static void each(ExportSource source, RowReader reader) throws IOException {
        for (ExportSource.Part part = source.next(); part.read() > 0; part = source.next()) {
            for (List<ExportRow> rows : part.rows()) {
                for (ExportRow row : rows) {
                    reader.row(row);
                }
            }
        }
    }

    /** What is done with the cells of a row. */
    public interface CellReader {
        void row(String[] cells) throws IOException;
    }

    /**
     * Reads a part of one table of a feed.
     *
     * @param from where the caller reached the server
     * @return the place behind which the next part begins; empty behind the last one
     */
    public Optional<String> feed(
            ProjectAccess who, ExportPlan plan, int table, Stretch stretch, String from, CellReader reader)
            throws IOException {
        ExportPlan wanted = feedPlan(who, plan, table);
        ExportSource source = source(who, wanted, surroundings(who, site.isEmpty() ? from : site), stretch);
        each(source, row -> reader.row(row.cells()));
        return source.rest();
    }

    /** Refuses a table of a feed that she may not read, or that is not there, before anything is promised. */
    public void checkFeed(ProjectAccess who, ExportPlan plan, int table) {
        feedPlan(who, plan, table);
    }

    private static ExportPlan feedPlan(ProjectAccess who, ExportPlan plan, int table) {
        ExportRights.requireFeeds(who);
        return FeedPlan.of(plan, table)
                .map(FeedPlan::plan)
                .orElseThrow(() -> new Refused(new Problem.NotFound("feed")));
    }

    /** The properties of a table of a feed; empty when there is no such table, or it is not selected. */
    public Optional<List<FeedField>> feedFields(ProjectAccess who, ExportPlan plan, int table) {
        ExportRights.requireFeeds(who);
        return FeedPlan.of(plan, table)
                .map(feed -> FeedField.of(
                        feed,
                        new TableLayout(
                                feed.plan().written().getFirst(),
                                new CellRules(feed.plan().manner(), surroundings(who, "")))));
    }

    /** The name of the key of a table of a feed; empty as for {@link #feedFields}. */
    public Optional<String> feedKey(ExportPlan plan, int table) {
        return FeedPlan.of(plan, table).map(FeedPlan::key);
    }

    private ExportSource source(ProjectAccess who, ExportPlan plan, Surroundings surroundings, Stretch stretch) {
        Limits limits = limits(who, plan, surroundings);
        return switch (plan.type()) {
            case FORM -> new FormSource(services, who, plan, surroundings, limits, stretch);
            case CASE -> {
                Set<String> places =
                        plan.format() == ExportFormat.GEOJSON ? shapes.places(plan.identifier()) : Set.of();
                CaseRowMaker maker = new CaseRowMaker(plan, surroundings, places);
                yield new CaseSource(services, who, plan, maker, limits, stretch);
            }
        };
    }

    private Surroundings surroundings(ProjectAccess who, String reached) {
        Project project =
                services.projects().byId(who.project()).orElseThrow(() -> new Refused(new Problem.NotFound("project")));
        return new Surroundings(who.projectName(), project.timeZone(), reached, shapes.veil(who));
    }

    private Limits limits(ProjectAccess who, ExportPlan plan, Surroundings surroundings) {
        Instant now = services.clock().instant();
        try {
            DateChoice.Span span = plan.filter().dates().span(surroundings.zone(), now);
            return new Limits(now, span.from(), span.before(), people(who, plan.filter()));
        } catch (DateTimeParseException noDate) {
            throw new Refused(Problem.Invalid.field("filter", "DATE_INVALID", "Dates are written as 2024-03-01."));
        }
    }

    /** Whoever may not see every location sees what her own are responsible for, whatever the filter says. */
    private Optional<Set<String>> people(ProjectAccess who, ExportFilter filter) {
        Optional<Set<String>> reached = services.reach().owners(who);
        if (!filter.namesPeople()) {
            return reached;
        }
        Set<String> wanted = new HashSet<>(filter.userIds());
        wanted.addAll(services.reach().atPlaces(filter.locationIds()));
        wanted.addAll(services.reach().inGroups(filter.groupIds()));
        reached.ifPresent(wanted::retainAll);
        return Optional.of(wanted);
    }
}

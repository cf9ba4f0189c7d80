// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.exchange.BulkAction;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Workbook;
import org.baraza.exchange.caseactions.CaseDeed;
import org.baraza.exchange.work.Selection;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Starts jobs and ends them. */
@Controller
final class JobMutations {
    private final Entrance entrance;
    private final Jobs jobs;

    JobMutations(Entrance entrance, Jobs jobs) {
        this.entrance = entrance;
        this.jobs = jobs;
    }

    /** Workers as the list shows them. */
    record WorkerSelection(
            @Nullable String search,
            @Nullable Boolean active,
            @Nullable String groupId,
            @Nullable String locationId) {
        private Selection selection() {
            return new Selection.Workers(
                    search == null ? "" : search,
                    active == null ? Status.ANY : active ? Status.ACTIVE : Status.INACTIVE,
                    groupId,
                    locationId);
        }
    }

    /** What is to be done to whom. */
    record Deed(
            String project,
            BulkAction action,
            @Nullable List<String> ids,
            @Nullable WorkerSelection mobileWorkers,
            @Nullable LocationFilterInput locations,
            @Nullable String lookupTableId,
            @Nullable FormFilterInput forms,
            @Nullable RecordFilterInput forwardingRecords,
            @Nullable CaseFilterInput cases,
            @Nullable String locationId,
            @Nullable Boolean onlyLocation,
            @Nullable String groupId,
            @Nullable String ownerId,
            @Nullable List<CaseEditing.Property> caseProperties) {

        private Job start(Jobs jobs, ProjectAccess access) {
            Optional<CaseDeed> deed = caseDeed();
            Selection selection = selection();
            return deed.isPresent()
                    ? jobs.act(access, new JobRequest.CaseAction(deed.get(), selection))
                    : jobs.act(
                            access,
                            new JobRequest.Action(
                                    action,
                                    selection,
                                    text(locationId),
                                    Boolean.TRUE.equals(onlyLocation),
                                    text(groupId)));
        }

        private Optional<CaseDeed> caseDeed() {
            if ((action == BulkAction.REASSIGN_CASES) == text(ownerId).isEmpty()) {
                throw new Refused(Problem.Invalid.field(
                        "ownerId", "OWNER_EXPECTED", "An owner is named to reassign cases, and only then."));
            }
            Map<String, String> values = new LinkedHashMap<>();
            if (caseProperties != null) {
                caseProperties.forEach(property -> values.put(property.name(), property.value()));
            }
            if ((action == BulkAction.EDIT_CASES) == values.isEmpty()) {
                throw new Refused(Problem.Invalid.field(
                        "caseProperties", "PROPERTIES_EXPECTED", "Properties are named to edit cases, and only then."));
            }
            return switch (action) {
                case REASSIGN_CASES -> Optional.of(new CaseDeed.Reassign(text(ownerId)));
                case CLOSE_CASES -> Optional.of(new CaseDeed.Close());
                case EDIT_CASES -> Optional.of(new CaseDeed.Edit(values));
                default -> Optional.empty();
            };
        }

        /** Exactly one is given, and it is the one that fits: nothing is done to all by mistake. */
        private Selection selection() {
            int given = (ids == null ? 0 : 1)
                    + (mobileWorkers == null ? 0 : 1)
                    + (locations == null ? 0 : 1)
                    + (lookupTableId == null ? 0 : 1)
                    + (forms == null ? 0 : 1)
                    + (forwardingRecords == null ? 0 : 1)
                    + (cases == null ? 0 : 1);
            @Nullable
            Selection filter = switch (action) {
                case ARCHIVE_LOCATIONS ->
                    locations == null ? null : Selection.Places.of(LocationFilterInput.filter(locations));
                case DELETE_LOOKUP_ROWS -> lookupTableId == null ? null : new Selection.RowsOf(lookupTableId);
                case ARCHIVE_FORMS, UNARCHIVE_FORMS ->
                    forms == null ? null : Selection.SentForms.of(FormFilterInput.filter(forms));
                case RESEND_FORWARDING_RECORDS, CANCEL_FORWARDING_RECORDS, REQUEUE_FORWARDING_RECORDS ->
                    forwardingRecords == null ? null : Selection.Deliveries.of(forwardingRecords.filter());
                case REASSIGN_CASES, CLOSE_CASES, EDIT_CASES ->
                    cases == null ? null : new Selection.FoundCases(CaseFilterInput.filter(cases, "cases"));
                default -> mobileWorkers == null ? null : mobileWorkers.selection();
            };
            @Nullable Selection wanted = ids == null ? filter : new Selection.Ids(ids);
            if (given != 1 || wanted == null) {
                throw new Refused(Problem.Invalid.field(
                        "ids", "SELECTION_EXPECTED", "Give ids, or the one selection that fits the action."));
            }
            return wanted;
        }
    }

    /** What is to be written. */
    record Download(
            String project,
            Workbook workbook,
            @Nullable WorkerSelection mobileWorkers,
            @Nullable LocationFilterInput locations,
            @Nullable List<String> lookupTableIds) {

        private JobRequest.Download request() {
            @Nullable
            Selection selection = switch (workbook) {
                case MOBILE_WORKERS -> mobileWorkers == null ? null : mobileWorkers.selection();
                case LOCATIONS -> locations == null ? null : Selection.Places.of(LocationFilterInput.filter(locations));
                case LOOKUP_TABLES -> lookupTableIds == null ? null : new Selection.Ids(lookupTableIds);
                case WEB_USERS, GROUPS -> null;
            };
            return new JobRequest.Download(workbook, selection == null ? new Selection.All() : selection);
        }
    }

    /** A job to be ended. */
    record Cancellation(String project, String jobId) {}

    /** What came of it. */
    record JobPayload(@Nullable JobNode job, List<UserError> userErrors) {}

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    @MutationMapping
    JobPayload startBulkAction(@Argument Deed input) {
        return attempt(input.project, access -> input.start(jobs, access));
    }

    @MutationMapping
    JobPayload startDownload(@Argument Download input) {
        return attempt(input.project, access -> jobs.download(access, input.request()));
    }

    @MutationMapping
    JobPayload cancelJob(@Argument Cancellation input) {
        return attempt(input.project, access -> jobs.cancel(access, input.jobId));
    }

    private JobPayload attempt(String project, Function<ProjectAccess, Job> deed) {
        return Attempt.in(entrance, project, access -> new JobNode(access, deed.apply(access)), JobPayload::new);
    }
}

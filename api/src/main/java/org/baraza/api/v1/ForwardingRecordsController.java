// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.BulkAction;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.work.Selection;
import org.baraza.forwarding.RecordQuery;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.RecordState;
import org.baraza.forwarding.Records;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.ForwardingRecordsApi;
import org.baraza.openapi.model.ForwardingAct;
import org.baraza.openapi.model.ForwardingAttempts;
import org.baraza.openapi.model.ForwardingDeed;
import org.baraza.openapi.model.ForwardingFilter;
import org.baraza.openapi.model.ForwardingRecord;
import org.baraza.openapi.model.ForwardingRecordPage;
import org.baraza.openapi.model.ForwardingState;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What forwarders sent, and are to send. */
@RestController
final class ForwardingRecordsController implements ForwardingRecordsApi {
    private final Asking asking;
    private final Records records;
    private final Jobs jobs;

    ForwardingRecordsController(Asking asking, Records records, Jobs jobs) {
        this.asking = asking;
        this.records = records;
        this.jobs = jobs;
    }

    @Override
    public ResponseEntity<ForwardingRecordPage> listForwardingRecords(
            String project,
            @Nullable String after,
            Integer limit,
            @Nullable String forwarderId,
            @Nullable ForwardingState state,
            @Nullable String payloadId,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until) {
        RecordFilter filter = filter(forwarderId, state, payloadId, since, until);
        var page = records.list(asking.access(), new RecordQuery(filter, Wanted.page(after, limit)));
        @Nullable String next = Wanted.next(page, org.baraza.forwarding.ForwardingRecord::cursor);
        return Paged.answer(
                new ForwardingRecordPage(page.items().stream()
                                .map(ForwardingRecordModel::of)
                                .toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<ForwardingRecord> readForwardingRecord(
            String project, String recordId, @Nullable String ifNoneMatch) {
        return Etag.answer(ForwardingRecordModel.of(one(asking.access(), recordId)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<ForwardingAttempts> listForwardingAttempts(String project, String recordId) {
        ProjectAccess as = asking.access();
        String id = one(as, recordId).recordId();
        return ResponseEntity.ok(
                new ForwardingAttempts(records.attempts(as, Set.of(id)).getOrDefault(id, List.of()).stream()
                        .map(ForwardingRecordModel::of)
                        .toList()));
    }

    @Override
    public ResponseEntity<ProjectJob> actOnForwardingRecords(
            String project, ForwardingAct wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        BulkAction action = action(Wanted.required("action", wanted.getAction()));
        return JobModel.accepted(as, jobs.act(as, new JobRequest.Action(action, selection(wanted), "", false, "")));
    }

    private static BulkAction action(ForwardingDeed deed) {
        return switch (deed) {
            case RESEND -> BulkAction.RESEND_FORWARDING_RECORDS;
            case CANCEL -> BulkAction.CANCEL_FORWARDING_RECORDS;
            case REQUEUE -> BulkAction.REQUEUE_FORWARDING_RECORDS;
        };
    }

    /** Exactly one is given: nothing is done to all by mistake. */
    private static Selection selection(ForwardingAct wanted) {
        List<String> ids = wanted.getIds();
        ForwardingFilter filter = wanted.getFilter();
        if ((ids == null) == (filter == null)) {
            throw new Refused(Problem.Invalid.field("ids", "SELECTION_EXPECTED", "Give ids, or a filter."));
        }
        return ids != null ? new Selection.Ids(Wanted.all("ids", ids)) : Selection.Deliveries.of(filter(filter));
    }

    private static RecordFilter filter(ForwardingFilter filter) {
        return filter(
                filter.getForwarderId(),
                filter.getState(),
                filter.getPayloadId(),
                filter.getSince(),
                filter.getUntil());
    }

    private static RecordFilter filter(
            @Nullable String forwarderId,
            @Nullable ForwardingState state,
            @Nullable String payloadId,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until) {
        return new RecordFilter(
                Wanted.or(forwarderId, ""),
                Optional.ofNullable(state).map(one -> RecordState.valueOf(one.name())),
                Wanted.or(payloadId, ""),
                Wanted.moment(since),
                Wanted.moment(until));
    }

    private org.baraza.forwarding.ForwardingRecord one(ProjectAccess as, String recordId) {
        return records.find(as, recordId).orElseThrow(() -> new Refused(new Problem.NotFound("forwarding record")));
    }
}

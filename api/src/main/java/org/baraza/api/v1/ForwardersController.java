// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.baraza.exchange.ForwardingReplays;
import org.baraza.forwarding.ForwarderHealth;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.Forwarders;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.ForwardersApi;
import org.baraza.openapi.model.Forwarder;
import org.baraza.openapi.model.ForwarderChange;
import org.baraza.openapi.model.ForwarderPage;
import org.baraza.openapi.model.ForwarderStatus;
import org.baraza.openapi.model.ForwardingReplay;
import org.baraza.openapi.model.NewForwarder;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What sends changes somewhere else. */
@RestController
final class ForwardersController implements ForwardersApi {
    private static final WholeList<org.baraza.forwarding.Forwarder> LIST = new WholeList<>(
            "forwarders", org.baraza.forwarding.Forwarder::name, org.baraza.forwarding.Forwarder::forwarderId);

    private final Asking asking;
    private final Forwarders forwarders;
    private final ForwarderHealth health;
    private final ForwardingReplays replays;

    ForwardersController(Asking asking, Forwarders forwarders, ForwarderHealth health, ForwardingReplays replays) {
        this.asking = asking;
        this.forwarders = forwarders;
        this.health = health;
        this.replays = replays;
    }

    @Override
    public ResponseEntity<org.baraza.openapi.model.ForwarderTypes> listForwarderTypes(String project) {
        ForwarderTypes types = forwarders.types(asking.access());
        return ResponseEntity.ok(new org.baraza.openapi.model.ForwarderTypes(
                types.all().stream().map(type -> ForwarderModel.of(type, types)).toList()));
    }

    @Override
    public ResponseEntity<ForwarderPage> listForwarders(String project, @Nullable String after, Integer limit) {
        var page = LIST.page(forwarders.list(asking.access()), after, limit);
        @Nullable String next = Wanted.next(page, LIST::cursor);
        return Paged.answer(
                new ForwarderPage(page.items().stream().map(ForwarderModel::of).toList()).next(next), next);
    }

    @Override
    public ResponseEntity<Forwarder> createForwarder(
            String project, NewForwarder wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        Forwarder made = ForwarderModel.of(forwarders.create(as, ForwarderModel.wish(wanted)));
        return ResponseEntity.created(
                        URI.create("/api/v1/projects/" + as.projectName() + "/forwarders/" + made.getId()))
                .eTag(Etag.of(made))
                .body(made);
    }

    @Override
    public ResponseEntity<Forwarder> readForwarder(String project, String forwarderId, @Nullable String ifNoneMatch) {
        return Etag.answer(ForwarderModel.of(one(asking.access(), forwarderId)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<Forwarder> changeForwarder(
            String project,
            String forwarderId,
            ForwarderChange change,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        return Etag.answer(ForwarderModel.of(forwarders.update(
                asking.access(),
                forwarderId,
                before -> ForwarderModel.wish(change, before),
                before -> Etag.require(ifMatch, ForwarderModel.of(before)))));
    }

    @Override
    public ResponseEntity<Void> deleteForwarder(String project, String forwarderId) {
        forwarders.delete(asking.access(), forwarderId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<ForwarderStatus> readForwarderStatus(
            String project, String forwarderId, @Nullable String ifNoneMatch) {
        ProjectAccess as = asking.access();
        var forwarder = one(as, forwarderId);
        var fares = Objects.requireNonNull(
                health.of(as, Set.of(forwarder.forwarderId())).get(forwarder.forwarderId()));
        return Etag.answer(ForwarderModel.status(forwarder, fares), ifNoneMatch);
    }

    @Override
    public ResponseEntity<Forwarder> pauseForwarder(
            String project, String forwarderId, @Nullable String idempotencyKey) {
        return Etag.answer(ForwarderModel.of(forwarders.setPaused(asking.access(), forwarderId, true)));
    }

    @Override
    public ResponseEntity<Forwarder> resumeForwarder(
            String project, String forwarderId, @Nullable String idempotencyKey) {
        return Etag.answer(ForwarderModel.of(forwarders.setPaused(asking.access(), forwarderId, false)));
    }

    @Override
    public ResponseEntity<ProjectJob> replayForwarder(
            String project, String forwarderId, ForwardingReplay wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        return JobModel.accepted(
                as,
                replays.start(
                        as,
                        forwarderId,
                        Wanted.required("since", wanted.getSince()).toInstant(),
                        Wanted.required("until", wanted.getUntil()).toInstant()));
    }

    private org.baraza.forwarding.Forwarder one(ProjectAccess as, String forwarderId) {
        return forwarders.find(as, forwarderId).orElseThrow(() -> new Refused(new Problem.NotFound("forwarder")));
    }
}

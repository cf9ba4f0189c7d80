// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.baraza.identity.AuditLog;
import org.baraza.identity.AuditQuery;
import org.baraza.openapi.AuditApi;
import org.baraza.openapi.model.AuditEvent;
import org.baraza.openapi.model.AuditEventPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The book of who did what. */
@RestController
final class AuditEventsController implements AuditApi {
    private final Asking asking;
    private final AuditLog log;

    AuditEventsController(Asking asking, AuditLog log) {
        this.asking = asking;
        this.log = log;
    }

    @Override
    public ResponseEntity<AuditEventPage> listAuditEvents(
            String project,
            @Nullable String after,
            Integer limit,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String address,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {
        var page = log.list(
                asking.access(),
                new AuditQuery(actor, action, address, moment(from), moment(until), Wanted.page(after, limit)));
        @Nullable String next = Wanted.next(page, org.baraza.identity.AuditEvent::cursor);
        return Paged.answer(
                new AuditEventPage(page.items().stream()
                                .map(AuditEventsController::model)
                                .toList())
                        .next(next),
                next);
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static AuditEvent model(org.baraza.identity.AuditEvent event) {
        return new AuditEvent()
                .at(event.at().atOffset(ZoneOffset.UTC))
                .actor(event.actorName())
                .actorId(event.actorId().orElse(null))
                .action(event.action())
                .subjectKind(event.subjectKind().orElse(null))
                .subjectId(event.subjectId().orElse(null))
                .channel(event.channel()
                        .map(channel -> AuditEvent.ChannelEnum.fromValue(channel.wireName()))
                        .orElse(null))
                .detail(event.detail())
                .address(event.address().orElse(null));
    }
}

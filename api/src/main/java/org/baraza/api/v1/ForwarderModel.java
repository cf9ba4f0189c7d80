// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.baraza.api.pages.EmptyText;
import org.baraza.forwarding.Counts;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.ForwarderWish;
import org.baraza.forwarding.Health;
import org.baraza.forwarding.Method;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.openapi.model.Forwarder;
import org.baraza.openapi.model.ForwarderChange;
import org.baraza.openapi.model.ForwarderStatus;
import org.baraza.openapi.model.ForwarderType;
import org.baraza.openapi.model.ForwardingCounts;
import org.baraza.openapi.model.ForwardingFormat;
import org.baraza.openapi.model.ForwardingHour;
import org.baraza.openapi.model.ForwardingMethod;
import org.baraza.openapi.model.NewForwarder;
import org.jspecify.annotations.Nullable;

/** Forwarders in the words of the document. */
final class ForwarderModel {
    private ForwarderModel() {}

    static Forwarder of(org.baraza.forwarding.Forwarder forwarder) {
        ForwarderOptions options = forwarder.options();
        int most = options.requestsPerSecond();
        return new Forwarder()
                .id(forwarder.forwarderId())
                .name(forwarder.name())
                .connectionId(forwarder.connectionId())
                .type(forwarder.type())
                .format(forwarder.format())
                .script(EmptyText.orNull(forwarder.script()))
                .method(ForwardingMethod.valueOf(forwarder.method().name()))
                .paused(forwarder.paused())
                .includeAppId(options.includeAppId())
                .xmlnses(sorted(options.xmlnses()))
                .caseTypes(sorted(options.caseTypes()))
                .excludedUserIds(sorted(options.excludedUserIds()))
                .retryAllErrors(options.retryAllErrors())
                .backOffCodes(options.backOffCodes().stream().sorted().toList())
                .snapshot(options.snapshot())
                .concurrency(options.concurrency())
                .requestsPerSecond(most == 0 ? null : (Integer) most)
                .createdAt(forwarder.createdAt().atOffset(ZoneOffset.UTC))
                .updatedAt(forwarder.updatedAt().atOffset(ZoneOffset.UTC));
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    static ForwarderWish wish(NewForwarder wanted) {
        return new ForwarderWish(
                Wanted.required("connectionId", wanted.getConnectionId()),
                Wanted.or(wanted.getName(), ""),
                Wanted.required("type", wanted.getType()),
                Wanted.or(wanted.getFormat(), ""),
                Wanted.or(wanted.getScript(), ""),
                method(wanted.getMethod(), Method.POST),
                new ForwarderOptions(
                        !Boolean.FALSE.equals(wanted.getIncludeAppId()),
                        set("xmlnses", wanted.getXmlnses(), Set.of()),
                        set("caseTypes", wanted.getCaseTypes(), Set.of()),
                        set("excludedUserIds", wanted.getExcludedUserIds(), Set.of()),
                        Boolean.TRUE.equals(wanted.getRetryAllErrors()),
                        set("backOffCodes", wanted.getBackOffCodes(), ForwarderOptions.USUAL_BACK_OFF_CODES),
                        Boolean.TRUE.equals(wanted.getSnapshot()),
                        Wanted.or(wanted.getConcurrency(), ForwarderOptions.USUAL_CONCURRENCY),
                        Wanted.or(wanted.getRequestsPerSecond(), 0)));
    }

    static ForwarderWish wish(ForwarderChange change, ForwarderWish before) {
        ForwarderOptions options = before.options();
        return new ForwarderWish(
                Wanted.or(change.getConnectionId(), before.connectionId()),
                Wanted.or(change.getName(), before.name()),
                before.type(),
                Wanted.or(change.getFormat(), before.format()),
                Wanted.or(change.getScript(), before.script()),
                method(change.getMethod(), before.method()),
                new ForwarderOptions(
                        Wanted.or(change.getIncludeAppId(), options.includeAppId()),
                        set("xmlnses", change.getXmlnses(), options.xmlnses()),
                        set("caseTypes", change.getCaseTypes(), options.caseTypes()),
                        set("excludedUserIds", change.getExcludedUserIds(), options.excludedUserIds()),
                        Wanted.or(change.getRetryAllErrors(), options.retryAllErrors()),
                        set("backOffCodes", change.getBackOffCodes(), options.backOffCodes()),
                        Wanted.or(change.getSnapshot(), options.snapshot()),
                        Wanted.or(change.getConcurrency(), options.concurrency()),
                        Wanted.or(change.getRequestsPerSecond(), options.requestsPerSecond())));
    }

    private static Method method(@Nullable ForwardingMethod wanted, Method otherwise) {
        return wanted == null ? otherwise : Method.valueOf(wanted.name());
    }

    private static <T> Set<T> set(String field, @Nullable List<T> wanted, Set<T> otherwise) {
        return wanted == null ? otherwise : Set.copyOf(Wanted.all(field, wanted));
    }

    static ForwarderType of(org.baraza.forwarding.spi.ForwarderType type, ForwarderTypes types) {
        return new ForwarderType(
                type.slug(),
                type.label(),
                types.formats(type.slug()).stream()
                        .map(format -> new ForwardingFormat(format.slug(), format.label(), format.contentType()))
                        .toList());
    }

    static ForwarderStatus status(org.baraza.forwarding.Forwarder forwarder, Health health) {
        return new ForwarderStatus(
                        counts(forwarder.counts()),
                        health.hours().stream().map(ForwarderModel::hour).toList())
                .oldestOpenAt(Wanted.orNull(health.oldestOpenAt()))
                .restingUntil(Wanted.orNull(forwarder.restingUntil()))
                .lastAttemptAt(Wanted.orNull(forwarder.lastAttemptAt()));
    }

    /** As people count them. */
    private static ForwardingCounts counts(Counts counts) {
        return new ForwardingCounts(
                counts.pending(),
                counts.failed(),
                counts.succeeded() + counts.empty(),
                counts.cancelled() + counts.invalid(),
                counts.empty(),
                counts.invalid());
    }

    private static ForwardingHour hour(Health.Hour hour) {
        return new ForwardingHour(hour.at().atOffset(ZoneOffset.UTC), hour.attempts(), hour.failed())
                .halfWithin(orNull(hour.halfWithin()))
                .mostWithin(orNull(hour.mostWithin()));
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.baraza.forwarding.Forwarder;
import org.baraza.forwarding.ForwarderWish;
import org.baraza.forwarding.Forwarders;
import org.baraza.forwarding.Method;
import org.baraza.forwarding.Records;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes and changes forwarders, and does something to what they are to send. */
@Controller
final class ForwarderMutations {
    private final Entrance entrance;
    private final Forwarders forwarders;
    private final Records records;

    ForwarderMutations(Entrance entrance, Forwarders forwarders, Records records) {
        this.entrance = entrance;
        this.forwarders = forwarders;
        this.records = records;
    }

    /** A forwarder to be made. */
    record NewForwarder(
            String project,
            String connectionId,
            @Nullable String name,
            String type,
            @Nullable String format,
            @Nullable String script,
            Method method,
            boolean includeAppId,
            List<String> xmlnses,
            List<String> caseTypes,
            List<String> excludedUserIds,
            boolean retryAllErrors,
            List<Integer> backOffCodes,
            boolean snapshot,
            int concurrency,
            @Nullable Integer requestsPerSecond) {
        private ForwarderWish wish() {
            return new ForwarderWish(
                    connectionId,
                    name == null ? "" : name,
                    type,
                    format == null ? "" : format,
                    script == null ? "" : script,
                    method,
                    new ForwarderOptions(
                            includeAppId,
                            Set.copyOf(xmlnses),
                            Set.copyOf(caseTypes),
                            Set.copyOf(excludedUserIds),
                            retryAllErrors,
                            Set.copyOf(backOffCodes),
                            snapshot,
                            concurrency,
                            requestsPerSecond == null ? 0 : requestsPerSecond));
        }
    }

    /** What of a forwarder changes; what is null stays. */
    record ChangedForwarder(
            String project,
            String forwarderId,
            @Nullable String connectionId,
            @Nullable String name,
            @Nullable String format,
            @Nullable String script,
            @Nullable Method method,
            @Nullable Boolean includeAppId,
            @Nullable List<String> xmlnses,
            @Nullable List<String> caseTypes,
            @Nullable List<String> excludedUserIds,
            @Nullable Boolean retryAllErrors,
            @Nullable List<Integer> backOffCodes,
            @Nullable Boolean snapshot,
            @Nullable Integer concurrency,
            @Nullable Integer requestsPerSecond) {
        private ForwarderWish wish(ForwarderWish before) {
            ForwarderOptions options = before.options();
            return new ForwarderWish(
                    connectionId == null ? before.connectionId() : connectionId,
                    name == null ? before.name() : name,
                    before.type(),
                    format == null ? before.format() : format,
                    script == null ? before.script() : script,
                    method == null ? before.method() : method,
                    new ForwarderOptions(
                            includeAppId == null ? options.includeAppId() : includeAppId,
                            xmlnses == null ? options.xmlnses() : Set.copyOf(xmlnses),
                            caseTypes == null ? options.caseTypes() : Set.copyOf(caseTypes),
                            excludedUserIds == null ? options.excludedUserIds() : Set.copyOf(excludedUserIds),
                            retryAllErrors == null ? options.retryAllErrors() : retryAllErrors,
                            backOffCodes == null ? options.backOffCodes() : Set.copyOf(backOffCodes),
                            snapshot == null ? options.snapshot() : snapshot,
                            concurrency == null ? options.concurrency() : concurrency,
                            requestsPerSecond == null ? options.requestsPerSecond() : requestsPerSecond));
        }
    }

    /** A forwarder that goes. */
    record OneForwarder(String project, String forwarderId) {}

    /** A forwarder that is to stop for a while or to go on. */
    record Pause(String project, String forwarderId, boolean paused) {}

    /** A record to which something is done. */
    record OneRecord(String project, String recordId) {}

    /** What came of it. */
    record ForwarderPayload(@Nullable ForwarderNode forwarder, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteForwarderPayload(@Nullable String forwarderId, List<UserError> userErrors) {}

    /** What came of it. */
    record ForwardingRecordPayload(@Nullable DeliveryNode record, List<UserError> userErrors) {}

    @MutationMapping
    ForwarderPayload createForwarder(@Argument NewForwarder input) {
        return attempt(input.project, access -> forwarders.create(access, input.wish()));
    }

    @MutationMapping
    ForwarderPayload updateForwarder(@Argument ChangedForwarder input) {
        return attempt(input.project, access -> forwarders.update(access, input.forwarderId, input::wish));
    }

    @MutationMapping
    DeleteForwarderPayload deleteForwarder(@Argument OneForwarder input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    forwarders.delete(access, input.forwarderId);
                    return input.forwarderId;
                },
                DeleteForwarderPayload::new);
    }

    @MutationMapping
    ForwarderPayload setForwarderPaused(@Argument Pause input) {
        return attempt(input.project, access -> forwarders.setPaused(access, input.forwarderId, input.paused));
    }

    @MutationMapping
    ForwardingRecordPayload resendForwardingRecord(@Argument OneRecord input) {
        return act(input, Records.Deed.RESEND);
    }

    @MutationMapping
    ForwardingRecordPayload cancelForwardingRecord(@Argument OneRecord input) {
        return act(input, Records.Deed.CANCEL);
    }

    @MutationMapping
    ForwardingRecordPayload requeueForwardingRecord(@Argument OneRecord input) {
        return act(input, Records.Deed.REQUEUE);
    }

    private ForwardingRecordPayload act(OneRecord input, Records.Deed deed) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new DeliveryNode(access, records.act(access, input.recordId, deed)),
                ForwardingRecordPayload::new);
    }

    private ForwarderPayload attempt(String project, Function<ProjectAccess, Forwarder> deed) {
        return Attempt.in(
                entrance, project, access -> new ForwarderNode(access, deed.apply(access)), ForwarderPayload::new);
    }
}

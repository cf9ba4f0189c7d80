// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.ZoneOffset;
import org.baraza.api.pages.EmptyText;
import org.baraza.forwarding.RecordState;
import org.baraza.forwarding.SentRequest;
import org.baraza.openapi.model.ForwardingAttempt;
import org.baraza.openapi.model.ForwardingRecord;
import org.baraza.openapi.model.ForwardingState;

/** What forwarders send, in the words of the document. */
final class ForwardingRecordModel {
    private ForwardingRecordModel() {}

    static ForwardingRecord of(org.baraza.forwarding.ForwardingRecord record) {
        return new ForwardingRecord()
                .id(record.recordId())
                .forwarderId(record.forwarderId())
                .payloadId(record.payloadId())
                .state(state(record.standing().state()))
                .registeredAt(record.registeredAt().atOffset(ZoneOffset.UTC))
                .lastAttemptAt(Wanted.orNull(record.standing().lastAttemptAt()))
                .nextAttemptAt(Wanted.orNull(record.standing().due()))
                .tries(record.standing().tries());
    }

    static ForwardingAttempt of(SentRequest request) {
        SentRequest.Content content = request.content();
        return new ForwardingAttempt()
                .id(request.requestId())
                .at(request.at().atOffset(ZoneOffset.UTC))
                .state(request.state().map(ForwardingRecordModel::state).orElse(null))
                .method(content.method())
                .url(content.url())
                .headers(content.headers())
                .body(content.body())
                .status(content.status().orElse(null))
                .error(EmptyText.orNull(content.error()))
                .responseHeaders(content.responseHeaders())
                .responseBody(content.responseBody())
                .millis(request.millis());
    }

    private static ForwardingState state(RecordState state) {
        return ForwardingState.valueOf(state.name());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Map;
import org.baraza.forwarding.RecordState;
import org.baraza.forwarding.SentRequest;
import org.jspecify.annotations.Nullable;

/** A request that was sent, with its answer. */
record RequestNode(SentRequest request) {
    public String id() {
        return request.requestId();
    }

    public Instant at() {
        return request.at();
    }

    public String connectionId() {
        return request.connectionId();
    }

    public @Nullable String recordId() {
        return request.recordId().orElse(null);
    }

    public @Nullable String payloadId() {
        return request.payloadId().orElse(null);
    }

    public @Nullable RecordState state() {
        return request.state().orElse(null);
    }

    public String method() {
        return request.content().method();
    }

    public String url() {
        return request.content().url();
    }

    public Map<String, String> headers() {
        return request.content().headers();
    }

    public String body() {
        return request.content().body();
    }

    public @Nullable Integer status() {
        return request.content().status().orElse(null);
    }

    public @Nullable String error() {
        String error = request.content().error();
        return error.isEmpty() ? null : error;
    }

    public Map<String, String> responseHeaders() {
        return request.content().responseHeaders();
    }

    public String responseBody() {
        return request.content().responseBody();
    }

    public int millis() {
        return request.millis();
    }
}

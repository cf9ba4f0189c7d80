// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;

/**
 * A request that was sent, with its answer, as the log keeps it.
 *
 * @param recordId empty for tests of a connection and for tokens
 * @param state what became of the record
 */
public record SentRequest(
        String requestId,
        String connectionId,
        Optional<String> recordId,
        Optional<String> payloadId,
        Instant at,
        Optional<RecordState> state,
        Content content,
        int millis) {
    static final String LIST = "forwarding-requests";

    /** What was said both ways, without secrets; bodies are cut. */
    public record Content(
            String method,
            String url,
            Map<String, String> headers,
            String body,
            Optional<Integer> status,
            String error,
            Map<String, String> responseHeaders,
            String responseBody) {
        public Content {
            headers = Map.copyOf(headers);
            responseHeaders = Map.copyOf(responseHeaders);
        }

        /** The same, which failed for a reason that the status does not tell. */
        Content because(String reason) {
            return new Content(method, url, headers, body, status, reason, responseHeaders, responseBody);
        }
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, requestId);
    }
}

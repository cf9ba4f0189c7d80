// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.wire.Signature;
import org.baraza.forwarding.wire.WireAnswer;

/** The requests of one attempt to deliver a record; it remembers the last one. */
final class Errand implements Courier {
    private static final String KEY = "Idempotency-Key";

    private final Sending sending;
    private final Way way;
    private final ForwardingRecord record;
    private final Clock clock;
    private WireAnswer answer = new WireAnswer.Silent("Nothing was sent.");
    private SentRequest.Content told;

    Errand(Sending sending, Way way, ForwardingRecord record, Clock clock) {
        this.sending = sending;
        this.way = way;
        this.record = record;
        this.clock = clock;
        told = Told.of(way.connection(), method(), base(), Map.of(), new byte[0], answer);
    }

    @Override
    public String base() {
        return way.connection().url();
    }

    @Override
    public String method() {
        return way.forwarder().method().name();
    }

    @Override
    public Answer send(String method, String url, Payload payload) {
        return send(Optional.of(record.recordId()), method, url, payload);
    }

    @Override
    public Answer step(String step, String method, String url, Payload payload) {
        return send(
                Optional.of(record.recordId() + "-" + step).filter(_ -> !method.equals("GET")), method, url, payload);
    }

    private Answer send(Optional<String> key, String method, String url, Payload payload) {
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        if (!payload.contentType().isEmpty()) {
            headers.put("Content-Type", payload.contentType());
        }
        headers.putAll(payload.headers());
        headers.putAll(Signature.headers(
                record.recordId(),
                now,
                payload.body(),
                way.connection().secrets().signing(now)));
        headers.remove(KEY);
        key.ifPresent(own -> headers.put(KEY, own));
        answer = sending.send(way.connection(), method, url, headers, payload.body());
        told = Told.of(way.connection(), method, url, headers, payload.body(), answer);
        return switch (answer) {
            case WireAnswer.Answered answered -> new Answer(answered.status(), answered.body());
            case WireAnswer.Silent _ -> new Answer(0, "");
        };
    }

    /** What the last request was answered. */
    WireAnswer answer() {
        return answer;
    }

    /** The last request, for the log. */
    SentRequest.Content told() {
        return told;
    }
}

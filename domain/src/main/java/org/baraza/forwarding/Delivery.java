// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.wire.Answers;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.persistence.crash.CrashPoint;

/** Makes one attempt to deliver a record, and tells what came of it. */
final class Delivery {
    private final Sending sending;
    private final ForwarderTypes types;
    private final AnswerActions actions;
    private final Clock clock;

    Delivery(Sending sending, ForwarderTypes types, AnswerActions actions, Clock clock) {
        this.sending = sending;
        this.actions = actions;
        this.types = types;
        this.clock = clock;
    }

    /** What a forwarder sends, and where. */
    record Way(Forwarder forwarder, Connection connection) {}

    /**
     * What came of an attempt.
     *
     * @param began when it left
     * @param at when it was over
     */
    record Attempt(
            ForwardingRecord record,
            String connectionId,
            Outcome outcome,
            SentRequest.Content content,
            Instant began,
            Instant at,
            Duration took) {

        /** For the log, with what became of the record. */
        SentRequest told(RecordState state) {
            return new SentRequest(
                    RequestIds.next(),
                    connectionId,
                    Optional.of(record.recordId()),
                    Optional.of(record.payloadId()),
                    at,
                    Optional.of(state),
                    content,
                    Math.toIntExact(took.toMillis()));
        }
    }

    /** When what is to be sent could not be made. */
    Attempt unmade(Way way, ForwardingRecord record, String reason) {
        return silent(way, record, new Outcome.Unmade(), reason);
    }

    /** When there is nothing to send. */
    Attempt nothing(Way way, ForwardingRecord record) {
        return silent(way, record, new Outcome.Nothing(), "");
    }

    private Attempt silent(Way way, ForwardingRecord record, Outcome outcome, String error) {
        Instant now = clock.instant();
        return new Attempt(
                record,
                way.connection.connectionId(),
                outcome,
                new SentRequest.Content(
                        way.forwarder.method().name(),
                        way.connection.url(),
                        Map.of(),
                        "",
                        Optional.empty(),
                        error,
                        Map.of(),
                        ""),
                now,
                now,
                Duration.ZERO);
    }

    Attempt attempt(Way way, ForwardingRecord record, Payload payload) {
        if (payload.isNothing()) {
            return nothing(way, record);
        }
        Optional<ForwarderType> type = types.type(way.forwarder.type());
        if (type.isEmpty()) {
            return unmade(way, record, "There is no such type any more.");
        }
        Instant began = clock.instant();
        long start = System.nanoTime();
        ForwarderOptions options = way.forwarder.options();
        Errand errand = new Errand(sending, way, record, clock);
        Optional<Refusal> refusal =
                type.get().deliver(errand, type.get().url(way.connection.url(), options, payload), payload);
        Instant now = clock.instant();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<String> flaws = new ArrayList<>();
        refusal.map(Refusal::reason).ifPresent(flaws::add);
        if (errand.answer() instanceof WireAnswer.Answered answered) {
            boolean success = refusal.isEmpty() && answered.isGood();
            actions.after(way.forwarder, record, success, answered).ifPresent(flaws::add);
        }
        CrashPoint.AFTER_SENDING.reached();
        return new Attempt(
                record,
                way.connection.connectionId(),
                refusal.<Outcome>map(why ->
                                why.notYet() ? new Outcome.NotYet() : new Outcome.Refused(options.retryAllErrors()))
                        .orElseGet(() -> Answers.outcome(errand.answer(), options, now)),
                flaws.isEmpty() ? errand.told() : errand.told().because(String.join("\n", flaws)),
                began,
                now,
                took);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.baraza.forwarding.Outcome;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.jspecify.annotations.Nullable;

/** What answers mean for a delivery (data forwarding: record lifecycle). */
public final class Answers {
    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private Answers() {}

    /** @param options of the forwarder: what says that the other side is not well, and whether refusals are tried again */
    public static Outcome outcome(WireAnswer answer, ForwarderOptions options, Instant now) {
        return switch (answer) {
            case WireAnswer.Silent _ -> new Outcome.Unwell(Optional.empty());
            case WireAnswer.Answered answered
            when answered.isGood() -> answered.status() == NO_CONTENT ? new Outcome.Nothing() : new Outcome.Delivered();
            case WireAnswer.Answered answered
            when answered.status() == TOO_MANY_REQUESTS ->
                retryAfter(answered, now)
                        .<Outcome>map(Outcome.Spared::new)
                        .orElseGet(() -> new Outcome.Unwell(Optional.empty()));
            case WireAnswer.Answered answered
            when options.backOffCodes().contains(answered.status()) -> new Outcome.Unwell(retryAfter(answered, now));
            case WireAnswer.Answered _ -> new Outcome.Refused(options.retryAllErrors());
        };
    }

    private static Optional<Duration> retryAfter(WireAnswer.Answered answered, Instant now) {
        @Nullable String text = answered.headers().get("retry-after");
        if (text == null) {
            return Optional.empty();
        }
        try {
            Duration wait = text.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.baraza.exchange.exports.DateChoice.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateChoiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T22:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, 0, '', '', none, none",
        "LAST_7_DAYS, 0, '', '', 2026-02-22T21:00:00Z, none",
        "DAYS_AGO, 1, '', '', 2026-02-28T21:00:00Z, none",
        "LAST_MONTH, 0, '', '', 2026-01-31T21:00:00Z, 2026-02-28T21:00:00Z",
        "LAST_YEAR, 0, '', '', 2024-12-31T21:00:00Z, 2025-12-31T21:00:00Z",
        "SINCE, 0, 2026-02-01, '', 2026-01-31T21:00:00Z, none",
        "RANGE, 0, 2026-02-01, 2026-02-01, 2026-01-31T21:00:00Z, 2026-02-01T21:00:00Z"
    })
    void daysAreThoseOfTheProject(Kind kind, int days, String from, String to, String first, String before) {
        DateChoice.Span span = new DateChoice(kind, days, from, to).span(ZoneId.of("Africa/Nairobi"), NOW);
        assertThat(span.from().map(Instant::toString).orElse("none")).isEqualTo(first);
        assertThat(span.before().map(Instant::toString).orElse("none")).isEqualTo(before);
    }
}

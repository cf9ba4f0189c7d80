// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baraza.forwarding.wire.WireAnswer;
import org.junit.jupiter.api.Test;

/** What the log tells of requests. */
final class ToldTest {
    @Test
    void secretsAreLeftOutWhoeverSetThem() {
        Connection connection = new Connection(
                "c1",
                "Clinic",
                "https://example.org",
                List.of(),
                1,
                Authentication.NONE,
                false,
                new Secrets("", "", Map.of("X-Key", "private"), "", "", null),
                0,
                Instant.EPOCH);
        SentRequest.Content told = Told.of(
                connection,
                "POST",
                "https://example.org",
                Map.of("authorization", "Bearer secret", "COOKIE", "session=secret", "X-A", "shown"),
                new byte[0],
                new WireAnswer.Silent("none"));
        assertThat(told.toString()).doesNotContain("secret", "private").contains("shown");
    }
}

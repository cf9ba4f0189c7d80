// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.junit.jupiter.api.Test;

class CaseBlockReaderTest {

    /** All submissions of a project wait while one is worked on. */
    @Test
    void aFormOfVeryManyCasesIsReadInTheTimeThatItsLengthTakes() throws Exception {
        String blocks = IntStream.range(0, 60_000)
                .mapToObj(i -> "<c:case case_id=\"" + i + "\"/>")
                .collect(Collectors.joining());
        String form = "<data xmlns=\"http://example.org/f\" xmlns:c=\"http://commcarehq.org/case/transaction/v2\">"
                + blocks + "</data>";
        var root = XmlReader.read(form.getBytes(UTF_8), XmlLimits.FORM);

        CaseReport report = assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> CaseBlockReader.read(root, "u-amina", Instant.EPOCH));

        assertThat(report.cases()).hasSize(60_000);
    }
}

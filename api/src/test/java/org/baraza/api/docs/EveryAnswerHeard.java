// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Looks back when all tests are through: each answer that the OpenAPI document has was heard by one of them, and all that was
 * heard is as the document has it. What no test can bring about stands in a list with its reason. The build runs this by
 * itself behind all others, and not where only some of them were asked for.
 */
@DisabledIfSystemProperty(named = "test", matches = ".*")
final class EveryAnswerHeard {
    private static final Path LIST = Path.of("src/test/resources/answers-not-heard.txt");

    /** Reasons by answer. */
    private static Map<String, String> notHeard() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\s{2,}", 2);
                reasons.put(parts[0], parts.length > 1 ? parts[1].strip() : "");
            }
        }
        return reasons;
    }

    @Test
    void theListHasReasonsForAnswersOfTheDocument() throws IOException {
        assertThat(new Contract().answers().collect(Collectors.toSet()))
                .containsAll(notHeard().keySet());
        assertThat(notHeard().values()).noneMatch(String::isEmpty);
    }

    @Test
    void everyAnswerOfTheDocumentWasHeardAndNoOther() throws IOException {
        Set<String> missing = new TreeSet<>(new Contract().answers().toList());
        missing.removeAll(Heard.answers());
        assertThat(Heard.wrong()).as("heard, and not as the document has it").isEmpty();
        assertThat(missing).as("not heard").isEqualTo(notHeard().keySet());
    }
}

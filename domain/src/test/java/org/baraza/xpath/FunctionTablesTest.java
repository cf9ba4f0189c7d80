// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.baraza.xpath.functions.FunctionTable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function with twenty arguments or more: blanks, dates, what is no number, no node, one and several. The tables are
 * texts: under a line {@code [function]} stand lines {@code expression => value as a text}; an exclamation mark before the
 * value says that the expression fails with a message that has these words. {@code \n} is a line break.
 */
class FunctionTablesTest {

    private static final List<String> GROUPS =
            List.of("logic", "numbers", "texts", "lists", "nodes", "dates", "places", "codes", "app");

    private static final String ARROW = " => ";

    @TestFactory
    Stream<DynamicNode> eachFunctionGivesWhatTheTableSays() {
        return tables().entrySet().stream()
                .map(table -> dynamicContainer(
                        table.getKey(),
                        table.getValue().stream().map(line -> dynamicTest(line, () -> assertLine(line)))));
    }

    private static void assertLine(String line) {
        int arrow = line.lastIndexOf(ARROW.stripTrailing());
        String expression = line.substring(0, arrow).strip().replace("\\n", "\n");
        String expected = line.substring(arrow + ARROW.stripTrailing().length());
        expected = expected.isEmpty() ? "" : expected.substring(1).replace("\\n", "\n");
        String given;
        try {
            given = Evaluations.text(expression);
        } catch (EvaluationFailed failed) {
            assertThat(expected)
                    .as("%s fails: %s", expression, failed.getMessage())
                    .startsWith("!");
            assertThat(failed.getMessage()).contains(expected.substring(1));
            return;
        }
        assertThat(given).isEqualTo(expected);
    }

    @Test
    void noFunctionIsForgotten() {
        Map<String, List<String>> tables = tables();
        for (Signature signature : FunctionTable.all()) {
            assertThat(FunctionTable.body(signature.name()))
                    .as(signature.name())
                    .isPresent();
            List<String> table = tables.getOrDefault(signature.name(), List.of());
            assertThat(table.stream().distinct()).as(signature.name()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(table).as(signature.name()).allMatch(line -> line.contains(signature.name() + "("));
        }
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String group : GROUPS) {
            List<String> table = new ArrayList<>();
            for (String line : lines("/xpath/functions/" + group + ".txt")) {
                if (line.startsWith("[")) {
                    table = new ArrayList<>();
                    tables.put(line.substring(1, line.length() - 1), table);
                } else if (!line.isBlank()) {
                    table.add(line);
                }
            }
        }
        return tables;
    }

    private static List<String> lines(String resource) {
        try (InputStream file =
                Objects.requireNonNull(FunctionTablesTest.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values of expressions and filters in the vectors of data sources. */
final class DataSourceVectorsTest {

    static Stream<Path> vectors() throws IOException {
        return Files.list(Path.of("src/test/resources/vectors/ucr")).sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rowsAreThoseOfTheVector(Path file) throws IOException {
        JsonNode vector = JsonMapper.shared().readTree(Files.readString(file));
        Clock clock = Clock.fixed(Instant.parse(vector.path("now").stringValue()), ZoneOffset.UTC);
        var source = new DataSourceRows(vector.path("data_source"), vector.path("lookup_documents"), clock);

        Map<String, List<Map<String, Value>>> rows = new TreeMap<>();
        vector.path("inputs").forEach(document -> rows.put(document.path("_id").stringValue(), source.of(document)));

        List<Map<String, String>> found =
                rows.values().stream().flatMap(List::stream).map(this::shown).toList();
        List<Map<String, String>> expected = new ArrayList<>();
        vector.path("expected").path("rows").forEach(row -> expected.add(shown(row, columns(vector))));
        assertThat(found).isEqualTo(expected);
    }

    private static Map<String, String> columns(JsonNode vector) {
        Map<String, String> columns = new LinkedHashMap<>();
        vector.path("expected")
                .path("columns")
                .forEach(column -> columns.put(
                        column.path("name").stringValue(),
                        column.path("datatype").stringValue()));
        return columns;
    }

    private Map<String, String> shown(Map<String, Value> row) {
        Map<String, String> shown = new LinkedHashMap<>();
        row.forEach((column, value) -> shown.put(column, shown(value)));
        return shown;
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Exact(var exact) -> exact.stripTrailingZeros().toPlainString();
            default -> Texts.shown(value);
        };
    }

    private static Map<String, String> shown(JsonNode row, Map<String, String> columns) {
        Map<String, String> shown = new LinkedHashMap<>();
        columns.forEach((column, datatype) -> {
            if (row.has(column)) {
                JsonNode value = row.path(column);
                shown.put(
                        column,
                        shown(
                                datatype.equals("decimal")
                                        ? Datatype.DECIMAL.cast(Json.value(value))
                                        : Json.value(value)));
            }
        });
        return shown;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A path into documents that may fit several places. */
final class JsonPaths {
    private static final Configuration LISTS = Configuration.builder()
            .jsonProvider(new JsonSmartJsonProvider())
            .mappingProvider(new JsonSmartMappingProvider())
            .options(Set.of(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS))
            .build();

    private final JsonPath path;

    private JsonPaths(JsonPath path) {
        this.path = path;
    }

    /** Empty where it is not written as one. */
    static Optional<JsonPaths> read(String path) {
        try {
            return Optional.of(new JsonPaths(JsonPath.compile(path)));
        } catch (InvalidPathException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<Value> matches(Value item) {
        try {
            List<@Nullable Object> found = path.read(plain(item), LISTS);
            return found.stream().map(JsonPaths::value).toList();
        } catch (JsonPathException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Nothing, the only one, or a list. */
    static Value together(List<Value> found) {
        return switch (found.size()) {
            case 0 -> Value.NOTHING;
            case 1 -> found.getFirst();
            default -> new Value.Items(found);
        };
    }

    /** As the library has it; values that JSON does not know stay as they are. */
    private static @Nullable Object plain(Value value) {
        return switch (value) {
            case Value.Nothing _ -> null;
            case Value.Flag(var flag) -> flag;
            case Value.Whole(var whole) -> whole;
            case Value.Real(var real) -> real;
            case Value.Text(var text) -> text;
            case Value.Items(var values) -> {
                List<@Nullable Object> list = new ArrayList<>();
                values.forEach(each -> list.add(plain(each)));
                yield list;
            }
            case Value.Fields(var values) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                values.forEach((key, each) -> map.put(key, plain(each)));
                yield map;
            }
            default -> value;
        };
    }

    private static Value value(@Nullable Object plain) {
        return switch (plain) {
            case null -> Value.NOTHING;
            case Boolean flag -> Value.of(flag);
            case BigInteger whole -> new Value.Whole(whole);
            case Integer whole -> Value.of(whole);
            case Double real -> new Value.Real(real);
            case String text -> Value.of(text);
            case Value value -> value;
            case List<?> list ->
                new Value.Items(list.stream().map(JsonPaths::value).toList());
            case Map<?, ?> map -> {
                Map<String, Value> values = new LinkedHashMap<>();
                map.forEach((key, each) -> values.put(String.valueOf(key), value(each)));
                yield new Value.Fields(values);
            }
            default -> Value.of(plain.toString());
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the filter of a list costs: the database looks at each condition, most of them without an index. */
final class FilterWeight {
    private static final String FILTER = "filter";
    private static final int POINTS_OF_A_CONDITION = 5;

    private FilterWeight() {}

    /** The points of the conditions in the filter of the field. */
    static long of(Field field, Map<String, @Nullable Object> variables) {
        long parts = 0;
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals(FILTER)) {
                parts += parts(argument.getValue(), variables);
            }
        }
        // The filter itself is one part, and no condition.
        return Math.max(0, parts - 1) * POINTS_OF_A_CONDITION;
    }

    private static long parts(@Nullable Value<?> value, Map<String, @Nullable Object> variables) {
        return switch (value) {
            case ObjectValue object -> {
                long parts = 1;
                for (ObjectField field : object.getObjectFields()) {
                    parts += parts(field.getValue(), variables);
                }
                yield parts;
            }
            case ArrayValue array -> {
                long parts = 0;
                for (Value<?> each : array.getValues()) {
                    parts += parts(each, variables);
                }
                yield parts;
            }
            case VariableReference reference -> given(variables.get(reference.getName()));
            case null, default -> 0;
        };
    }

    private static long given(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                1 + object.values().stream().mapToLong(FilterWeight::given).sum();
            case List<?> list -> list.stream().mapToLong(FilterWeight::given).sum();
            case null, default -> 0;
        };
    }
}

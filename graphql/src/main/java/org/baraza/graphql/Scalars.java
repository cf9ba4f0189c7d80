// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scalars of the schema. */
final class Scalars {
    private Scalars() {}

    /** An instant in UTC with six fraction digits. */
    static GraphQLScalarType dateTime() {
        return GraphQLScalarType.newScalar()
                .name("DateTime")
                .coercing(new DateTimeCoercing())
                .build();
    }

    /** Any JSON value. */
    static GraphQLScalarType json() {
        return GraphQLScalarType.newScalar()
                .name("JSON")
                .coercing(new JsonCoercing())
                .build();
    }

    private static final class DateTimeCoercing implements Coercing<Instant, String> {
        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            if (result instanceof Instant instant) {
                return Timestamps.format(instant);
            }
            throw new CoercingSerializeException("a DateTime is made of an instant");
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return OffsetDateTime.parse(input.toString()).toInstant();
            } catch (DateTimeParseException e) {
                throw new CoercingParseValueException("a DateTime is an ISO-8601 date and time with an offset");
            }
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                try {
                    return OffsetDateTime.parse(text.getValue()).toInstant();
                } catch (DateTimeParseException e) {
                    throw new CoercingParseLiteralException("a DateTime is an ISO-8601 date and time with an offset");
                }
            }
            throw new CoercingParseLiteralException("a DateTime is a string");
        }
    }

    private static final class JsonCoercing implements Coercing<Object, Object> {
        @Override
        public @Nullable Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result instanceof JsonNode node ? JsonMapper.shared().convertValue(node, Object.class) : result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return plain(input, variables);
        }

        private static @Nullable Object plain(@Nullable Value<?> value, CoercedVariables variables) {
            return switch (value) {
                case StringValue text -> text.getValue();
                case BooleanValue truth -> truth.isValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case EnumValue name -> name.getName();
                case ArrayValue array -> list(array, variables);
                case ObjectValue object -> map(object, variables);
                case VariableReference reference -> variables.get(reference.getName());
                case null -> null;
                case NullValue none -> null;
                default -> throw new CoercingParseLiteralException("this is no JSON value");
            };
        }

        private static List<@Nullable Object> list(ArrayValue array, CoercedVariables variables) {
            return array.getValues().stream()
                    .<@Nullable Object>map(item -> plain(item, variables))
                    .toList();
        }

        private static Map<String, @Nullable Object> map(ObjectValue object, CoercedVariables variables) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                map.put(field.getName(), plain(field.getValue(), variables));
            }
            return map;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Expressions that find and choose values (spec/31 section 4). */
final class ValueTypes {

    private ValueTypes() {}

    static Map<String, Function<Spec, Expression>> all() {
        return Map.ofEntries(
                Map.entry("identity", spec -> (item, situation) -> item),
                Map.entry("constant", ValueTypes::constant),
                Map.entry("property_name", ValueTypes::propertyName),
                Map.entry("property_path", ValueTypes::propertyPath),
                Map.entry("jsonpath", ValueTypes::jsonPath),
                Map.entry("named", spec -> spec.specs().namedExpression(spec, spec.text("name"))),
                Map.entry("conditional", ValueTypes::conditional),
                Map.entry("switch", ValueTypes::switched),
                Map.entry("coalesce", ValueTypes::coalesce),
                Map.entry("dict", ValueTypes::dict),
                Map.entry("nested", ValueTypes::nested),
                Map.entry("root_doc", ValueTypes::rootDoc),
                Map.entry("base_iteration_number", spec -> (item, situation) -> Value.of(situation.iteration())),
                Map.entry("evaluator", ValueTypes::evaluator));
    }

    /** Whatever it is; an object, too. */
    private static Expression constant(Spec spec) {
        Value constant = Constants.read(Json.value(spec.part("constant")));
        return (item, situation) -> constant;
    }

    static Expression propertyName(Spec spec) {
        // A text is a name here, even one that looks like a day.
        Expression name = spec.part("property_name").isString()
                ? fixed(spec.text("property_name"))
                : spec.expression("property_name");
        return spec.cast((item, situation) -> {
            situation.check();
            return name.of(item, situation) instanceof Value.Text(var key) ? item.get(key) : Value.NOTHING;
        });
    }

    private static Expression fixed(String text) {
        Value value = Value.of(text);
        return (item, situation) -> value;
    }

    static Expression propertyPath(Spec spec) {
        List<String> path = spec.texts("property_path");
        if (path.isEmpty()) {
            throw spec.bad("\"property_path\" is empty.");
        }
        return spec.cast((item, situation) -> {
            situation.check();
            Value found = item;
            for (String key : path) {
                found = found.get(key);
            }
            return found;
        });
    }

    private static Expression jsonPath(Spec spec) {
        JsonPaths path = JsonPaths.read(spec.text("jsonpath")).orElseThrow(() -> spec.bad("The JSONPath is wrong."));
        Optional<Datatype> datatype = spec.optionalText("datatype")
                .map(name -> Datatype.named(name)
                        .orElseThrow(() -> spec.bad("There is no datatype \"%s\".".formatted(name))));
        return (item, situation) -> {
            situation.check();
            List<Value> found = path.matches(item).stream()
                    .map(match -> datatype.map(type -> type.cast(match)).orElse(match))
                    .toList();
            return JsonPaths.together(found);
        };
    }

    private static Expression conditional(Spec spec) {
        Filter test = spec.filter("test");
        Expression yes = spec.expression("expression_if_true");
        Expression no = spec.expression("expression_if_false");
        return (item, situation) -> (test.accepts(item, situation) ? yes : no).of(item, situation);
    }

    private static Expression switched(Spec spec) {
        Expression on = spec.expression("switch_on");
        Map<String, Expression> cases = spec.expressions("cases");
        Expression otherwise = spec.expression("default");
        return (item, situation) -> {
            Expression chosen = on.of(item, situation) instanceof Value.Text(var key)
                    ? cases.getOrDefault(key, otherwise)
                    : otherwise;
            return chosen.of(item, situation);
        };
    }

    private static Expression coalesce(Spec spec) {
        Expression first = spec.expression("expression");
        Expression otherwise = spec.expression("default_expression");
        return (item, situation) -> {
            Value found = first.of(item, situation);
            boolean blank = found.isNothing() || found instanceof Value.Text(var text) && text.isEmpty();
            return blank ? otherwise.of(item, situation) : found;
        };
    }

    private static Expression dict(Spec spec) {
        Map<String, Expression> properties = spec.expressions("properties");
        return (item, situation) -> fields(properties, item, situation);
    }

    private static Value.Fields fields(Map<String, Expression> properties, Value item, Situation situation) {
        Map<String, Value> values = new LinkedHashMap<>();
        properties.forEach((key, expression) -> values.put(key, expression.of(item, situation)));
        return new Value.Fields(values);
    }

    private static Expression nested(Spec spec) {
        Expression argument = spec.expression("argument_expression");
        Expression value = spec.expression("value_expression");
        return (item, situation) -> value.of(argument.of(item, situation), situation);
    }

    private static Expression rootDoc(Spec spec) {
        Expression expression = spec.expression("expression");
        return (item, situation) -> expression.of(situation.root(), situation);
    }

    /** What the statement cannot tell, or is not written as one, is nothing. */
    private static Expression evaluator(Spec spec) {
        Statement statement =
                Statement.read(spec.text("statement"), name -> spec.specs().namedExpression(spec, name));
        if (!spec.has("context_variables")) {
            return spec.cast((item, situation) -> statement.value(item, item, situation));
        }
        Map<String, Expression> variables = spec.expressions("context_variables");
        return spec.cast((item, situation) -> statement.value(fields(variables, item, situation), item, situation));
    }
}

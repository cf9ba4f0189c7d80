// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The types of filters (spec/31 section 5). */
final class FilterTypes {
    private static final String PROPERTY_VALUE = "property_value";

    private FilterTypes() {}

    static Map<String, Function<Spec, Filter>> all() {
        return Map.of(
                "boolean_expression", FilterTypes::comparison,
                "property_match", FilterTypes::propertyMatch,
                "and", FilterTypes::and,
                "or", FilterTypes::or,
                "not", FilterTypes::not,
                "named", FilterTypes::named);
    }

    private static Filter comparison(Spec spec) {
        spec.only(Set.of("expression", "operator", PROPERTY_VALUE));
        String name = spec.text("operator");
        Operator operator =
                Operator.named(name).orElseThrow(() -> spec.bad("There is no operator \"%s\".".formatted(name)));
        return compared(spec.expression("expression"), operator, spec.expression(PROPERTY_VALUE));
    }

    private static Filter propertyMatch(Spec spec) {
        spec.only(Set.of("property_name", "property_path", PROPERTY_VALUE));
        if (spec.has("property_name") == spec.has("property_path")) {
            throw spec.bad("Give it either \"property_name\" or \"property_path\".");
        }
        Expression found = spec.has("property_name") ? ValueTypes.propertyName(spec) : ValueTypes.propertyPath(spec);
        return compared(found, Operator.EQ, spec.expression(PROPERTY_VALUE));
    }

    private static Filter compared(Expression found, Operator operator, Expression wanted) {
        return (item, situation) -> {
            situation.check();
            return operator.fits(found.of(item, situation), wanted.of(item, situation));
        };
    }

    private static Filter and(Spec spec) {
        spec.only(Set.of("filters"));
        List<Filter> filters = spec.filters("filters");
        return (item, situation) -> filters.stream().allMatch(filter -> filter.accepts(item, situation));
    }

    private static Filter or(Spec spec) {
        spec.only(Set.of("filters"));
        List<Filter> filters = spec.filters("filters");
        return (item, situation) -> filters.stream().anyMatch(filter -> filter.accepts(item, situation));
    }

    private static Filter not(Spec spec) {
        spec.only(Set.of("filter"));
        Filter filter = spec.filter("filter");
        return (item, situation) -> !filter.accepts(item, situation);
    }

    private static Filter named(Spec spec) {
        spec.only(Set.of("name"));
        return spec.specs().namedFilter(spec, spec.text("name"));
    }
}

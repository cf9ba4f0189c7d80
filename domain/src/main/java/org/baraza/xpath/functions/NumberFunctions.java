// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** Arithmetic beyond the operators. */
final class NumberFunctions {

    private NumberFunctions() {}

    static final Map<String, Body> ALL = Map.ofEntries(
            Map.entry("number", of(x -> x)),
            Map.entry("int", of(NumberFunctions::truncated)),
            Map.entry("double", in -> Value.of(fraction(in.single(0)))),
            Map.entry("abs", of(Math::abs)),
            Map.entry("ceiling", of(Math::ceil)),
            Map.entry("floor", of(Math::floor)),
            Map.entry("round", in -> Value.of(Math.floor(fraction(in.single(0)) + 0.5))),
            Map.entry("pow", of(Math::pow)),
            Map.entry("sqrt", of(Math::sqrt)),
            Map.entry("exp", of(Math::exp)),
            Map.entry("log", of(Math::log)),
            Map.entry("log10", of(Math::log10)),
            Map.entry("sin", of(Math::sin)),
            Map.entry("cos", of(Math::cos)),
            Map.entry("tan", of(Math::tan)),
            Map.entry("asin", of(Math::asin)),
            Map.entry("acos", of(Math::acos)),
            Map.entry("atan", of(Math::atan)),
            Map.entry("atan2", of(Math::atan2)),
            Map.entry("pi", in -> Value.of(Math.PI)),
            Map.entry("random", in -> Value.of(in.surroundings().random().nextDouble())),
            Map.entry("min", in -> Value.of(extreme(in.all(0), Math::min))),
            Map.entry("max", in -> Value.of(extreme(in.all(0), Math::max))),
            Map.entry("sum", NumberFunctions::sum));

    private static Body of(DoubleUnaryOperator operation) {
        return in -> Value.of(operation.applyAsDouble(in.number(0)));
    }

    private static Body of(DoubleBinaryOperator operation) {
        return in -> Value.of(operation.applyAsDouble(in.number(0), in.number(1)));
    }

    private static double truncated(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    /** A point in time counts its time of day as part of a day. */
    private static double fraction(Value value) {
        if (!(value instanceof Value.Moment moment)) {
            return value.number();
        }
        LocalDate day = moment.time().toLocalDate();
        Duration since = Duration.between(day.atStartOfDay(), moment.time().toLocalDateTime());
        return day.toEpochDay() + since.toNanos() / (double) Duration.ofDays(1).toNanos();
    }

    /** NaN if there is nothing, and as soon as one value is no number. */
    private static double extreme(List<Value> values, DoubleBinaryOperator better) {
        double best = Double.NaN;
        boolean first = true;
        for (Value value : values) {
            best = first ? value.number() : better.applyAsDouble(best, value.number());
            first = false;
        }
        return best;
    }

    private static Value sum(Arguments in) {
        if (!(in.value(0) instanceof Value.Nodes nodes)) {
            throw new EvaluationFailed("sum() adds up nodes, and this is a single value.");
        }
        double sum = 0;
        for (var node : nodes.list()) {
            sum += node.value().number();
        }
        return Value.of(sum);
    }
}

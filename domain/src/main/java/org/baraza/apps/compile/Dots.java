// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.Axis;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Span;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** Says by name what {@code .} means in an expression; within conditions of paths it means something else and stays. */
final class Dots {
    private Dots() {}

    static String replace(String expression, String by) {
        try {
            List<Replacement> replacements = new ArrayList<>();
            collect(Expressions.parse(expression), by, replacements);
            return Replacement.apply(expression, replacements);
        } catch (BadExpression reportedByChecks) {
            return expression;
        }
    }

    private static void collect(Expr expr, String by, List<Replacement> replacements) {
        switch (expr) {
            case Expr.Path path -> {
                if (path.start() instanceof Start.Here && !path.steps().isEmpty()) {
                    Step first = path.steps().getFirst();
                    if (first.axis() == Axis.SELF && first.predicates().isEmpty()) {
                        replacements.add(Replacement.of(dot(path, first), by));
                    }
                }
            }
            case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, by, replacements));
            case Expr.Negation negation -> collect(negation.operand(), by, replacements);
            case Expr.Binary binary -> {
                collect(binary.left(), by, replacements);
                collect(binary.right(), by, replacements);
            }
            case Expr.Quoted ignored -> {}
            case Expr.Numeral ignored -> {}
            case Expr.Variable ignored -> {}
            case Expr.Hashtag ignored -> {}
        }
    }

    /** The dot stands first in its path. */
    private static Span dot(Expr.Path path, Step first) {
        return first.span().length() == 1 ? first.span() : new Span(path.span().offset(), 1);
    }
}

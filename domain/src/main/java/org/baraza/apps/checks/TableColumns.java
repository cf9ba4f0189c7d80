// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.xpath.Axis;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Span;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** Which columns of lookup tables an expression reads, and by which it chooses rows. */
final class TableColumns {
    /** What ids of the instances of lookup tables begin with. */
    static final String INSTANCE = "item-list:";

    /** A column that is named, and where. */
    record Named(String table, String column, Span span) {}

    private TableColumns() {}

    static List<Named> of(Expr expr) {
        List<Named> named = new ArrayList<>();
        Expressions.walk(expr, part -> {
            if (part instanceof Expr.Path path
                    && path.start() instanceof Start.Instance(var id, var _)
                    && id.startsWith(INSTANCE)) {
                rows(id.substring(INSTANCE.length()), path.steps(), named);
            }
        });
        return named;
    }

    /** The table whose rows the expression gives, none if it gives something else. */
    static Optional<String> table(Expr expr) {
        return expr instanceof Expr.Path path
                        && path.start() instanceof Start.Instance(var id, var _)
                        && id.startsWith(INSTANCE)
                        && path.steps().size() == 2
                ? Optional.of(id.substring(INSTANCE.length()))
                : Optional.empty();
    }

    /** What an expression names of a row of the table, which it is looked up in. */
    static List<Named> ofRow(Expr expr, String table) {
        List<Named> named = new ArrayList<>();
        ofRow(expr, table, named);
        return named;
    }

    /** The second step is to the rows, the third to one of their columns. */
    private static void rows(String table, List<Step> steps, List<Named> named) {
        if (steps.size() > 1
                && steps.get(0).name().equals(table + "_list")
                && steps.get(1).name().equals(table)) {
            steps.get(1).predicates().forEach(predicate -> ofRow(predicate, table, named));
            if (steps.size() > 2) {
                column(steps.get(2), table, named);
            }
        }
    }

    private static void column(Step step, String table, List<Named> named) {
        if (step.axis() == Axis.CHILD && !step.name().equals(Step.ANY)) {
            named.add(new Named(table, step.name(), step.span()));
        }
    }

    /** In a condition on a row its columns stand by themselves. */
    private static void ofRow(Expr expr, String table, List<Named> named) {
        switch (expr) {
            case Expr.Path path -> {
                if (path.start() instanceof Start.Here) {
                    path.steps().stream()
                            .filter(step -> step.axis() != Axis.SELF)
                            .findFirst()
                            .ifPresent(step -> column(step, table, named));
                }
            }
            case Expr.Call call -> call.arguments().forEach(argument -> ofRow(argument, table, named));
            case Expr.Negation negation -> ofRow(negation.operand(), table, named);
            case Expr.Binary binary -> {
                ofRow(binary.left(), table, named);
                ofRow(binary.right(), table, named);
            }
            case Expr.Hashtag _, Expr.Quoted _, Expr.Numeral _, Expr.Variable _ -> {}
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.Axis;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** What an expression of a list says of the case of a row, as short names: {@code village} and {@code current()/village}. */
final class RowPaths {
    private final List<Expr.Hashtag> found = new ArrayList<>();

    private RowPaths() {}

    static List<Expr.Hashtag> of(Expr expr) {
        RowPaths paths = new RowPaths();
        paths.collect(expr, true);
        return paths.found;
    }

    /** Within conditions a relative path begins at another node. */
    private void collect(Expr expr, boolean atRow) {
        switch (expr) {
            case Expr.Path path -> path(path, atRow);
            case Expr.Hashtag tag -> tag.steps().forEach(this::conditions);
            case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, atRow));
            case Expr.Negation negation -> collect(negation.operand(), atRow);
            case Expr.Binary binary -> {
                collect(binary.left(), atRow);
                collect(binary.right(), atRow);
            }
            case Expr.Quoted _, Expr.Numeral _, Expr.Variable _ -> {}
        }
    }

    private void conditions(Step step) {
        step.predicates().forEach(predicate -> collect(predicate, false));
    }

    private void path(Expr.Path path, boolean atRow) {
        path.steps().forEach(this::conditions);
        boolean fromRow = path.start() instanceof Start.Current || (atRow && path.start() instanceof Start.Here);
        List<Step> steps =
                path.steps().stream().filter(step -> step.axis() != Axis.SELF).toList();
        if (fromRow && steps.size() == 1 && steps.getFirst().isPlainChild()) {
            found.add(new Expr.Hashtag("case", steps, path.span()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.function.Consumer;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Path;

/** Goes through an expression and all its parts, each before its own parts and in the order of the text. */
final class Walk {

    private Walk() {}

    static void through(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        switch (expr) {
            case Expr.Quoted ignored -> {}
            case Expr.Numeral ignored -> {}
            case Expr.Variable ignored -> {}
            case Hashtag tag -> steps(tag.steps(), visitor);
            case Call call -> call.arguments().forEach(argument -> through(argument, visitor));
            case Negation negation -> through(negation.operand(), visitor);
            case Binary binary -> {
                through(binary.left(), visitor);
                through(binary.right(), visitor);
            }
            case Path path -> steps(path.steps(), visitor);
        }
    }

    private static void steps(List<Step> steps, Consumer<Expr> visitor) {
        for (Step step : steps) {
            step.predicates().forEach(predicate -> through(predicate, visitor));
        }
    }
}

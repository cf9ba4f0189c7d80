// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Path;

/** Makes a new tree by replacing parts, from the leaves upwards; conditions within paths are parts too. */
final class Rewriting {

    private final UnaryOperator<Expr> change;

    Rewriting(UnaryOperator<Expr> change) {
        this.change = change;
    }

    Expr rewrite(Expr expr) {
        return change.apply(
                switch (expr) {
                    case Expr.Quoted ignored -> expr;
                    case Expr.Numeral ignored -> expr;
                    case Expr.Variable ignored -> expr;
                    case Hashtag tag -> new Hashtag(tag.space(), steps(tag.steps()), tag.span());
                    case Call call -> new Call(call.function(), all(call.arguments()), call.span());
                    case Negation negation -> new Negation(rewrite(negation.operand()), negation.span());
                    case Binary binary ->
                        new Binary(binary.operator(), rewrite(binary.left()), rewrite(binary.right()), binary.span());
                    case Path path -> new Path(path.start(), steps(path.steps()), path.span());
                });
    }

    private List<Expr> all(List<Expr> parts) {
        List<Expr> changed = new ArrayList<>(parts.size());
        for (Expr part : parts) {
            changed.add(rewrite(part));
        }
        return changed;
    }

    private List<Step> steps(List<Step> steps) {
        List<Step> changed = new ArrayList<>(steps.size());
        for (Step step : steps) {
            changed.add(new Step(step.axis(), step.name(), all(step.predicates()), step.span()));
        }
        return changed;
    }
}

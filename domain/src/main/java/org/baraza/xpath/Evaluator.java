// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.function.Supplier;

/**
 * Evaluates expressions. One evaluator may serve any number of threads; it remembers the patterns of {@code regex()} and
 * {@code replace()} and nothing else.
 */
public final class Evaluator {

    /** About a second of work on a small machine. */
    private static final long USUAL_STEPS = 10_000_000;

    private final long steps;
    private final Patterns patterns = new Patterns();

    public Evaluator() {
        this(USUAL_STEPS);
    }

    /**
     * @param steps after how many nodes, calls and characters an evaluation fails
     */
    public Evaluator(long steps) {
        this.steps = steps;
    }

    /** The value, which is a set of nodes for a path. */
    public Value evaluate(Expr expr, Scope scope) {
        return new Evaluation(scope, patterns, steps).evaluate(expr);
    }

    /** The value as a text. */
    public String text(Expr expr, Scope scope) {
        return failingAt(expr, () -> evaluate(expr, scope).text());
    }

    /** Whether it is true. */
    public boolean holds(Expr expr, Scope scope) {
        return failingAt(expr, () -> evaluate(expr, scope).truth());
    }

    /** The nodes that a path leads to; what gives a value that is no set of nodes fails. */
    public List<Node> nodes(Expr expr, Scope scope) {
        if (evaluate(expr, scope) instanceof Value.Nodes nodes) {
            return nodes.list();
        }
        throw new EvaluationFailed("A path is needed here, and this gives no nodes.", expr.span());
    }

    private static <T> T failingAt(Expr expr, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (EvaluationFailed failed) {
            throw failed.at(expr.span());
        }
    }
}

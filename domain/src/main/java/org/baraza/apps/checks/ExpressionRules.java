// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;

/** Reads expressions and reports what phones would stumble over in any of them. */
final class ExpressionRules {
    private final Problems problems;

    ExpressionRules(Problems problems) {
        this.problems = problems;
    }

    /**
     * The expression as a tree, none if it is blank or cannot be read.
     *
     * @param type what a fault of syntax is called at this place
     * @param what the expression is, to begin a sentence with
     */
    Optional<Expr> check(String expression, Place place, String type, String what) {
        if (expression.isBlank()) {
            return Optional.empty();
        }
        try {
            Expr tree = Expressions.parse(expression);
            functions(tree)
                    .forEach(function -> problems.error(
                            "unknown function",
                            place,
                            what + " calls " + function
                                    + "(), which phones do not know: they fail when they get there"));
            return Optional.of(tree);
        } catch (BadExpression bad) {
            problems.error(type, place, what + " cannot be read: " + bad.getMessage() + at(expression, bad));
            return Optional.empty();
        }
    }

    /** The text around the fault, so that it is found in a long expression. */
    private static String at(String expression, BadExpression bad) {
        int from = Math.min(Math.max(bad.span().offset() - 10, 0), expression.length());
        int to = Math.min(Math.max(bad.span().end() + 10, from), expression.length());
        return " (near \"" + expression.substring(from, to) + "\")";
    }

    private static Set<String> functions(Expr tree) {
        Set<String> unknown = new TreeSet<>();
        Expressions.walk(tree, part -> {
            if (part instanceof Expr.Call call
                    && Expressions.function(call.function()).isEmpty()) {
                unknown.add(call.function());
            }
        });
        return unknown;
    }

    /** Whether a tree speaks of a case by {@code #case} and its like. */
    static boolean namesCase(Expr tree) {
        return names(tree, Set.of("case", "parent", "host"));
    }

    static boolean names(Expr tree, Set<String> spaces) {
        Set<String> named = new TreeSet<>();
        Expressions.walk(tree, part -> {
            if (part instanceof Expr.Hashtag tag && spaces.contains(tag.space())) {
                named.add(tag.space());
            }
        });
        return !named.isEmpty();
    }
}

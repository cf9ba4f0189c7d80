// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Finding;
import org.baraza.xpath.Names;
import org.baraza.xpath.Span;

/** Reads expressions and reports what phones would stumble over in any of them. */
final class ExpressionRules {
    private final Problems problems;

    ExpressionRules(Problems problems) {
        this.problems = problems;
    }

    /**
     * The expression as a tree, none if it is blank or cannot be read.
     *
     * @param type what a fault is called at this place, unless it has a name everywhere
     * @param what the expression is, to begin a sentence with
     */
    Optional<Expr> check(String expression, Place place, String type, String what) {
        if (expression.isBlank()) {
            return Optional.empty();
        }
        for (Finding finding : Expressions.check(expression, Names.UNKNOWN)) {
            report(finding, expression, place, type, what);
        }
        try {
            return Optional.of(Expressions.parse(expression));
        } catch (BadExpression reported) {
            return Optional.empty();
        }
    }

    private void report(Finding finding, String expression, Place place, String type, String what) {
        String sentence = what + ": " + finding.message() + near(expression, finding.span());
        if (finding.isError()) {
            problems.error(
                    switch (finding.code()) {
                        case UNKNOWN_FUNCTION -> "unknown function";
                        case UNKNOWN_SHORT_NAME -> "unknown hashtag";
                        default -> type;
                    },
                    place,
                    sentence);
        } else {
            problems.warning(type, place, sentence);
        }
    }

    /** The text around the fault, so that it is found in a long expression. */
    private static String near(String expression, Span span) {
        int from = Math.min(Math.max(span.offset() - 10, 0), expression.length());
        int to = Math.min(Math.max(span.end() + 10, from), expression.length());
        return " (near \"" + expression.substring(from, to) + "\")";
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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** Session variables that expressions read, under other names. */
final class Variables {
    private Variables() {}

    /** The expression reading those variables that others are called now. */
    static String rename(String expression, Map<String, String> renamed) {
        if (renamed.isEmpty() || !expression.contains("commcaresession")) {
            return expression;
        }
        try {
            List<Replacement> replacements = new ArrayList<>();
            Expressions.walk(Expressions.parse(expression), part -> {
                if (part instanceof Expr.Path path && isVariable(path)) {
                    Step variable = path.steps().get(2);
                    String now = renamed.get(variable.name());
                    if (now != null) {
                        int from = variable.span().offset();
                        replacements.add(
                                new Replacement(from, from + variable.name().length(), now));
                    }
                }
            });
            return Replacement.apply(expression, replacements);
        } catch (BadExpression reportedByChecks) {
            return expression;
        }
    }

    private static boolean isVariable(Expr.Path path) {
        return path.start() instanceof Start.Instance instance
                && instance.id().equals("commcaresession")
                && path.steps().size() > 2
                && path.steps().get(0).name().equals("session")
                && path.steps().get(1).name().equals("data");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Start;

/** Which instances an expression looks into. */
public final class Instances {
    private Instances() {}

    /** The ids in the order of the text; none if it is no expression, which is reported where expressions are checked. */
    public static Set<String> in(String expression) {
        Set<String> ids = new LinkedHashSet<>();
        if (!expression.contains("instance")) {
            return ids;
        }
        try {
            Expressions.walk(Expressions.parse(expression), part -> {
                if (part instanceof Expr.Path path && path.start() instanceof Start.Instance instance) {
                    ids.add(instance.id());
                }
            });
        } catch (BadExpression notAnExpression) {
            return ids;
        }
        return ids;
    }

    static Optional<String> first(String expression) {
        return in(expression).stream().findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a path.
 *
 * @param name what the nodes are called, with a prefix if one was written; {@code *} for any name; empty for {@code .} and
 *     {@code ..}, which ask for no name
 * @param predicates conditions on each node, in their order
 */
public record Step(Axis axis, String name, List<Expr> predicates, Span span) {

    /** Stands for any name. */
    public static final String ANY = "*";

    public Step {
        predicates = List.copyOf(predicates);
    }

    public static Step child(String name) {
        return new Step(Axis.CHILD, name, List.of(), Span.NOWHERE);
    }

    public static Step attribute(String name) {
        return new Step(Axis.ATTRIBUTE, name, List.of(), Span.NOWHERE);
    }

    public static Step parent() {
        return new Step(Axis.PARENT, "", List.of(), Span.NOWHERE);
    }

    /** This step with one more condition. */
    public Step where(Expr predicate) {
        List<Expr> all = new ArrayList<>(predicates);
        all.add(predicate);
        return new Step(axis, name, all, span);
    }

    /** Whether the step says a name without a condition, as steps to questions and properties do. */
    public boolean isPlainChild() {
        return axis == Axis.CHILD && predicates.isEmpty() && !name.equals(ANY);
    }
}

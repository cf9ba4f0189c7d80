// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.baraza.xpath.Axis;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** Which nodes of its own form an expression speaks of, as absolute paths. */
final class References {
    private final String context;
    private final Set<String> paths = new LinkedHashSet<>();

    private References(String context) {
        this.context = context;
    }

    /** @param context the path of the node that the expression is about */
    static Set<String> of(Expr expr, String context) {
        References references = new References(context);
        references.collect(expr, true);
        return references.paths;
    }

    /** Within conditions a relative path begins at another node, which is not looked for. */
    private void collect(Expr expr, boolean here) {
        switch (expr) {
            case Expr.Path path -> path(path, here);
            case Expr.Hashtag tag -> {
                if (tag.space().equals("form")) {
                    StringBuilder at = new StringBuilder(root());
                    tag.steps().forEach(step -> at.append('/').append(step.name()));
                    paths.add(at.toString());
                }
                tag.steps().forEach(this::conditions);
            }
            case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, here));
            case Expr.Negation negation -> collect(negation.operand(), here);
            case Expr.Binary binary -> {
                collect(binary.left(), here);
                collect(binary.right(), here);
            }
            case Expr.Quoted ignored -> {}
            case Expr.Numeral ignored -> {}
            case Expr.Variable ignored -> {}
        }
    }

    private String root() {
        int second = context.indexOf('/', 1);
        return second < 0 ? context : context.substring(0, second);
    }

    private void conditions(Step step) {
        step.predicates().forEach(predicate -> collect(predicate, false));
    }

    private void path(Expr.Path path, boolean here) {
        path.steps().forEach(this::conditions);
        switch (path.start()) {
            case Start.Root ignored -> resolve("", path);
            case Start.Current ignored -> resolve(context, path);
            case Start.Here ignored -> {
                if (here) {
                    resolve(context, path);
                }
            }
            case Start.Instance ignored -> {}
        }
    }

    private void resolve(String from, Expr.Path path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : from.split("/", -1)) {
            if (!name.isEmpty()) {
                names.addLast(name);
            }
        }
        for (Step step : path.steps()) {
            if (step.axis() == Axis.PARENT) {
                if (names.isEmpty()) {
                    return;
                }
                names.removeLast();
            } else if (step.axis() == Axis.ATTRIBUTE) {
                names.addLast("@" + step.name());
            } else if (step.axis() == Axis.CHILD) {
                if (step.name().equals(Step.ANY)) {
                    break;
                }
                names.addLast(step.name());
            }
        }
        paths.add("/" + String.join("/", names));
    }
}

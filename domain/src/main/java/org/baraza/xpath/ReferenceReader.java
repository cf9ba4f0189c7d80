// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.References.PathUse;
import org.baraza.xpath.References.Use;

/** Collects what an expression mentions; relative paths within a condition start where the condition is asked. */
final class ReferenceReader {

    private final Optional<Address> about;
    private final List<PathUse> paths = new ArrayList<>();
    private final List<Use> instances = new ArrayList<>();
    private final List<Use> functions = new ArrayList<>();
    private final List<Use> variables = new ArrayList<>();
    private final List<Hashtag> hashtags = new ArrayList<>();

    ReferenceReader(Optional<Address> about) {
        this.about = about;
    }

    References read(Expr expr) {
        visit(expr, about);
        return new References(paths, instances, functions, variables, hashtags);
    }

    private void visit(Expr expr, Optional<Address> here) {
        switch (expr) {
            case Expr.Quoted ignored -> {}
            case Expr.Numeral ignored -> {}
            case Expr.Variable variable -> variables.add(new Use(variable.name(), variable.span()));
            case Hashtag tag -> {
                hashtags.add(tag);
                conditions(tag.steps(), Optional.empty());
            }
            case Call call -> {
                functions.add(new Use(call.function(), call.span()));
                call.arguments().forEach(argument -> visit(argument, here));
            }
            case Negation negation -> visit(negation.operand(), here);
            case Binary binary -> {
                visit(binary.left(), here);
                visit(binary.right(), here);
            }
            case Path path -> path(path, here);
        }
    }

    private void path(Path path, Optional<Address> here) {
        Optional<Address> start = switch (path.start()) {
            case Start.Here ignored -> here;
            case Start.Current ignored -> about;
            case Start.Root ignored -> Optional.of(new Address("", List.of()));
            case Start.Instance instance -> {
                instances.add(new Use(instance.id(), instance.span()));
                yield Optional.of(new Address(instance.id(), List.of()));
            }
        };
        int place = paths.size();
        Optional<Address> end = conditions(path.steps(), start);
        paths.add(place, new PathUse(path, end));
    }

    private Optional<Address> conditions(List<Step> steps, Optional<Address> start) {
        Optional<Address> reached = start;
        for (Step step : steps) {
            reached = reached.flatMap(address -> address.after(step));
            for (Expr predicate : step.predicates()) {
                visit(predicate, reached);
            }
        }
        return reached;
    }
}

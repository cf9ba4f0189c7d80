// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;
import org.baraza.xpath.functions.Body;
import org.baraza.xpath.functions.FunctionTable;

/** One evaluation of one expression. */
final class Evaluation {

    private final Scope scope;
    private final Patterns patterns;
    private final Budget budget;
    private final PathWalk paths;
    private final OffsetDateTime now;

    Evaluation(Scope scope, Patterns patterns, long steps) {
        this.scope = scope;
        this.patterns = patterns;
        this.budget = new Budget(steps);
        this.paths = new PathWalk(this);
        ZoneId zone = scope.surroundings().clock().getZone();
        this.now = Instant.now(scope.surroundings().clock()).atZone(zone).toOffsetDateTime();
    }

    Value evaluate(Expr expr) {
        return evaluate(expr, new Frame(scope.node().orElse(null), Frame.NOWHERE));
    }

    Value evaluate(Expr expr, Frame frame) {
        budget.spend(1);
        return switch (expr) {
            case Quoted quoted -> Value.of(quoted.text());
            case Numeral numeral -> Value.of(numeral.value());
            case Variable variable ->
                scope.variable(variable.name())
                        .orElseThrow(() -> failure("There is no variable $" + variable.name() + ".", variable));
            case Hashtag tag -> throw failure("The short name #" + tag.space() + " was not expanded.", tag);
            case Negation negation -> Value.of(-number(negation.operand(), frame));
            case Call call -> called(call, frame);
            case Binary binary -> binary(binary, frame);
            case Path path -> new Value.Nodes(paths.nodes(path, frame));
        };
    }

    private Value called(Call call, Frame frame) {
        Optional<Body> body = FunctionTable.body(call.function());
        if (body.isEmpty()) {
            throw failure("There is no function " + call.function() + "().", call);
        }
        try {
            return body.get().call(new CallArguments(this, call, frame));
        } catch (EvaluationFailed failed) {
            throw failed.at(call.span());
        }
    }

    /** Chains of operators grow to the left by thousands, so they are not gone down by recursion. */
    private Value binary(Binary binary, Frame frame) {
        if (!(binary.left() instanceof Binary)) {
            return binary(binary, frame, evaluate(binary.left(), frame));
        }
        Deque<Binary> chain = new ArrayDeque<>();
        Expr first = binary;
        while (first instanceof Binary link) {
            chain.push(link);
            first = link.left();
        }
        Value left = evaluate(first, frame);
        while (!chain.isEmpty()) {
            budget.spend(1);
            left = binary(chain.pop(), frame, left);
        }
        return left;
    }

    private Value binary(Binary binary, Frame frame, Value left) {
        Value one = binary.operator() == Operator.UNION ? left : single(left, binary.left());
        return switch (binary.operator()) {
            case OR -> Value.of(one.truth() || truth(binary.right(), frame));
            case AND -> Value.of(one.truth() && truth(binary.right(), frame));
            case EQUAL -> Value.of(Equality.equal(one, single(binary.right(), frame)));
            case UNEQUAL -> Value.of(!Equality.equal(one, single(binary.right(), frame)));
            case LESS -> Value.of(one.number() < number(binary.right(), frame));
            case AT_MOST -> Value.of(one.number() <= number(binary.right(), frame));
            case GREATER -> Value.of(one.number() > number(binary.right(), frame));
            case AT_LEAST -> Value.of(one.number() >= number(binary.right(), frame));
            case PLUS -> Value.of(one.number() + number(binary.right(), frame));
            case MINUS -> Value.of(one.number() - number(binary.right(), frame));
            case TIMES -> Value.of(one.number() * number(binary.right(), frame));
            case DIVIDED -> Value.of(one.number() / number(binary.right(), frame));
            case REMAINDER -> Value.of(one.number() % number(binary.right(), frame));
            case UNION -> union(binary, frame, left);
        };
    }

    private Value union(Binary binary, Frame frame, Value left) {
        Set<Node> both = new LinkedHashSet<>(nodes(left, binary.left()));
        both.addAll(nodes(evaluate(binary.right(), frame), binary.right()));
        return new Value.Nodes(new ArrayList<>(both));
    }

    private static List<Node> nodes(Value value, Expr at) {
        if (value instanceof Value.Nodes nodes) {
            return nodes.list();
        }
        throw failure("Both sides of | must be paths.", at);
    }

    Value single(Expr expr, Frame frame) {
        return single(evaluate(expr, frame), expr);
    }

    private static Value single(Value value, Expr at) {
        if (!(value instanceof Value.Nodes nodes)) {
            return value;
        }
        try {
            return nodes.single();
        } catch (EvaluationFailed failed) {
            throw failed.at(at.span());
        }
    }

    private double number(Expr expr, Frame frame) {
        return single(expr, frame).number();
    }

    private boolean truth(Expr expr, Frame frame) {
        return single(expr, frame).truth();
    }

    Scope scope() {
        return scope;
    }

    Patterns patterns() {
        return patterns;
    }

    Budget budget() {
        return budget;
    }

    /** The time of this evaluation, which does not move while it runs. */
    OffsetDateTime now() {
        return now;
    }

    static EvaluationFailed failure(String message, Expr at) {
        return new EvaluationFailed(message, at.span());
    }
}

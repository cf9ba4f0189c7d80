// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Token.Type;

/** Reads paths: steps with their axes, names and conditions, from where they start. */
final class PathParser {

    private static final Set<String> NODE_TESTS = Set.of("node", "text", "comment", "processing-instruction");

    private final Tokens tokens;
    private final Parser parser;

    PathParser(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    static boolean isNodeTest(Token name) {
        return NODE_TESTS.contains(name.text());
    }

    /** A path that starts with a step. */
    Path relative() throws BadExpression {
        List<Step> steps = new ArrayList<>();
        steps.add(step());
        steps.addAll(stepsBehindSlash());
        return new Path(
                new Start.Here(),
                steps,
                steps.getFirst().span().to(steps.getLast().span()));
    }

    /** A path that starts with a sign. */
    Path started() throws BadExpression {
        Token first = tokens.peek();
        if (first.is("//")) {
            throw noDescendants(first);
        }
        if (!first.is("/")) {
            if (!isStep(first)) {
                throw tokens.unexpected("a value, a path or a function");
            }
            return relative();
        }
        tokens.next();
        if (!isStep(tokens.peek())) {
            return new Path(new Start.Root(), List.of(), first.span());
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step());
        steps.addAll(stepsBehindSlash());
        return new Path(new Start.Root(), steps, first.span().to(steps.getLast().span()));
    }

    /** {@code current()} or {@code instance('…')}, whose opening bracket was just read, and the path behind it. */
    Path called(Token name, Token open) throws BadExpression {
        String id = "";
        if (name.text().equals("instance")) {
            if (tokens.peek().type() != Type.QUOTED) {
                throw tokens.unexpected("the id of the instance in quotes, as in instance('casedb')");
            }
            id = tokens.next().text();
        } else if (!tokens.peek().is(")")) {
            throw new BadExpression(
                    tokens.peek().span(), "The function current() takes no arguments, and here it gets some.");
        }
        Token close = tokens.closing(")", open);
        Span whole = name.span().to(close.span());
        Start start = name.text().equals("instance") ? new Start.Instance(id, whole) : new Start.Current();
        List<Step> steps = stepsBehindSlash();
        return new Path(
                start, steps, steps.isEmpty() ? whole : whole.to(steps.getLast().span()));
    }

    List<Step> stepsBehindSlash() throws BadExpression {
        List<Step> steps = new ArrayList<>();
        while (tokens.peek().is("/")) {
            tokens.next();
            steps.add(step());
        }
        if (tokens.peek().is("//")) {
            throw noDescendants(tokens.peek());
        }
        return steps;
    }

    private static BadExpression noDescendants(Token sign) {
        return new BadExpression(
                sign.span(), "Devices do not know //, which looks at all levels; write each step of the path.");
    }

    private static boolean isStep(Token token) {
        return token.type() == Type.NAME || token.is(".") || token.is("..") || token.is("@") || token.is("*");
    }

    private Step step() throws BadExpression {
        Token first = tokens.peek();
        if (first.is(".")) {
            return withPredicates(Axis.SELF, "", tokens.next().span());
        }
        if (first.is("..")) {
            return withPredicates(Axis.PARENT, "", tokens.next().span());
        }
        if (first.is("@")) {
            tokens.next();
            return named(Axis.ATTRIBUTE, first);
        }
        if (tokens.isAxis()) {
            Axis axis = axis(tokens.next());
            tokens.next();
            return named(axis, first);
        }
        return named(Axis.CHILD, first);
    }

    private static Axis axis(Token name) throws BadExpression {
        for (Axis axis : Axis.values()) {
            if (axis.word().equals(name.text())) {
                return axis;
            }
        }
        throw new BadExpression(
                name.span(),
                "Devices do not know the axis " + name.text() + "; expected child, attribute, self or parent.");
    }

    private Step named(Axis axis, Token first) throws BadExpression {
        Token name = tokens.peek();
        if (name.is("*")) {
            return withPredicates(axis, Step.ANY, first.span().to(tokens.next().span()));
        }
        if (name.type() != Type.NAME) {
            throw tokens.unexpected(
                    axis == Axis.ATTRIBUTE ? "the name of an attribute" : "the name of a step, @, ., .. or *");
        }
        if (tokens.isCall()) {
            return nodeTest(axis, first);
        }
        return withPredicates(axis, name.text(), first.span().to(tokens.next().span()));
    }

    /** {@code self::node()} and {@code parent::node()} are long for {@code .} and {@code ..}; no other test is known. */
    private Step nodeTest(Axis axis, Token first) throws BadExpression {
        Token name = tokens.next();
        Token open = tokens.next();
        if (!isNodeTest(name)) {
            throw new BadExpression(
                    name.span(), "A function cannot be a step of a path; " + name.text() + "() stands behind a /.");
        }
        if (!name.text().equals("node") || (axis != Axis.SELF && axis != Axis.PARENT)) {
            throw new BadExpression(
                    name.span(), "Devices do not know the step " + name.text() + "(); expected a name or *.");
        }
        Token close = tokens.closing(")", open);
        return withPredicates(axis, "", first.span().to(close.span()));
    }

    private Step withPredicates(Axis axis, String name, Span span) throws BadExpression {
        List<Expr> predicates = new ArrayList<>();
        Span whole = span;
        while (tokens.peek().is("[")) {
            predicates.add(parser.predicate());
            whole = span.to(tokens.last().span());
        }
        return new Step(axis, name, predicates, whole);
    }
}

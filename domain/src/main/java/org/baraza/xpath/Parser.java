// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;
import org.baraza.xpath.Token.Type;

/** Reads tokens to a tree by recursive descent; operators climb by their strength. */
final class Parser {

    /** How deep brackets and arguments may be nested. */
    private static final int DEEPEST = 250;

    /** How high a tree may grow, which long chains of operators do without any bracket. */
    private static final int HIGHEST = 1_000;

    private final Tokens tokens;
    private final Signatures signatures;
    private final PathParser paths;
    private int depth;

    /** The height of the tree that was read last. */
    private int height;

    private Parser(List<Token> tokens, Signatures signatures) {
        this.tokens = new Tokens(tokens);
        this.signatures = signatures;
        this.paths = new PathParser(this.tokens, this);
    }

    static Expr parse(String text, Signatures signatures) throws BadExpression {
        Parser parser = new Parser(Lexer.tokens(text), signatures);
        if (parser.tokens.peek().type() == Type.END) {
            throw new BadExpression(new Span(0, 0), "The expression is empty.");
        }
        Expr whole = parser.expression();
        parser.nothingMore();
        return whole;
    }

    private void nothingMore() throws BadExpression {
        Token next = tokens.peek();
        if (next.type() == Type.END) {
            return;
        }
        if (next.is(")") || next.is("]")) {
            throw new BadExpression(next.span(), "This " + next.text() + " closes nothing that was opened.");
        }
        if (next.is("[") || next.is("/")) {
            throw new BadExpression(
                    next.span(),
                    "Only a path can go on with " + next.text()
                            + ": one that starts with a name, /, ., .., current() or" + " instance('…').");
        }
        throw tokens.unexpected("an operator or the end");
    }

    Expr expression() throws BadExpression {
        return operators(0);
    }

    private Expr operators(int weakest) throws BadExpression {
        Expr left = operand();
        int tallest = height;
        while (true) {
            Optional<Operator> operator = operatorAhead();
            if (operator.isEmpty() || operator.get().strength() <= weakest) {
                height = tallest;
                return left;
            }
            tokens.next();
            Expr right = operators(operator.get().strength());
            tallest = grown(Math.max(tallest, height), right);
            left = new Binary(operator.get(), left, right, left.span().to(right.span()));
        }
    }

    private Optional<Operator> operatorAhead() {
        Token next = tokens.peek();
        if (next.type() != Type.SIGN && next.type() != Type.NAME) {
            return Optional.empty();
        }
        for (Operator operator : OPERATORS) {
            if (operator.symbol().equals(next.text())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private static final List<Operator> OPERATORS = List.of(Operator.values());

    private Expr operand() throws BadExpression {
        Token next = tokens.peek();
        if (next.is("-")) {
            return negation();
        }
        height = 1;
        return switch (next.type()) {
            case NUMBER -> numeral(tokens.next());
            case QUOTED -> quoted(tokens.next());
            case VARIABLE -> variable(tokens.next());
            case HASHTAG -> hashtag(tokens.next());
            case NAME -> tokens.isCall() && !PathParser.isNodeTest(next) ? call(tokens.next()) : paths.relative();
            case SIGN -> next.is("(") ? bracketed() : paths.started();
            case END -> throw tokens.unexpected("a value, a path or a function");
        };
    }

    private Expr negation() throws BadExpression {
        Token sign = tokens.next();
        deeper(sign);
        Expr operand = operators(Operator.SIGN);
        depth--;
        height = grown(height, operand);
        return new Negation(operand, sign.span().to(operand.span()));
    }

    private static Expr numeral(Token token) {
        return new Numeral(Double.parseDouble(token.text()), token.text(), token.span());
    }

    private static Expr quoted(Token token) {
        return new Quoted(token.text(), token.span());
    }

    private static Expr variable(Token token) {
        return new Variable(token.text(), token.span());
    }

    private Expr hashtag(Token token) throws BadExpression {
        List<Step> steps = tokens.peek().is("/") ? paths.stepsBehindSlash() : List.of();
        Span end = steps.isEmpty() ? token.span() : steps.getLast().span();
        return new Hashtag(token.text(), steps, token.span().to(end));
    }

    private Expr bracketed() throws BadExpression {
        Token open = tokens.next();
        deeper(open);
        Expr inner = expression();
        depth--;
        tokens.closing(")", open);
        return inner;
    }

    private Expr call(Token name) throws BadExpression {
        Token open = tokens.next();
        if (name.text().equals("instance") || name.text().equals("current")) {
            return paths.called(name, open);
        }
        List<Expr> arguments = arguments(open);
        Token close = tokens.closing(")", open);
        Span span = name.span().to(close.span());
        Optional<Arity> arity = signatures.arity(name.text());
        if (arity.isPresent() && !arity.get().allows(arguments.size())) {
            throw new BadExpression(
                    span,
                    "The function " + name.text() + "() takes " + arity.get().words() + ", and here it gets "
                            + arguments.size() + ".");
        }
        return new Call(name.text(), arguments, span);
    }

    private List<Expr> arguments(Token open) throws BadExpression {
        List<Expr> arguments = new ArrayList<>();
        int tallest = 0;
        deeper(open);
        if (!tokens.peek().is(")")) {
            arguments.add(expression());
            tallest = height;
            while (tokens.peek().is(",")) {
                tokens.next();
                arguments.add(expression());
                tallest = Math.max(tallest, height);
            }
        }
        depth--;
        height = grown(tallest, open);
        return arguments;
    }

    /** A condition between square brackets. */
    Expr predicate() throws BadExpression {
        Token open = tokens.next();
        int before = height;
        deeper(open);
        Expr condition = expression();
        depth--;
        tokens.closing("]", open);
        height = grown(Math.max(before, height), condition);
        return condition;
    }

    private void deeper(Token at) throws BadExpression {
        depth++;
        if (depth > DEEPEST) {
            throw new BadExpression(at.span(), "The expression is nested more than " + DEEPEST + " levels deep.");
        }
    }

    private static int grown(int height, Expr at) throws BadExpression {
        return grown(height, at.span());
    }

    private static int grown(int height, Token at) throws BadExpression {
        return grown(height, at.span());
    }

    private static int grown(int height, Span at) throws BadExpression {
        if (height >= HIGHEST) {
            throw new BadExpression(at, "The expression has more than " + HIGHEST + " operators in a row.");
        }
        return height + 1;
    }
}

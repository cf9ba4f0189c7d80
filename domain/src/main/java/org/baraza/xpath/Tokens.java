// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import org.baraza.xpath.Token.Type;

/** The tokens of an expression and how far they are read. */
final class Tokens {

    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token peek() {
        return all.get(at);
    }

    private Token second() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    /** The token that was read last. */
    Token last() {
        return all.get(at - 1);
    }

    Token next() {
        Token token = all.get(at);
        if (token.type() != Type.END) {
            at++;
        }
        return token;
    }

    /** Whether a bracket stands behind the next token. */
    boolean isCall() {
        return second().is("(");
    }

    /** Whether the next token is the name of an axis. */
    boolean isAxis() {
        return peek().type() == Type.NAME && second().is("::");
    }

    Token closing(String sign, Token open) throws BadExpression {
        if (peek().is(sign)) {
            return next();
        }
        String what = "\"" + sign + "\" to close the " + open.text() + " at position "
                + (open.span().offset() + 1);
        throw unexpected(sign.equals(")") ? "an operator, a comma or " + what : "an operator or " + what);
    }

    BadExpression unexpected(String expected) {
        Token found = peek();
        return new BadExpression(found.span(), "Expected " + expected + ", but found " + found.words() + ".");
    }
}

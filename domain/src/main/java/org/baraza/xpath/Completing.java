// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import org.baraza.xpath.Completion.Expected;
import org.baraza.xpath.Token.Type;

/** Finds out from the words before the caret what comes next; what stands behind the caret does not matter. */
final class Completing {

    private final List<Token> tokens;
    private final int caret;

    private Completing(List<Token> tokens, int caret) {
        this.tokens = tokens;
        this.caret = caret;
    }

    static Completion at(String text, int caret) {
        String before = text.substring(0, caret);
        if (before.endsWith("#") || before.endsWith("$")) {
            Expected expected = before.endsWith("#") ? Expected.SHORT_NAME : Expected.VARIABLE;
            return new Completion(expected, "", "", new Span(caret, 0));
        }
        try {
            return new Completing(Lexer.tokens(before), caret).complete();
        } catch (BadExpression unclosed) {
            return withinQuotes(before, unclosed.span().offset(), caret);
        }
    }

    private static Completion withinQuotes(String before, int opened, int caret) {
        boolean quote = before.charAt(opened) == '\'' || before.charAt(opened) == '"';
        boolean instance = before.substring(0, opened).stripTrailing().endsWith("instance(");
        Span written = new Span(opened + 1, Math.max(0, caret - opened - 1));
        return quote && instance
                ? new Completion(Expected.INSTANCE, "", before.substring(opened + 1), written)
                : new Completion(Expected.NOTHING, "", "", new Span(caret, 0));
    }

    private Completion complete() {
        int last = tokens.size() - 2;
        if (last < 0) {
            return nothingWritten(Expected.VALUE, "");
        }
        Token token = tokens.get(last);
        boolean touching = token.span().end() == caret;
        return switch (token.type()) {
            case NAME -> touching ? named(last) : afterName(last);
            case HASHTAG ->
                touching ? written(Expected.SHORT_NAME, "", token, 1) : nothingWritten(Expected.OPERATOR, "");
            case VARIABLE ->
                touching ? written(Expected.VARIABLE, "", token, 1) : nothingWritten(Expected.OPERATOR, "");
            case NUMBER, QUOTED -> nothingWritten(touching ? Expected.NOTHING : Expected.OPERATOR, "");
            case SIGN -> afterSign(last);
            case END -> nothingWritten(Expected.VALUE, "");
        };
    }

    private Completion named(int index) {
        Token name = tokens.get(index);
        if (index > 0 && tokens.get(index - 1).is("@")) {
            return step(index - 1, name, 0);
        }
        if (index > 0 && tokens.get(index - 1).is("/")) {
            return step(index, name, 0);
        }
        return written(isOperatorPlace(index) ? Expected.OPERATOR : Expected.VALUE, context(index), name, 0);
    }

    /** A word such as {@code and} joins if a value stands before it; then a value follows. */
    private Completion afterName(int index) {
        return isOperatorPlace(index)
                ? nothingWritten(Expected.VALUE, context(index))
                : nothingWritten(Expected.OPERATOR, "");
    }

    private Completion afterSign(int index) {
        Token sign = tokens.get(index);
        return switch (sign.text()) {
            case ")", "]", ".", "..", "*" ->
                endsValue(index)
                        ? nothingWritten(Expected.OPERATOR, "")
                        : nothingWritten(Expected.VALUE, context(index));
            case "/", "@" -> step(sign.is("/") ? index + 1 : index, new Token(Type.NAME, "", new Span(caret, 0)), 0);
            default -> nothingWritten(Expected.VALUE, context(index + 1));
        };
    }

    /** Whether the sign ends a value, as a star does that means any name. */
    private boolean endsValue(int index) {
        return !tokens.get(index).is("*") || !isOperatorPlace(index);
    }

    private boolean isOperatorPlace(int index) {
        if (index == 0) {
            return false;
        }
        Token before = tokens.get(index - 1);
        return switch (before.type()) {
            case NUMBER, QUOTED, VARIABLE, HASHTAG -> true;
            case NAME -> !isOperatorPlace(index - 1);
            case SIGN -> before.is(")") || before.is("]") || before.is(".") || before.is("..") || isAnyName(index - 1);
            case END -> false;
        };
    }

    private boolean isAnyName(int index) {
        return tokens.get(index).is("*") && !isOperatorPlace(index);
    }

    private Completion step(int index, Token name, int sign) {
        String before = new PathBefore(tokens).text(index);
        Expected expected = Expected.STEP;
        if (before.startsWith("#")) {
            expected = before.startsWith("#form") ? Expected.QUESTION : Expected.PROPERTY;
        } else if (before.equals("instance('casedb')/casedb/case") || before.isEmpty()) {
            expected = before.isEmpty() ? Expected.STEP : Expected.PROPERTY;
        }
        return written(expected, before, name, sign);
    }

    /** The path whose condition the place stands in. */
    private String context(int index) {
        return new PathBefore(tokens).around(index);
    }

    private static Completion written(Expected expected, String within, Token name, int sign) {
        Span span = new Span(name.span().offset() + sign, name.span().length() - sign);
        return new Completion(expected, within, name.text(), span);
    }

    private Completion nothingWritten(Expected expected, String within) {
        return new Completion(expected, within, "", new Span(caret, 0));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.Token.Type;

/** Cuts a text into words and signs. */
final class Lexer {

    private static final List<String> SIGNS = List.of(
            "//", "::", "..", "!=", "<=", ">=", "(", ")", "[", "]", "@", ",", "/", "|", "+", "-", "=", "<", ">", "*",
            ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens; the last one is the end. */
    static List<Token> tokens(String text) throws BadExpression {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws BadExpression {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
                number();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (isNameStart(text.codePointAt(at))) {
                add(Type.NAME, at, qualified(at), at);
            } else if (c == '$' || c == '#') {
                marked(c);
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Type.END, "", new Span(text.length(), 0)));
    }

    private void number() {
        int start = at;
        boolean point = false;
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || (text.charAt(end) == '.' && !point))) {
            point |= text.charAt(end) == '.';
            end++;
        }
        add(Type.NUMBER, start, end, start);
    }

    private void quoted(char quote) throws BadExpression {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new BadExpression(
                    new Span(at, text.length() - at),
                    "The quote that opens here is never closed; expected " + quote + ".");
        }
        tokens.add(new Token(Type.QUOTED, text.substring(at + 1, end), new Span(at, end + 1 - at)));
        at = end + 1;
    }

    private void marked(char mark) throws BadExpression {
        if (at + 1 >= text.length() || !isNameStart(text.codePointAt(at + 1))) {
            throw new BadExpression(new Span(at, 1), "A name is expected right behind " + mark + ".");
        }
        add(mark == '$' ? Type.VARIABLE : Type.HASHTAG, at, qualified(at + 1), at + 1);
    }

    private void sign(char c) throws BadExpression {
        if (text.startsWith("==", at)) {
            throw new BadExpression(new Span(at, 2), "Two values are compared with one =, not with ==.");
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Type.SIGN, at, at + sign.length(), at);
                return;
            }
        }
        int whole = text.codePointAt(at);
        throw new BadExpression(new Span(at, Character.charCount(whole)), complaint(c, whole));
    }

    private static String complaint(char c, int whole) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201c', '\u201d', '\u00ab', '\u00bb', '`' ->
                "This is no quote that expressions know; expected ' or \".";
            case '&' -> "Conditions are joined with \"and\", not with &.";
            case '!' -> "\"Not equal\" is written !=, and \"not\" is a function: not(…).";
            case ':' ->
                "A prefix and a name are joined with one : and nothing between; any name of a prefix cannot be asked for.";
            default -> "The character " + Character.toString(whole) + " has no meaning in an expression.";
        };
    }

    /** The end of a name that may have a prefix; {@code x:*} is no name of CommCare's engine. */
    private int qualified(int from) {
        int end = name(from);
        if (end + 1 < text.length() && text.charAt(end) == ':' && isNameStart(text.codePointAt(end + 1))) {
            return name(end + 1);
        }
        return end;
    }

    private int name(int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void add(Type type, int start, int end, int content) {
        tokens.add(new Token(type, text.substring(content, end), new Span(start, end - start)));
        at = end;
    }

    static boolean isNameStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || c == '-' || c == '.' || Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0';
    }
}

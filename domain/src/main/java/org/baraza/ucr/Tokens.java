// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.ucr.Statement.Unanswerable;

/** The words of a statement, one after the other. */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(_\\d+)*)?\\.?\\d*([eE][+-]?\\d+)?", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("\\*\\*|//|==|!=|<=|>=|[-+*/%<>()\\[\\]{}.,:=]");
    private static final Set<String> WORDED = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "for", "lambda", "import", "await", "yield", "async", "del");
    private static final int LONGEST = 10_000;

    /** A word of a statement. */
    sealed interface Token {
        record Name(String name) implements Token {}

        record Literal(Value value) implements Token {}

        /** A sign, or a word that is one. */
        record Mark(String text) implements Token {}

        record End() implements Token {}
    }

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String statement) {
        if (statement.length() > LONGEST) {
            throw new Unanswerable();
        }
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < statement.length()) {
            char letter = statement.charAt(at);
            if (Character.isWhitespace(letter)) {
                at++;
            } else if (letter == '\'' || letter == '"') {
                at = text(statement, at, tokens);
            } else if (Character.isDigit(letter) || letter == '.' && digitAt(statement, at + 1)) {
                at = number(statement, at, tokens);
            } else {
                at = wordOrMark(statement, at, tokens);
            }
        }
        tokens.add(new Token.End());
        return new Tokens(tokens);
    }

    private static boolean digitAt(String statement, int at) {
        return at < statement.length() && Character.isDigit(statement.charAt(at));
    }

    private static int wordOrMark(String statement, int at, List<Token> tokens) {
        Matcher word = WORD.matcher(statement).region(at, statement.length());
        if (word.lookingAt()) {
            tokens.add(word(word.group()));
            return word.end();
        }
        Matcher mark = MARK.matcher(statement).region(at, statement.length());
        if (!mark.lookingAt()) {
            throw new Unanswerable();
        }
        tokens.add(new Token.Mark(mark.group()));
        return mark.end();
    }

    private static Token word(String word) {
        return switch (word) {
            case "True" -> new Token.Literal(Value.TRUE);
            case "False" -> new Token.Literal(Value.FALSE);
            case "None" -> new Token.Literal(Value.NOTHING);
            default -> WORDED.contains(word) ? new Token.Mark(word) : new Token.Name(word);
        };
    }

    private static int number(String statement, int at, List<Token> tokens) {
        Matcher number = NUMBER.matcher(statement).region(at, statement.length());
        if (!number.lookingAt()) {
            throw new Unanswerable();
        }
        String text = number.group().replace("_", "");
        try {
            boolean whole = text.chars().allMatch(Character::isDigit);
            tokens.add(new Token.Literal(
                    whole ? new Value.Whole(new BigInteger(text)) : new Value.Real(Double.parseDouble(text))));
        } catch (NumberFormatException e) {
            throw new Unanswerable();
        }
        return number.end();
    }

    private static int text(String statement, int from, List<Token> tokens) {
        char quote = statement.charAt(from);
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (at < statement.length() && statement.charAt(at) != quote) {
            char letter = statement.charAt(at);
            if (letter == '\n') {
                throw new Unanswerable();
            }
            if (letter == '\\' && at + 1 < statement.length()) {
                at++;
                text.append(escaped(statement.charAt(at)));
            } else {
                text.append(letter);
            }
            at++;
        }
        if (at >= statement.length()) {
            throw new Unanswerable();
        }
        tokens.add(new Token.Literal(Value.of(text.toString())));
        return at + 1;
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\', '\'', '"' -> String.valueOf(letter);
            default -> "\\" + letter;
        };
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token taken = tokens.get(next);
        if (!(taken instanceof Token.End)) {
            next++;
        }
        return taken;
    }

    boolean isNext(String mark) {
        return peek().equals(new Token.Mark(mark));
    }

    /** Takes a mark if it comes next. */
    boolean took(String mark) {
        boolean there = isNext(mark);
        if (there) {
            next++;
        }
        return there;
    }

    void expect(String mark) {
        if (!took(mark)) {
            throw new Unanswerable();
        }
    }

    /** The name of an argument, if one comes next, with the sign behind it. */
    Optional<String> keyword() {
        if (peek() instanceof Token.Name(var name) && tokens.get(next + 1).equals(new Token.Mark("="))) {
            next += 2;
            return Optional.of(name);
        }
        return Optional.empty();
    }

    String name() {
        if (take() instanceof Token.Name(var name)) {
            return name;
        }
        throw new Unanswerable();
    }
}

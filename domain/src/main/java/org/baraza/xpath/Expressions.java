// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.baraza.xpath.functions.FunctionTable;

/** What can be done with expressions as texts and trees: read, write, change, look through. */
public final class Expressions {

    /** The longest text that is read, in UTF-16 units. */
    private static final int LONGEST = 200_000;

    private Expressions() {}

    /**
     * Reads an expression of an application. The number of arguments of each known function is checked, as devices do;
     * an unknown function is no fault here (devices fail when it is called), see {@link #check}.
     */
    public static Expr parse(String text) throws BadExpression {
        return parse(text, FunctionTable.SIGNATURES);
    }

    /** Reads an expression of another dialect with the same grammar and functions of its own. */
    public static Expr parse(String text, Signatures signatures) throws BadExpression {
        if (text.length() > LONGEST) {
            throw new BadExpression(
                    new Span(LONGEST, text.length() - LONGEST),
                    "The expression is longer than " + LONGEST + " characters.");
        }
        return Parser.parse(text, signatures);
    }

    /** The expression as a text that reads to the same tree, with single blanks and no bracket too many. */
    public static String print(Expr expr) {
        return Printer.print(expr);
    }

    /** A new tree in which each part, from the leaves upwards, is what the change makes of it. */
    public static Expr rewrite(Expr expr, UnaryOperator<Expr> change) {
        return new Rewriting(change).rewrite(expr);
    }

    /** Shows the expression and all its parts, those within conditions too, in the order of the text. */
    public static void walk(Expr expr, Consumer<Expr> visitor) {
        Walk.through(expr, visitor);
    }

    /** What is wrong with a text as an expression where it stands, in the order of the text; nothing if all is well. */
    public static List<Finding> check(String text, Names names) {
        return Check.check(text, names);
    }

    /** What is wrong with an expression that was read. */
    public static List<Finding> check(Expr expr, Names names) {
        return Check.check(expr, names);
    }

    /** What kind of value the expression gives, as far as it can be told. */
    public static Kind kind(Expr expr) {
        return Kinds.of(expr);
    }

    /** What can be written at the caret of a text that is being typed. */
    public static Completion completion(String text, int caret) {
        return Completing.at(text, caret);
    }

    /** What the function of that name takes and gives; empty if there is none. */
    public static Optional<Signature> function(String name) {
        return FunctionTable.signature(name);
    }

    /** All functions in the order of their groups. */
    public static List<Signature> functions() {
        return FunctionTable.all();
    }
}

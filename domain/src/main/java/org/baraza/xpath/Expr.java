// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;

/** An expression as a tree; immutable, each part with its place in the text that it was read from. */
public sealed interface Expr {

    Span span();

    /** A text between quotes. */
    record Quoted(String text, Span span) implements Expr {
        public static Quoted of(String text) {
            return new Quoted(text, Span.NOWHERE);
        }
    }

    /**
     * A number.
     *
     * @param digits how it was written
     */
    record Numeral(double value, String digits, Span span) implements Expr {
        public static Numeral of(long value) {
            return new Numeral(value, Long.toString(value), Span.NOWHERE);
        }
    }

    /** {@code $name}: a value that the surroundings of the expression declare. */
    record Variable(String name, Span span) implements Expr {}

    /**
     * {@code #form/a/b}, {@code #case/@case_id}: a short name that the builder writes and that is expanded before anything
     * is evaluated.
     *
     * @param space the word behind the sign: form, case, user, session, parent, host
     */
    record Hashtag(String space, List<Step> steps, Span span) implements Expr {
        public Hashtag {
            steps = List.copyOf(steps);
        }
    }

    /** A call of a function, known or not. */
    record Call(String function, List<Expr> arguments, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public static Call of(String function, Expr... arguments) {
            return new Call(function, List.of(arguments), Span.NOWHERE);
        }
    }

    /** The negative of a number. */
    record Negation(Expr operand, Span span) implements Expr {}

    /** Two operands and what is done with them. */
    record Binary(Operator operator, Expr left, Expr right, Span span) implements Expr {
        public static Binary of(Operator operator, Expr left, Expr right) {
            return new Binary(operator, left, right, Span.NOWHERE);
        }
    }

    /** The nodes that a path leads to. */
    record Path(Start start, List<Step> steps, Span span) implements Expr {
        public Path {
            steps = List.copyOf(steps);
        }

        public static Path of(Start start, Step... steps) {
            return new Path(start, List.of(steps), Span.NOWHERE);
        }

        /** Whether this is a lone {@code .}, the node that is looked at. */
        public boolean isSelf() {
            return start instanceof Start.Here
                    && steps.size() == 1
                    && steps.getFirst().axis() == Axis.SELF
                    && steps.getFirst().predicates().isEmpty();
        }
    }
}

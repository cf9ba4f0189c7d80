// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What an expression gives. Every value can be asked for as a text, a number and a truth; how they turn into each other is
 * the engine's rule (generated build: XPath in CommCare), not XPath's.
 */
public sealed interface Value {

    /** What is there when nothing is. */
    Text BLANK = new Text("");

    Bool TRUE = new Bool(true);

    Bool FALSE = new Bool(false);

    String text();

    /** NaN for what is no number. */
    double number();

    boolean truth();

    /** The value itself, or that of the one node; none is blank. */
    default Value single() {
        return this;
    }

    static Bool of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    static Num of(double number) {
        return new Num(number);
    }

    static Text of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    /** A text is true unless it is blank: "false" is true. */
    record Text(String text) implements Value {
        @Override
        public double number() {
            return TextNumbers.number(text);
        }

        @Override
        public boolean truth() {
            return !text.isEmpty();
        }
    }

    /** A number prints without exponent and without a needless point. */
    record Num(double number) implements Value {
        @Override
        public String text() {
            return TextNumbers.text(number);
        }

        @Override
        public boolean truth() {
            return Math.abs(number) > TextNumbers.NOTHING;
        }
    }

    /** True or false. */
    record Bool(boolean truth) implements Value {
        @Override
        public String text() {
            return truth ? "true" : "false";
        }

        @Override
        public double number() {
            return truth ? 1 : 0;
        }
    }

    /** A date counts as the days since 1970. */
    record Day(LocalDate date) implements Value {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public double number() {
            return date.toEpochDay();
        }

        @Override
        public boolean truth() {
            return true;
        }
    }

    /** A point in time; as text and number it is its date, only {@code double()} and formats see the time of day. */
    record Moment(OffsetDateTime time) implements Value {
        @Override
        public String text() {
            return time.toLocalDate().toString();
        }

        @Override
        public double number() {
            return time.toLocalDate().toEpochDay();
        }

        @Override
        public boolean truth() {
            return true;
        }
    }

    /** Nodes in the order of their document. One stands for its value, none is blank, several cannot be one value. */
    record Nodes(List<Node> list) implements Value {
        public Nodes {
            list = List.copyOf(list);
        }

        @Override
        public Value single() {
            return switch (list.size()) {
                case 0 -> BLANK;
                case 1 -> list.getFirst().value();
                default ->
                    throw new EvaluationFailed("A path leads to " + list.size() + " nodes where one value is needed: "
                            + list.getFirst().name() + ".");
            };
        }

        @Override
        public String text() {
            return single().text();
        }

        @Override
        public double number() {
            return single().number();
        }

        @Override
        public boolean truth() {
            return single().truth();
        }
    }
}

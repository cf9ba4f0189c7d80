// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.function.Function;

/** A statement of an {@code evaluator}: one expression as Python writes it, and nothing that does anything (spec/31 section 6). */
final class Statement {
    private final Node node;

    /** What a part of a statement is worth; {@link Unanswerable} where Python would raise an error. */
    @FunctionalInterface
    interface Node {
        Value value(Names names);
    }

    /** What a statement knows: its variables, the item, and what that stands in. */
    record Names(Function<String, Value> variables, Value item, Situation situation) {

        Names with(Function<String, Value> others) {
            return new Names(others, item, situation);
        }
    }

    /** There is no answer to a statement, and so there is nothing. */
    static final class Unanswerable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswerable() {
            super("", null, false, false);
        }
    }

    private Statement(Node node) {
        this.node = node;
    }

    /**
     * Reads a statement; one that is wrong is worth nothing.
     *
     * @param named the expressions that it may name
     * @throws BadSpec when it names an expression that is not there
     */
    static Statement read(String statement, Function<String, Expression> named) {
        try {
            return new Statement(new StatementReader(Tokens.of(statement), named).whole());
        } catch (Unanswerable e) {
            return new Statement(names -> Value.NOTHING);
        }
    }

    /**
     * Its value.
     *
     * @param variables an object whose keys are the variables
     */
    Value value(Value variables, Value item, Situation situation) {
        situation.check();
        Function<String, Value> known = name -> {
            if (variables instanceof Value.Fields(var values) && values.containsKey(name)) {
                return values.get(name);
            }
            throw new Unanswerable();
        };
        try {
            return node.value(new Names(known, item, situation));
        } catch (Unanswerable e) {
            return Value.NOTHING;
        }
    }

    /** Nothing is no answer of an operation. */
    static Value answered(Value value) {
        if (value.isNothing()) {
            throw new Unanswerable();
        }
        return value;
    }
}

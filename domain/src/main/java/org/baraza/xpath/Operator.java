// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** What stands between two operands; a higher strength binds more tightly, and all of them group from the left. */
public enum Operator {
    OR("or", 1),
    AND("and", 2),
    EQUAL("=", 3),
    UNEQUAL("!=", 3),
    LESS("<", 4),
    AT_MOST("<=", 4),
    GREATER(">", 4),
    AT_LEAST(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDED("div", 6),
    REMAINDER("mod", 6),
    UNION("|", 8);

    /** How tightly the sign of a negation binds. */
    static final int SIGN = 7;

    private final String symbol;
    private final int strength;

    Operator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    public String symbol() {
        return symbol;
    }

    int strength() {
        return strength;
    }

    /** What kind of value comes out, whatever goes in. */
    public Kind result() {
        return switch (this) {
            case OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> Kind.BOOLEAN;
            case PLUS, MINUS, TIMES, DIVIDED, REMAINDER -> Kind.NUMBER;
            case UNION -> Kind.NODES;
        };
    }
}

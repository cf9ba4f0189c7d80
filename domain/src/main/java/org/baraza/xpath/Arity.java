// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * How many arguments a function takes.
 *
 * @param most the largest number, {@link Integer#MAX_VALUE} if there is none
 * @param step by how much allowed numbers differ, counted from the least: 2 where arguments come in pairs
 */
public record Arity(int least, int most, int step) {

    public static Arity exactly(int count) {
        return new Arity(count, count, 1);
    }

    public static Arity between(int least, int most) {
        return new Arity(least, most, 1);
    }

    public static Arity atLeast(int least) {
        return new Arity(least, Integer.MAX_VALUE, 1);
    }

    /** The least number, and any number of pairs more. */
    public static Arity inPairsFrom(int least) {
        return new Arity(least, Integer.MAX_VALUE, 2);
    }

    public boolean allows(int count) {
        return count >= least && count <= most && (count - least) % step == 0;
    }

    /** The rule in words that fit behind "takes". */
    public String words() {
        if (step == 2) {
            return (least % 2 == 0 ? "an even number of arguments, " : "an odd number of arguments, ") + least
                    + " or more";
        }
        if (most == 0) {
            return "no arguments";
        }
        if (least == most) {
            return counted(least);
        }
        return most == Integer.MAX_VALUE ? counted(least) + " or more" : least + " to " + counted(most);
    }

    private static String counted(int count) {
        return count == 1 ? "1 argument" : count + " arguments";
    }
}

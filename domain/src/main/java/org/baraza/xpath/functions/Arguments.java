// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Surroundings;
import org.baraza.xpath.Value;

/** What a function is given. Each argument is evaluated each time that it is asked for. */
public interface Arguments {

    int count();

    /** The argument as it comes out, which may be nodes. */
    Value value(int index);

    /** The argument as one value: that of its node if it is a path. */
    Value single(int index);

    /** All arguments from that one on; if it is the last and a path, the values of its nodes. */
    List<Value> all(int from);

    /** Which one a node is: of those that a condition looks at, counted from 1, else of its siblings, counted from 0. */
    int place();

    Surroundings surroundings();

    OffsetDateTime now();

    /** The pattern that is written so, compiled once. */
    Pattern pattern(String text);

    /** The text such that matching it against a pattern comes to an end. */
    CharSequence counted(String text);

    /** A date or a point in time from a text; fails for anything else. */
    Value dateOrMoment(String text);

    default String text(int index) {
        return single(index).text();
    }

    default double number(int index) {
        return single(index).number();
    }

    default boolean truth(int index) {
        return single(index).truth();
    }

    /** The argument as a whole number; what is none fails. */
    default int whole(int index) {
        double number = number(index);
        if (Double.isNaN(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new EvaluationFailed("A whole number is needed, and this is " + text(index) + ".");
        }
        return (int) number;
    }
}

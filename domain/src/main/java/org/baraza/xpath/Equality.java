// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** When two values are equal: as truths if one is a truth, else as numbers if one is a number, else as texts. */
final class Equality {

    private Equality() {}

    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Bool || right instanceof Value.Bool) {
            return left.truth() == right.truth();
        }
        if (left instanceof Value.Num || right instanceof Value.Num) {
            double a = left.number();
            double b = right.number();
            return a == b || Math.abs(a - b) < TextNumbers.NOTHING;
        }
        return left.text().equals(right.text());
    }
}

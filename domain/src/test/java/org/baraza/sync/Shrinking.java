// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a short list that still fails: leaves out halves, quarters and so on down to single steps. */
final class Shrinking {
    private Shrinking() {}

    /** @param attempts most lists to be tried */
    static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails, int attempts) {
        List<T> shortest = failing;
        int left = attempts;
        for (int size = Math.max(1, failing.size() / 2); size >= 1; ) {
            boolean shorter = false;
            for (int from = 0; from < shortest.size() && left > 0; ) {
                List<T> without = without(shortest, from, size);
                left--;
                if (fails.test(without)) {
                    shortest = without;
                    shorter = true;
                } else {
                    from += size;
                }
            }
            if (left == 0) {
                break;
            }
            size = size > 1 ? size / 2 : shorter ? 1 : 0;
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> all, int from, int size) {
        List<T> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(Math.min(from + size, all.size()), all.size()));
        return rest;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One step of a history. It draws from a well of its own, so that steps can be left out and the others stay nearly what
 * they were.
 *
 * @param number names what it makes
 */
record Step(int number, long seed) {
    static List<Step> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            steps.add(new Step(number, random.nextLong()));
        }
        return steps;
    }

    SplittableRandom random() {
        return new SplittableRandom(seed);
    }
}

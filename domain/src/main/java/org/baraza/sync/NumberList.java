// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Arrays;

/** Case numbers in a growing array. */
final class NumberList {
    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int get(int at) {
        return numbers[at];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}

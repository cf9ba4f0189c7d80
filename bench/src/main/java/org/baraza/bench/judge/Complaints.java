// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, in words; the first few of each kind are kept, all are counted. */
public final class Complaints {
    private static final int KEPT = 50;

    private final List<String> texts = new ArrayList<>();
    private int count;

    public void add(String text) {
        count++;
        if (texts.size() < KEPT) {
            texts.add(text);
        }
    }

    void unless(boolean right, String text) {
        if (!right) {
            add(text);
        }
    }

    public int count() {
        return count;
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }
}

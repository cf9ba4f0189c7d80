// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that repeat, each once and numbered from 0. */
final class Names {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    int place(String text) {
        return places.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size() - 1;
        });
    }

    List<String> all() {
        return List.copyOf(texts);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Comparator;
import java.util.List;
import org.baraza.xpath.Span;

/** Another text for a part of an expression; all else of it stays as its author wrote it. */
record Replacement(int from, int to, String text) {

    static Replacement of(Span span, String text) {
        return new Replacement(span.offset(), span.end(), text);
    }

    static String apply(String expression, List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return expression;
        }
        StringBuilder changed = new StringBuilder(expression);
        replacements.stream()
                .sorted(Comparator.comparingInt(Replacement::from).reversed())
                .forEach(replacement -> changed.replace(replacement.from, replacement.to, replacement.text));
        return changed.toString();
    }
}

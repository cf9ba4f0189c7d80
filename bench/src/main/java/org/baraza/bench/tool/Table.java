// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, so that what is printed can stand in a document. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row((Object[]) heads);
        lines.add("|---".repeat(heads.length) + "|");
    }

    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double number ? text(number) : cell)
                    .append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f", number);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}

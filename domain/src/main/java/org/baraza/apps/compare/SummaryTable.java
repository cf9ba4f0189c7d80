// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sheet of a summary workbook.
 *
 * @param name at most 31 characters, and no other sheet of the workbook has it
 */
public record SummaryTable(String name, List<String> columns, List<List<String>> rows) {
    private static final int LONGEST_NAME = 31;

    public SummaryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A name that workbooks allow and that is not taken; spreadsheets do not tell letters by their size. */
    static String freeName(String wanted, Set<String> taken) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        String base = cut(clean.isEmpty() ? "Sheet" : clean, LONGEST_NAME);
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            name = cut(base, LONGEST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }

    /** Puts a sheet together row by row. */
    static final class Builder {
        private final String name;
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        Builder(String name, String... columns) {
            this.name = name;
            this.columns = List.of(columns);
        }

        Builder row(String... cells) {
            rows.add(List.of(cells));
            return this;
        }

        SummaryTable table() {
            return new SummaryTable(name, columns, rows);
        }
    }
}

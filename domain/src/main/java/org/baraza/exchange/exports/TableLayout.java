// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.baraza.exchange.exports.CellRules.Document;
import org.jspecify.annotations.Nullable;

/** Which cells the rows of a table have. */
final class TableLayout {
    private final List<ExportColumn> columns;
    private final CellRules rules;
    private final int[] first;
    private final List<String> headers;

    TableLayout(ExportTable table, CellRules rules) {
        this.columns = table.selectedColumns();
        this.rules = rules;
        this.first = new int[columns.size()];
        List<String> names = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            first[place] = names.size();
            names.addAll(rules.headers(columns.get(place)));
        }
        this.headers = distinct(names);
    }

    /** Spreadsheets and programs take names for the same that differ in their case only. */
    private static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String free = name;
            for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
                free = name + " " + number;
            }
            distinct.add(free);
        }
        return List.copyOf(distinct);
    }

    List<ExportColumn> columns() {
        return columns;
    }

    /** What the cells of one column are called, before names are made distinct. */
    List<String> headersOf(ExportColumn column) {
        return rules.headers(column);
    }

    boolean isHidden(ExportColumn column) {
        return rules.isHidden(column);
    }

    List<String> headers() {
        return headers;
    }

    /** @param values one for each column; null where there is none */
    String[] cells(@Nullable String[] values, Document document) {
        String[] cells = new String[headers.size()];
        for (int place = 0; place < values.length; place++) {
            rules.write(columns.get(place), values[place], document, cells, first[place]);
        }
        return cells;
    }
}

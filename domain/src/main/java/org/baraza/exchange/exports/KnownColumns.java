// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts what the data has come to have meanwhile into the tables of an older export, unselected. */
final class KnownColumns {
    private KnownColumns() {}

    static List<ExportTable> added(List<ExportTable> saved, List<ExportTable> known) {
        List<ExportTable> all = new ArrayList<>();
        for (ExportTable table : saved) {
            all.add(of(known, table.path()).map(now -> added(table, now)).orElse(table));
        }
        for (ExportTable table : known) {
            if (of(saved, table.path()).isEmpty()) {
                all.add(new ExportTable(table.path(), table.label(), false, table.columns()));
            }
        }
        return all;
    }

    private static Optional<ExportTable> of(List<ExportTable> tables, String path) {
        return tables.stream().filter(table -> table.path().equals(path)).findFirst();
    }

    /** A new column stands behind the one that it follows in what is known. */
    private static ExportTable added(ExportTable saved, ExportTable known) {
        List<String> order =
                new ArrayList<>(saved.columns().stream().map(ExportColumn::path).toList());
        Set<String> there = new HashSet<>(order);
        List<ExportColumn> columns = new ArrayList<>(saved.columns());
        int place = 0;
        for (ExportColumn column : known.columns()) {
            if (there.add(column.path())) {
                order.add(place, column.path());
                columns.add(
                        place++,
                        new ExportColumn(
                                column.path(),
                                column.label(),
                                false,
                                column.advanced(),
                                column.sensitivity(),
                                column.options()));
            } else {
                place = order.indexOf(column.path()) + 1;
            }
        }
        return new ExportTable(saved.path(), saved.label(), saved.selected(), columns);
    }
}

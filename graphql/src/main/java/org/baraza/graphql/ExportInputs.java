// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.exchange.exports.DateChoice;
import org.baraza.exchange.exports.ExportColumn;
import org.baraza.exchange.exports.ExportFilter;
import org.baraza.exchange.exports.ExportManner;
import org.baraza.exchange.exports.ExportTable;
import org.baraza.exchange.exports.Sensitivity;
import org.jspecify.annotations.Nullable;

/** What exports are made of, as clients write it. */
final class ExportInputs {
    private ExportInputs() {}

    /** How values are written. */
    record Manner(
            boolean splitMultiselects,
            boolean transformDates,
            boolean formatCells,
            boolean deidentified,
            boolean includeErrors) {
        ExportManner read() {
            return new ExportManner(splitMultiselects, transformDates, formatCells, deidentified, includeErrors);
        }
    }

    /** A column of a table. */
    record Column(
            String path,
            String label,
            boolean selected,
            boolean advanced,
            Sensitivity sensitivity,
            List<String> options) {
        private ExportColumn read() {
            return new ExportColumn(path, label, selected, advanced, sensitivity, options);
        }
    }

    /** A table. */
    record Table(String path, String label, boolean selected, List<Column> columns) {
        private ExportTable read() {
            return new ExportTable(
                    path, label, selected, columns.stream().map(Column::read).toList());
        }
    }

    static List<ExportTable> read(List<Table> tables) {
        return tables.stream().map(Table::read).toList();
    }

    /** Which days are wanted. */
    record Dates(DateChoice.Kind kind, int days, String from, String to) {
        private DateChoice read() {
            return new DateChoice(kind, days, from, to);
        }
    }

    /** Which forms or cases are wanted. */
    record Filter(@Nullable Dates dates, List<String> userIds, List<String> groupIds, List<String> locationIds) {
        ExportFilter read() {
            return new ExportFilter(dates == null ? DateChoice.ALWAYS : dates.read(), userIds, groupIds, locationIds);
        }
    }
}

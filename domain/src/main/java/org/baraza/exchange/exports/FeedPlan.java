// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of an export as a program reads it: with its key, times in UTC, and nothing besides.
 *
 * @param ofMain whether its rows are the forms or cases themselves
 */
record FeedPlan(ExportPlan plan, boolean ofMain) {

    /**
     * The table of that place in the export.
     *
     * @return empty when there is no such table, or it is not selected
     */
    static Optional<FeedPlan> of(ExportPlan export, int table) {
        if (table < 0
                || table >= export.tables().size()
                || !export.tables().get(table).selected()) {
            return Optional.empty();
        }
        List<ExportTable> tables = new ArrayList<>();
        for (int place = 0; place < export.tables().size(); place++) {
            ExportTable each = export.tables().get(place);
            tables.add(
                    place == table
                            ? keyed(export, each)
                            : new ExportTable(each.path(), each.label(), false, each.columns()));
        }
        ExportManner manner = export.manner();
        ExportManner plain = new ExportManner(
                manner.splitMultiselects(), false, false, manner.deidentified(), manner.includeErrors());
        return Optional.of(new FeedPlan(
                new ExportPlan(
                        export.type(),
                        export.identifier(),
                        export.name(),
                        ExportFormat.JSON_LINES,
                        plain,
                        tables,
                        export.filter()),
                isMain(export.tables().get(table))));
    }

    private static boolean isMain(ExportTable table) {
        return table.path().equals(ExportTable.MAIN);
    }

    /** With its key, even where nobody selected it; then nobody said how it is hidden where people must not be known. */
    private static ExportTable keyed(ExportPlan export, ExportTable table) {
        String key = keyPath(export.type(), table);
        boolean hidden = export.manner().deidentified() && isMain(table);
        Optional<ExportColumn> own = table.columns().stream()
                .filter(column -> column.path().equals(key))
                .findFirst();
        if (own.filter(ExportColumn::selected).isPresent()) {
            return table;
        }
        List<ExportColumn> columns = new ArrayList<>();
        Sensitivity said = own.map(ExportColumn::sensitivity).orElse(Sensitivity.NONE);
        columns.add(new ExportColumn(
                key,
                own.map(ExportColumn::label).orElse(key),
                true,
                false,
                hidden && said == Sensitivity.NONE ? Sensitivity.ID : said,
                List.of()));
        table.columns().stream().filter(column -> !column.path().equals(key)).forEach(columns::add);
        return new ExportTable(table.path(), table.label(), true, columns);
    }

    private static String keyPath(ExportType type, ExportTable table) {
        if (!isMain(table)) {
            return FormPaths.NUMBER;
        }
        return switch (type) {
            case FORM -> FormPaths.FORM_ID;
            case CASE -> CasePaths.CASE_ID;
        };
    }

    /** The name of its key (data API: OData). */
    String key() {
        if (!ofMain) {
            return FormPaths.NUMBER;
        }
        return switch (plan.type()) {
            case FORM -> "formid";
            case CASE -> CasePaths.CASE_ID;
        };
    }

    boolean isKey(ExportColumn column) {
        String path = column.path();
        return ofMain
                ? path.equals(FormPaths.FORM_ID) || path.equals(CasePaths.CASE_ID)
                : path.equals(FormPaths.NUMBER);
    }
}

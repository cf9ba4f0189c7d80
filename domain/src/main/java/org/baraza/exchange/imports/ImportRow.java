// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.EXTERNAL_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_EXTERNAL_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_ID;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;

/**
 * What a row says.
 *
 * @param number as spreadsheets show it; the header is 1
 * @param searchId id by which its case is found; empty when the cell is
 * @param special what it says beyond values, by {@link ImportColumns}; a key for each column that there is
 * @param properties values by name, a blank one for each blank cell
 * @param broken whether a cell is an error of the spreadsheet
 */
record ImportRow(
        int number,
        String searchId,
        Map<String, String> special,
        SequencedMap<String, String> properties,
        boolean broken) {
    /** How exports write that nothing was there to say. */
    private static final String NOTHING = "---";

    private static final Pattern WHOLE = Pattern.compile("(-?\\d+)\\.0+");

    static ImportRow of(DataRow row, ImportColumns columns, ImportPlan plan) {
        Map<String, String> special = new LinkedHashMap<>();
        columns.special().forEach((name, column) -> special.put(name, text(row, column)));
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        columns.properties().forEach((name, column) -> properties.put(name, text(row, column)));
        String searchId = WHOLE.matcher(row.word(columns.search())).replaceFirst("$1");
        if (plan.byExternalId()) {
            special.put(EXTERNAL_ID, searchId);
        }
        return new ImportRow(
                row.number(), searchId, special, properties, !row.broken().isEmpty());
    }

    private static String text(DataRow row, Column column) {
        String text = Cells.written(row.text(column));
        return text.strip().equals(NOTHING) ? "" : text;
    }

    /** Nothing to write: such rows are passed over. */
    boolean isBlank() {
        return !broken
                && Stream.concat(special.values().stream(), properties.values().stream())
                        .allMatch(String::isEmpty);
    }

    /** Empty both when there is no such column and when the cell says nothing. */
    Optional<String> says(String name) {
        return Optional.ofNullable(special.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Ids of cases that the row needs to be there. */
    Stream<String> needs() {
        return Stream.of(Optional.of(searchId).filter(id -> !id.isEmpty()), says(PARENT_ID), says(PARENT_EXTERNAL_ID))
                .flatMap(Optional::stream);
    }

    /** How much there is of it. */
    int length() {
        return Stream.concat(special.values().stream(), properties.values().stream())
                .mapToInt(String::length)
                .sum();
    }
}

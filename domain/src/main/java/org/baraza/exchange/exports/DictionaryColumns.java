// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;

/**
 * Puts what the data dictionary says into the tables of an export of cases: properties stand in its order, those that it
 * deprecates are not selected, and those that no case has yet are there too.
 */
final class DictionaryColumns {
    /** Properties that cases have as something else, with columns of their own. */
    private static final Set<String> BUILT_IN = Set.of(
            "name", "case_name", "case_id", "case_type", "type", "owner_id", "external_id", "date_opened", "status");

    private DictionaryColumns() {}

    /** @param labelled whether headings are the labels of the dictionary, where it has one */
    static List<ExportTable> of(List<ExportTable> tables, DescribedType type, boolean labelled) {
        return tables.stream()
                .map(table -> table.path().equals(ExportTable.MAIN)
                        ? new ExportTable(
                                table.path(), table.label(), table.selected(), columns(table.columns(), type, labelled))
                        : table)
                .toList();
    }

    private static List<ExportColumn> columns(List<ExportColumn> known, DescribedType type, boolean labelled) {
        Map<String, ExportColumn> found = new HashMap<>();
        List<ExportColumn> columns = new ArrayList<>();
        for (ExportColumn column : known) {
            if (column.path().startsWith(CasePaths.PROPERTIES)) {
                found.put(column.path(), column);
            }
        }
        int place = 0;
        for (ExportColumn column : known) {
            if (!column.path().startsWith(CasePaths.PROPERTIES)) {
                columns.add(column);
                place = column.path().equals(CasePaths.NAME) ? columns.size() : place;
            }
        }
        List<ExportColumn> properties = new ArrayList<>();
        for (CaseProperty property : type.properties()) {
            if (!BUILT_IN.contains(property.name())) {
                String path = CasePaths.PROPERTIES + property.name();
                ExportColumn column = found.remove(path);
                properties.add(described(
                        column == null ? ExportColumn.usual(path, property.name()) : column, property, labelled));
            }
        }
        known.stream().filter(column -> found.containsKey(column.path())).forEach(properties::add);
        columns.addAll(place, properties);
        return columns;
    }

    private static ExportColumn described(ExportColumn column, CaseProperty property, boolean labelled) {
        List<String> allowed = property.dataType() == DataType.SELECT
                ? property.allowedValues().stream().map(AllowedValue::value).toList()
                : List.of();
        return new ExportColumn(
                column.path(),
                labelled ? property.shownName() : column.label(),
                column.selected() && !property.deprecated(),
                column.advanced() || property.deprecated(),
                column.sensitivity(),
                allowed.isEmpty() ? column.options() : allowed);
    }
}

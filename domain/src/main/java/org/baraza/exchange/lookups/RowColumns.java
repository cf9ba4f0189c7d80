// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the sheet of a table.
 *
 * @param values of each field: one column, or for fields with properties one for each value
 */
record RowColumns(
        Column id,
        Column delete,
        Map<String, List<ValueColumns>> values,
        Map<String, Column> attributes,
        List<Column> users,
        List<Column> groups,
        List<Column> locations) {
    private static final int MOST_VALUES = 200;

    /** The columns of a value: what it is, and what it says about itself. */
    record ValueColumns(Column value, Map<String, Column> properties) {}

    static RowColumns of(TableDefinition table, Columns sheet) {
        Map<String, Column> fields = sheet.under("field");
        Map<String, List<ValueColumns>> values = new LinkedHashMap<>();
        for (TableField field : table.fields()) {
            values.put(field.name(), values(table.tag(), field, fields, sheet));
        }
        RowColumns columns = new RowColumns(
                sheet.one("uid"),
                sheet.one("delete(y/n)", "delete (y/n)"),
                values,
                attributes(table, sheet),
                sheet.numbered("user"),
                sheet.numbered("group"),
                sheet.numbered("location"));
        fields.forEach((name, column) -> refuseUndefined(table, name, column));
        // A name that adaptors of HQ's clients use, which HQ passes over.
        sheet.one("DELETE(Y/N)");
        Headers.refuseOthers(table.tag(), sheet);
        return columns;
    }

    private static List<ValueColumns> values(String tag, TableField field, Map<String, Column> fields, Columns sheet) {
        if (field.properties().isEmpty()) {
            Column only = Optional.ofNullable(fields.get(field.name()))
                    .orElseThrow(() -> missing(tag, "field: " + field.name()));
            return List.of(new ValueColumns(only, Map.of()));
        }
        Map<String, Column> about = sheet.under(field.name());
        List<ValueColumns> values = new ArrayList<>();
        for (int number = 1; number <= MOST_VALUES; number++) {
            @Nullable Column value = fields.get(field.name() + " " + number);
            if (value == null) {
                break;
            }
            Map<String, Column> properties = new LinkedHashMap<>();
            for (String property : field.properties()) {
                properties.put(
                        property,
                        Optional.ofNullable(about.get(property + " " + number))
                                .orElseThrow(() -> missing(tag, field.name() + ": " + property)));
            }
            values.add(new ValueColumns(value, properties));
        }
        if (values.isEmpty()) {
            throw missing(tag, "field: " + field.name() + " 1");
        }
        return values;
    }

    private static Map<String, Column> attributes(TableDefinition table, Columns sheet) {
        Map<String, Column> given = sheet.under("property");
        Map<String, Column> attributes = new LinkedHashMap<>();
        for (String name : table.itemAttributes()) {
            attributes.put(
                    name,
                    Optional.ofNullable(given.get(name)).orElseThrow(() -> missing(table.tag(), "property: " + name)));
        }
        return attributes;
    }

    private static WorkbookRefused missing(String tag, String header) {
        return new WorkbookRefused(
                "HEADER_MISSING",
                "Excel worksheet '" + tag + "' does not contain the column '" + header
                        + "' as specified in its 'types' definition");
    }

    private static void refuseUndefined(TableDefinition table, String name, Column column) {
        boolean known = table.fields().stream()
                .anyMatch(field -> name.equals(field.name())
                        || (!field.properties().isEmpty()
                                && name.matches(java.util.regex.Pattern.quote(field.name()) + " \\d+")));
        if (!known) {
            throw new WorkbookRefused(
                    "ILLEGAL_HEADERS",
                    "Excel worksheet '" + table.tag() + "' has the column '" + column.header()
                            + "', which its 'types' definition does not have");
        }
    }

    static boolean isDeletion(DataRow row, Column delete) {
        return Set.of("y", "yes", "true", "1").contains(row.word(delete).toLowerCase(Locale.ROOT));
    }
}

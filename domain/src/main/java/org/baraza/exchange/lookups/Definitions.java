// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;

/** What the sheet of types says of tables; read whole, because it says what the other sheets must be like. */
final class Definitions {
    static final String SHEET = "types";
    private static final int MOST = 1_000;

    private final Column delete;
    private final Column tag;
    private final Column global;
    private final List<FieldColumns> fields = new ArrayList<>();
    private final List<Column> attributes;
    private final Map<String, DataRow> rows = new LinkedHashMap<>();

    /** The columns about one field. */
    private record FieldColumns(Column name, Column indexed, List<Column> properties) {}

    Definitions(SheetReader sheet) {
        Columns columns = sheet.columns();
        delete = columns.one("delete(y/n)", "delete (y/n)");
        tag = columns.one("table_id");
        global = columns.one("is_global");
        attributes = columns.numbered("property");
        for (Column name : columns.numbered("field")) {
            Map<String, Column> about = new LinkedHashMap<>(columns.under(name.header()));
            List<Column> properties = new ArrayList<>();
            Column indexed = columns.one(name.header() + ": is_indexed", name.header() + " : is_indexed");
            about.forEach((key, column) -> {
                if (key.toLowerCase(java.util.Locale.ROOT).startsWith("property")) {
                    properties.add(column);
                }
            });
            fields.add(new FieldColumns(name, indexed, properties));
        }
        Headers.require(SHEET, tag, "table_id");
        Headers.refuseOthers(SHEET, columns);
        while (sheet.hasNext()) {
            read(sheet.next());
        }
    }

    private void read(DataRow row) {
        if (row.number() > MOST) {
            throw new WorkbookRefused("TOO_MANY_TYPES", "At most " + MOST + " tables.");
        }
        if (!row.word(tag).isEmpty() && rows.putIfAbsent(row.word(tag), row) != null) {
            throw new WorkbookRefused(
                    "TABLE_TWICE",
                    "Lookup-tables should have unique 'table_id'. There are two rows with table_id '" + row.word(tag)
                            + "' in 'types' sheet.");
        }
    }

    List<String> tags() {
        return List.copyOf(rows.keySet());
    }

    String tag(DataRow row) {
        return row.word(tag);
    }

    Column tagColumn() {
        return tag;
    }

    boolean deletes(DataRow row) {
        return RowColumns.isDeletion(row, delete);
    }

    boolean deletes(String wanted) {
        DataRow row = rows.get(wanted);
        return row != null && deletes(row);
    }

    boolean has(String wanted) {
        return rows.containsKey(wanted);
    }

    /** The table as the sheet has it. */
    TableDefinition definition(String wanted) {
        DataRow row = rows.get(wanted);
        if (row == null) {
            throw new IllegalArgumentException("not on the sheet");
        }
        List<TableField> found = new ArrayList<>();
        for (FieldColumns field : fields) {
            if (!row.word(field.name()).isEmpty()) {
                found.add(new TableField(
                        row.word(field.name()),
                        words(row, field.properties()),
                        YesNo.read(field.indexed().header(), row.text(field.indexed()))
                                .orElse(false)));
            }
        }
        boolean forAll = YesNo.read(global.header(), row.text(global)).orElse(false);
        return new TableDefinition(row.word(tag), forAll, "", found, words(row, attributes));
    }

    private static List<String> words(DataRow row, List<Column> columns) {
        Set<String> words = new LinkedHashSet<>();
        columns.forEach(column -> words.add(row.word(column)));
        words.remove("");
        return List.copyOf(words);
    }
}

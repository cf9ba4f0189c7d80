// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.YesNo;
import org.baraza.tables.LookupTable;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;

/** The sheet of types, as it can be sent back. */
final class TableSheet implements SheetSource {
    private final List<TableDefinition> tables;
    private final int fields;
    private final List<Integer> properties = new ArrayList<>();
    private final int attributes;
    private boolean written;

    TableSheet(List<LookupTable> all) {
        tables = all.stream().map(LookupTable::definition).toList();
        fields = tables.stream().mapToInt(table -> table.fields().size()).max().orElse(0);
        attributes = tables.stream()
                .mapToInt(table -> table.itemAttributes().size())
                .max()
                .orElse(0);
        for (int index = 0; index < fields; index++) {
            properties.add(mostProperties(index));
        }
    }

    private int mostProperties(int index) {
        return tables.stream()
                .filter(table -> table.fields().size() > index)
                .mapToInt(table -> table.fields().get(index).properties().size())
                .max()
                .orElse(0);
    }

    @Override
    public String name() {
        return Definitions.SHEET;
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("Delete(Y/N)", "table_id", "is_global?"));
        for (int index = 0; index < fields; index++) {
            String field = "field " + (index + 1);
            header.add(field);
            header.add(field + ": is_indexed?");
            for (int number = 1; number <= properties.get(index); number++) {
                header.add(field + " : property " + number);
            }
        }
        for (int number = 1; number <= attributes; number++) {
            header.add("property " + number);
        }
        return header;
    }

    @Override
    public List<List<String>> next() {
        if (written) {
            return List.of();
        }
        written = true;
        return tables.stream().map(this::row).toList();
    }

    private List<String> row(TableDefinition table) {
        List<String> row = new ArrayList<>(List.of("N", table.tag(), YesNo.text(table.global())));
        for (int index = 0; index < fields; index++) {
            boolean has = index < table.fields().size();
            TableField field = has ? table.fields().get(index) : new TableField("", List.of(), false);
            row.add(field.name());
            row.add(has ? YesNo.text(field.indexed()) : "");
            padded(row, field.properties(), properties.get(index));
        }
        padded(row, table.itemAttributes(), attributes);
        return row;
    }

    static void padded(List<String> row, List<String> texts, int width) {
        row.addAll(texts);
        for (int missing = texts.size(); missing < width; missing++) {
            row.add("");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.baraza.tables.TableIds;
import org.baraza.world.WorldFile.Table;
import org.baraza.world.WorldFile.TableRow;
import tools.jackson.databind.json.JsonMapper;

/** Writes lookup tables and their rows. */
final class Tables {
    private final Sql sql;
    private final ProjectRow project;

    Tables(Sql sql, ProjectRow project) {
        this.sql = sql;
        this.project = project;
    }

    void write(Table table) {
        UUID tableId = id(table.id());
        sql.run(
                """
                insert into tables.lookup_table (project_id, table_id, tag, is_global, fields, item_attributes, version)
                values (?, ?, ?, ?, ?::jsonb, ?, 1)""",
                project.id(),
                tableId,
                table.tag(),
                table.isGlobal(),
                columns(table),
                sql.texts(table.itemAttributes()));
        table.rows().forEach(row -> write(tableId, row));
    }

    private static String columns(Table table) {
        return JsonMapper.shared()
                .writeValueAsString(table.fields().stream()
                        .map(column ->
                                Map.of("name", column.fieldName(), "properties", column.properties(), "indexed", false))
                        .toList());
    }

    private void write(UUID tableId, TableRow row) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        row.fields()
                .forEach((field, value) ->
                        values.put(field, List.of(Map.of("field_value", value, "properties", Map.of()))));
        sql.run("""
                insert into tables.lookup_row (project_id, row_id, table_id, sort_key, fields)
                values (?, ?, ?, ?, ?::jsonb)""", project.id(), id(row.id()), tableId, row.sortKey(), Sql.json(values));
    }

    private static UUID id(String text) {
        return TableIds.read(text).orElseThrow(() -> new WorldRefused(text + " is no id of a lookup table."));
    }
}

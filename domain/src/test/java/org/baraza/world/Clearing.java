// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes everything out of a project. The tables are those that the catalogue knows, so that a new one cannot be forgotten:
 * whatever has a {@code project_id}, those that refer to others first.
 */
final class Clearing {
    /** What stays: the project itself, and the numbers that its cases had, because running nodes have leased some of them. */
    private static final Set<String> KEPT = Set.of("tenancy.project", "cases.case_number");

    private final Sql sql;

    Clearing(Sql sql) {
        this.sql = sql;
    }

    /** @param except tables whose rows stay */
    void clear(ProjectRow project, Set<String> except) {
        sql.see("baraza.project", project.id());
        for (String table : tables()) {
            if (!except.contains(table)) {
                sql.run("delete from " + table + " where project_id = ?", project.id());
            }
        }
        sql.run("delete from queue.task where starts_with(task_instance, ?)", project.id() + ":");
    }

    private List<String> tables() {
        Map<String, Set<String>> referring = new LinkedHashMap<>();
        sql.rows(row -> row.getString(1), """
                select a.attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
                where a.attname = 'project_id' and not a.attisdropped and c.relkind = 'r'
                  and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                order by 1""").stream()
                .filter(table -> !KEPT.contains(table))
                .forEach(table -> referring.put(table, new LinkedHashSet<>()));
        sql.rows(row -> List.of(row.getString(1), row.getString(2)), """
                select confrelid::regclass::text, conrelid::regclass::text from pg_constraint
                where contype = 'f' and confrelid <> conrelid""").stream()
                .filter(key -> referring.containsKey(key.get(0)) && referring.containsKey(key.get(1)))
                .forEach(key -> referring
                        .computeIfAbsent(key.get(0), _ -> new LinkedHashSet<>())
                        .add(key.get(1)));
        List<String> ordered = new ArrayList<>();
        referring.keySet().forEach(table -> add(table, referring, ordered));
        return ordered;
    }

    private static void add(String table, Map<String, Set<String>> referring, List<String> ordered) {
        if (!ordered.contains(table)) {
            referring.getOrDefault(table, Set.of()).forEach(other -> add(other, referring, ordered));
            ordered.add(table);
        }
    }
}

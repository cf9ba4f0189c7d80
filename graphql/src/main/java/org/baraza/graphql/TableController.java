// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTable;
import org.baraza.tables.LookupTables;
import org.baraza.tables.RowOwner;
import org.baraza.tables.TableIds;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Lookup tables and their rows. */
@Controller
final class TableController {
    private final LookupTables tables;
    private final LookupRows rows;

    TableController(LookupTables tables, LookupRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @SchemaMapping(typeName = "Project", field = "lookupTables")
    Connection<TableNode> tables(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> tables.list(access, page)),
                page,
                LookupTable::cursor,
                table -> new TableNode(access, table));
    }

    @SchemaMapping(typeName = "Project", field = "lookupTable")
    Optional<TableNode> table(ProjectNode project, @Argument String tag) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> tables.withTag(access, tag)).map(table -> new TableNode(access, table));
    }

    @SchemaMapping(typeName = "Project", field = "lookupRow")
    Optional<RowNode> row(ProjectNode project, @Argument String rowId) {
        ProjectAccess access = project.access();
        return TableIds.read(rowId)
                .flatMap(id -> InProject.scoped(access, () -> rows.find(access, id)))
                .map(row -> new RowNode(access, row));
    }

    @SchemaMapping(typeName = "LookupTable", field = "rows")
    CompletableFuture<Connection<RowNode>> rows(
            TableNode table,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<TableRowsKey, Connection<RowNode>> tableRows) {
        return tableRows.load(
                new TableRowsKey(table.access(), table.table().id(), Paging.wanted(first, after, selection)));
    }

    @BatchMapping(typeName = "LookupRow", field = "owners")
    Map<RowNode, List<RowOwner>> owners(List<RowNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<UUID, List<RowOwner>> found = rows.owners(
                    access, same.stream().map(node -> node.row().id()).toList());
            Map<RowNode, List<RowOwner>> owners = new LinkedHashMap<>();
            same.forEach(node -> owners.put(node, found.getOrDefault(node.row().id(), List.of())));
            return owners;
        });
    }
}

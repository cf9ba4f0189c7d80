// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.LookupTable;
import org.baraza.tables.LookupTables;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;
import org.baraza.tables.TableIds;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes, changes and deletes lookup tables. */
@Controller
final class TableMutations {
    private final Entrance entrance;
    private final LookupTables tables;

    TableMutations(Entrance entrance, LookupTables tables) {
        this.entrance = entrance;
        this.tables = tables;
    }

    /** A field to be. */
    record FieldInput(
            String name,
            @Nullable List<String> properties,
            @Nullable Boolean indexed) {
        private TableField field() {
            return new TableField(name, properties == null ? List.of() : properties, indexed != null && indexed);
        }
    }

    /** A table to be made. */
    record Creation(
            String project,
            String tag,
            @Nullable Boolean isGlobal,
            @Nullable String description,
            List<FieldInput> fields,
            @Nullable List<String> itemAttributes) {}

    /** What becomes different about a table; what is null stays. */
    record Update(
            String project,
            String tableId,
            @Nullable Boolean isGlobal,
            @Nullable String description,
            @Nullable List<FieldInput> fields,
            @Nullable List<String> itemAttributes) {
        private TableDefinition after(TableDefinition before) {
            return new TableDefinition(
                    before.tag(),
                    isGlobal == null ? before.global() : isGlobal,
                    description == null ? before.description() : description,
                    fields == null ? before.fields() : list(fields),
                    itemAttributes == null ? before.itemAttributes() : itemAttributes);
        }
    }

    /** A table that goes. */
    record Deletion(String project, String tableId) {}

    /** What came of it. */
    record LookupTablePayload(@Nullable TableNode lookupTable, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteLookupTablePayload(List<UserError> userErrors) {}

    @MutationMapping
    LookupTablePayload createLookupTable(@Argument Creation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> node(access, tables.create(access, wanted(input))),
                LookupTablePayload::new);
    }

    private static TableDefinition wanted(Creation input) {
        return new TableDefinition(
                input.tag,
                input.isGlobal != null && input.isGlobal,
                input.description == null ? "" : input.description,
                list(input.fields),
                input.itemAttributes == null ? List.of() : input.itemAttributes);
    }

    private static List<TableField> list(List<FieldInput> fields) {
        return fields.stream().map(FieldInput::field).toList();
    }

    @MutationMapping
    LookupTablePayload updateLookupTable(@Argument Update input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> node(access, tables.update(access, id(input.tableId), input::after)),
                LookupTablePayload::new);
    }

    @MutationMapping
    DeleteLookupTablePayload deleteLookupTable(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    tables.delete(access, id(input.tableId));
                    return true;
                },
                (_, errors) -> new DeleteLookupTablePayload(errors));
    }

    private static TableNode node(ProjectAccess access, LookupTable table) {
        return new TableNode(access, table);
    }

    /** What is no id is the id of nothing, and who may not look for it hears of her missing permission. */
    private static UUID id(String text) {
        return TableIds.read(text).orElseGet(() -> new UUID(0, 0));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.FieldValue;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupRows;
import org.baraza.tables.RowContent;
import org.baraza.tables.RowOwner;
import org.baraza.tables.TableIds;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Adds, changes and deletes rows of lookup tables. */
@Controller
final class RowMutations {
    private final Entrance entrance;
    private final LookupRows rows;

    RowMutations(Entrance entrance, LookupRows rows) {
        this.entrance = entrance;
        this.rows = rows;
    }

    /** A value to be. */
    record ValueInput(String value, @Nullable Map<String, Object> properties) {
        private FieldValue read() {
            return new FieldValue(value, texts("fields", properties));
        }
    }

    /** A field to be. */
    record FieldInput(String name, List<ValueInput> values) {}

    /** An owner to be. */
    record OwnerInput(RowOwner.Kind kind, String id) {}

    /** A row to be made. */
    record Creation(
            String project,
            String tableId,
            List<FieldInput> fields,
            @Nullable Map<String, Object> itemAttributes,
            @Nullable List<OwnerInput> owners) {}

    /** What becomes different about a row; what is null stays. */
    record Update(
            String project,
            String rowId,
            @Nullable Integer sortKey,
            @Nullable List<FieldInput> fields,
            @Nullable Map<String, Object> itemAttributes,
            @Nullable List<OwnerInput> owners) {
        private LookupRow after(LookupRow before) {
            RowContent content = new RowContent(
                    fields == null ? before.content().fields() : read(fields),
                    itemAttributes == null
                            ? before.content().itemAttributes()
                            : texts("itemAttributes", itemAttributes));
            return before.with(content).at(sortKey == null ? before.sortKey() : sortKey);
        }
    }

    /** A row that goes. */
    record Deletion(String project, String rowId) {}

    /** What came of it. */
    record LookupRowPayload(@Nullable RowNode lookupRow, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteLookupRowPayload(List<UserError> userErrors) {}

    @MutationMapping
    LookupRowPayload createLookupRow(@Argument Creation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    RowContent content =
                            new RowContent(read(input.fields), texts("itemAttributes", input.itemAttributes));
                    return new RowNode(access, rows.create(access, id(input.tableId), content, owners(input.owners)));
                },
                LookupRowPayload::new);
    }

    @MutationMapping
    LookupRowPayload updateLookupRow(@Argument Update input) {
        return Attempt.in(
                entrance, input.project, access -> new RowNode(access, updated(access, input)), LookupRowPayload::new);
    }

    private LookupRow updated(ProjectAccess access, Update input) {
        return input.owners == null
                ? rows.update(access, id(input.rowId), input::after)
                : rows.update(access, id(input.rowId), input::after, owners(input.owners));
    }

    @MutationMapping
    DeleteLookupRowPayload deleteLookupRow(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> rows.delete(access, id(input.rowId)),
                (_, errors) -> new DeleteLookupRowPayload(errors));
    }

    private static Map<String, List<FieldValue>> read(List<FieldInput> fields) {
        Map<String, List<FieldValue>> read = new LinkedHashMap<>();
        fields.forEach(field -> read.computeIfAbsent(field.name, _ -> new ArrayList<>())
                .addAll(field.values.stream().map(ValueInput::read).toList()));
        return read;
    }

    private static Map<String, String> texts(String field, @Nullable Map<String, Object> json) {
        return Texts.read(field, "NOT_STRINGS", json);
    }

    private static List<RowOwner> owners(@Nullable List<OwnerInput> owners) {
        return owners == null
                ? List.of()
                : owners.stream()
                        .map(owner -> new RowOwner(owner.kind, owner.id))
                        .toList();
    }

    /** What is no id is the id of nothing, and who may not look for it hears of her missing permission. */
    private static UUID id(String text) {
        return TableIds.read(text).orElseGet(() -> new UUID(0, 0));
    }
}
